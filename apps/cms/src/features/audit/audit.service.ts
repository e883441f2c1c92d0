import type { AuditEntry, ConsoleTopic } from '@akari/protocol'
import { nameOf } from '../../http/actor.ts'
import type { Audit } from '../service-deps.ts'
import type { AuditStore } from './audit.store.ts'

export type AuditService = { record: Audit; list: (before: number | undefined, limit: number) => Promise<AuditEntry[]> }

export function auditService(deps: {
  store: AuditStore
  now: () => Date
  announce: (topic: ConsoleTopic) => void
}): AuditService {
  return {
    record: async (actor, action, subject, detail = {}) => {
      await deps.store.append({ at: deps.now().toISOString(), actor: nameOf(actor), action, subject, detail })
      deps.announce('audit')
    },
    list: (before, limit) => deps.store.list(before, limit),
  }
}
