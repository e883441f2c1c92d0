import { BreakGlassRecord } from '@akari/protocol'
import type { MainDatabase } from '../../db/database.ts'

/** What one person alone sent out, as it is told to administrators. */
export type BrokenGlass = Omit<BreakGlassRecord, 'acknowledgedBy' | 'acknowledgedAt'>
const Body = BreakGlassRecord.pick({ by: true, reason: true, headline: true })

export type BrokenGlassStore = ReturnType<typeof brokenGlassStore>

/** What was sent out by one person alone, until an administrator has seen it. */
export function brokenGlassStore(db: MainDatabase) {
  return {
    /** One that is there already stays as it is. */
    keep: async ({ alertId, at, by, reason, headline }: BrokenGlass): Promise<void> => {
      await db
        .insertInto('broken_glass')
        .values({
          alert_id: alertId,
          sent_at: at,
          body: JSON.stringify({ by, reason, headline }),
          acknowledged_by: null,
          acknowledged_at: null,
        })
        .onConflict((c) => c.columns(['alert_id', 'sent_at']).doNothing())
        .execute()
    },
    /** Not acknowledged yet, oldest first. */
    open: async (): Promise<BreakGlassRecord[]> => {
      const rows = await db
        .selectFrom('broken_glass')
        .selectAll()
        .where('acknowledged_at', 'is', null)
        .orderBy('sent_at')
        .execute()
      return rows.map(({ alert_id, sent_at, body, acknowledged_by, acknowledged_at }) => ({
        alertId: alert_id,
        at: sent_at,
        ...Body.parse(JSON.parse(body)),
        acknowledgedBy: acknowledged_by,
        acknowledgedAt: acknowledged_at,
      }))
    },
    /** How many were waiting for it. */
    acknowledge: async (alertId: string, by: string, at: string): Promise<number> => {
      const done = await db
        .updateTable('broken_glass')
        .set({ acknowledged_by: by, acknowledged_at: at })
        .where('alert_id', '=', alertId)
        .where('acknowledged_at', 'is', null)
        .executeTakeFirst()
      return Number(done.numUpdatedRows)
    },
  }
}
