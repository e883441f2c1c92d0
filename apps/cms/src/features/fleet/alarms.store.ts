import type { Id } from '@akari/protocol'
import type { MainDatabase } from '../../db/database.ts'

/**
 * `since`: when it was last heard; `toldAt`: when people were told last; `reminded`: they were told more than once, and the
 * next in line as well; `backAt`: heard again since then, and nobody was told of that yet.
 */
export type Alarm = {
  displayId: Id
  since: string
  raisedAt: string
  toldAt: string
  reminded: boolean
  backAt: string | null
}
export type AlarmsStore = ReturnType<typeof alarmsStore>

/** Displays whose absence was told, until their return was told as well. */
export function alarmsStore(db: MainDatabase) {
  return {
    list: async (): Promise<Alarm[]> => {
      const rows = await db.selectFrom('display_alarm').selectAll().orderBy('raised_at').orderBy('display_id').execute()
      return rows.map((row) => ({
        displayId: row.display_id,
        since: row.since,
        raisedAt: row.raised_at,
        toldAt: row.told_at ?? row.raised_at,
        reminded: row.told_at !== null && row.told_at !== row.raised_at,
        backAt: row.back_at,
      }))
    },
    /** True for the one node that was first. */
    raise: async (displayId: Id, since: string, at: string): Promise<boolean> => {
      const done = await db
        .insertInto('display_alarm')
        .values({ display_id: displayId, since, raised_at: at, told_at: at, back_at: null })
        .onConflict((conflict) => conflict.column('display_id').doNothing())
        .executeTakeFirst()
      return Number(done.numInsertedOrUpdatedRows ?? 0) === 1
    },
    /** People are told again; true for the one node that was first. */
    remind: async ({ displayId, toldAt }: Alarm, at: string): Promise<boolean> => {
      const done = await db
        .updateTable('display_alarm')
        .set({ told_at: at })
        .where('display_id', '=', displayId)
        .where((e) => e(e.fn.coalesce('told_at', 'raised_at'), '=', toldAt))
        .executeTakeFirst()
      return done.numUpdatedRows === 1n
    },
    /** It was heard again, or, null, is away once more. */
    setBack: async (displayId: Id, at: string | null): Promise<void> => {
      await db.updateTable('display_alarm').set({ back_at: at }).where('display_id', '=', displayId).execute()
    },
    /** True for the one node that was first. */
    end: async (displayId: Id): Promise<boolean> => {
      const done = await db.deleteFrom('display_alarm').where('display_id', '=', displayId).executeTakeFirst()
      return done.numDeletedRows === 1n
    },
  }
}
