import type { AuditEntry, ConsoleTopic } from '@akari/protocol'
import type { Logger } from 'pino'
import { nameOf } from '../../http/actor.ts'
import { isUnavailable } from '../../db/unavailable.ts'
import type { Audit } from '../service-deps.ts'
import type { AuditStore } from './audit.store.ts'

/** A press in an emergency is not kept waiting longer than this for its entry. */
const PATIENCE_MS = 200
const RETRY_MS = 1000

export type AuditService = {
  record: Audit
  /** For emergencies: never fails and hardly waits; an entry that the database cannot take now is written when it can. */
  recordEventually: Audit
  list: (before: number | undefined, limit: number) => Promise<AuditEntry[]>
  /** The newest 200 entries about one thing. */
  about: (subject: string) => Promise<AuditEntry[]>
  close: () => void
}

type Entry = Omit<AuditEntry, 'sequence'>

export function auditService(deps: {
  store: AuditStore
  now: () => Date
  announce: (topic: ConsoleTopic) => void
  log: Logger
}): AuditService {
  const { store, log } = deps
  const closing = new AbortController()
  const entryOf = (...[actor, action, subject, detail = {}]: Parameters<Audit>): Entry => ({
    at: deps.now().toISOString(),
    actor: nameOf(actor),
    action,
    subject,
    detail,
  })

  async function append(entry: Entry): Promise<void> {
    await store.append(entry)
    deps.announce('audit')
  }

  async function appendEventually(entry: Entry): Promise<void> {
    while (!closing.signal.aborted) {
      try {
        await append(entry)
        return
      } catch (err) {
        log.error({ err, entry }, 'audit entry not stored')
        if (!isUnavailable(err)) return
        await pause(RETRY_MS)
      }
    }
  }

  return {
    record: (...what) => append(entryOf(...what)),
    recordEventually: async (...what) => {
      await Promise.race([appendEventually(entryOf(...what)), pause(PATIENCE_MS)])
    },
    list: (before, limit) => store.list(before, limit),
    about: (subject) => store.about(subject, 200),
    close: () => closing.abort(),
  }
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms).unref())
}
