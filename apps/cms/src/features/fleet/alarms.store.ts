import type { Id } from '@akari/protocol'
import type { MainDatabase } from '../../db/database.ts'

export type Alarm = { displayId: Id; since: string; raisedAt: string }
export type AlarmsStore = ReturnType<typeof alarmsStore>

/** Displays whose absence was told and that are not back. */
export function alarmsStore(db: MainDatabase) {
  return {
    list: async (): Promise<Alarm[]> => {
      const rows = await db.selectFrom('display_alarm').selectAll().orderBy('raised_at').orderBy('display_id').execute()
      return rows.map((row) => ({ displayId: row.display_id, since: row.since, raisedAt: row.raised_at }))
    },
    /** True for the one node that was first. */
    raise: async ({ displayId, since, raisedAt }: Alarm): Promise<boolean> => {
      const done = await db
        .insertInto('display_alarm')
        .values({ display_id: displayId, since, raised_at: raisedAt })
        .onConflict((conflict) => conflict.column('display_id').doNothing())
        .executeTakeFirst()
      return Number(done.numInsertedOrUpdatedRows ?? 0) === 1
    },
    /** True for the one node that was first. */
    end: async (displayId: Id): Promise<boolean> => {
      const done = await db.deleteFrom('display_alarm').where('display_id', '=', displayId).executeTakeFirst()
      return done.numDeletedRows === 1n
    },
  }
}
