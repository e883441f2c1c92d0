import { createHash } from 'node:crypto'

/** An entry of the audit log as it stands in the table: `detail` is the stored text, never read and written again. */
export type AuditRow = {
  sequence: number
  at: string
  actor: string
  action: string
  subject: string
  detail: string
}
export type ChainedRow = AuditRow & { hash: string }

/** What the first entry follows on. */
export const GENESIS = '0'.repeat(64)

/** Link of one entry: sha256 over the link before it and the entry itself, so that no earlier byte can change unseen. */
export function linkOf(previous: string, row: AuditRow): string {
  const { sequence, at, actor, action, subject, detail } = row
  const canonical = JSON.stringify([sequence, at, actor, action, subject, detail])
  return createHash('sha256').update(`akari.audit-entry.v1\n${previous}\n${canonical}`).digest('hex')
}
