import { AuditEntry } from '@akari/protocol'
import { z } from 'zod'
import type { Api } from '../../http/api.ts'
import type { AuditService } from './audit.service.ts'

const Page = z.object({
  before: z.coerce.number().int().positive().optional(),
  limit: z.coerce.number().int().min(1).max(500).default(100),
})

export function addAuditRoutes(api: Api, audit: AuditService): void {
  api.add(
    {
      method: 'get',
      path: '/audit',
      tag: 'audit',
      summary: '操作の記録を新しい順に / The audit log, newest first',
      access: { who: 'staff', roles: ['admin'] },
      query: Page,
      response: z.array(AuditEntry),
    },
    ({ query }) => audit.list(query.before, query.limit),
  )
}
