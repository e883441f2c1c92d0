import { AuditEntry } from '@akari/protocol'
import { z } from 'zod'
import type { MainDatabase } from '../../db/database.ts'

const Detail = z.record(z.string(), z.unknown())

export type AuditStore = ReturnType<typeof auditStore>

/** Append-only: the database refuses updates and deletions (migration 002). */
export function auditStore(db: MainDatabase) {
  return {
    append: async (entry: Omit<AuditEntry, 'sequence'>): Promise<void> => {
      // Two writers may take the same number; the loser takes the next one.
      for (let attempt = 0; ; attempt++) {
        const last = await db
          .selectFrom('audit_entry')
          .select((e) => e.fn.max('sequence').as('last'))
          .executeTakeFirst()
        const done = await db
          .insertInto('audit_entry')
          .values({ ...entry, detail: JSON.stringify(entry.detail), sequence: (last?.last ?? 0) + 1 })
          .onConflict((c) => c.column('sequence').doNothing())
          .executeTakeFirst()
        if (Number(done.numInsertedOrUpdatedRows ?? 0) === 1) return
        if (attempt === 50) throw new Error('audit log: no free sequence number after 50 tries')
      }
    },
    list: async (before: number | undefined, limit: number): Promise<AuditEntry[]> => {
      const base = db.selectFrom('audit_entry').selectAll().orderBy('sequence', 'desc').limit(limit)
      const rows = await (before === undefined ? base : base.where('sequence', '<', before)).execute()
      return rows.map((row) => AuditEntry.parse({ ...row, detail: Detail.parse(JSON.parse(row.detail)) }))
    },
  }
}
