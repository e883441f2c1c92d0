import type { AuditHead, AuditVerdict } from '@akari/protocol'
import { type ChainedRow, GENESIS, linkOf } from '../../db/audit-link.ts'

/** Walks the whole log, oldest entry first, and holds it against heads that were signed earlier. */
export async function verifyChain(rows: AsyncIterable<ChainedRow>, heads: readonly AuditHead[]): Promise<AuditVerdict> {
  let [sequence, previous] = [0, GENESIS]
  for await (const row of rows) {
    sequence += 1
    if (row.sequence !== sequence) return { state: 'broken', sequence, reason: 'missing' }
    if (linkOf(previous, row) !== row.hash) return { state: 'broken', sequence, reason: 'altered' }
    previous = row.hash
    if (heads.some((head) => head.sequence === sequence && head.hash !== row.hash))
      return { state: 'broken', sequence, reason: 'rewritten' }
  }
  const isCutShort = heads.some((head) => head.sequence > sequence)
  return isCutShort
    ? { state: 'broken', sequence: sequence + 1, reason: 'missing' }
    : { state: 'intact', entries: sequence }
}
