import type { Id, Instant } from '@akari/protocol'
import type { MainDatabase } from '../../../db/database.ts'

export type StreamAlarmsStore = ReturnType<typeof streamAlarmsStore>

/** Sittings whose missing stream was told; each once, by the node that was first. */
export function streamAlarmsStore(db: MainDatabase) {
  return {
    /** True for the one node that was first. */
    raise: async (sittingId: Id, at: Instant): Promise<boolean> => {
      const done = await db
        .insertInto('stream_alarm')
        .values({ sitting_id: sittingId, raised_at: at, ended_at: null })
        .onConflict((conflict) => conflict.column('sitting_id').doNothing())
        .executeTakeFirst()
      return Number(done.numInsertedOrUpdatedRows ?? 0) === 1
    },
    /** True for the one node that was first, where one was raised. */
    end: async (sittingId: Id, at: Instant): Promise<boolean> => {
      const done = await db
        .updateTable('stream_alarm')
        .set({ ended_at: at })
        .where('sitting_id', '=', sittingId)
        .where('ended_at', 'is', null)
        .executeTakeFirst()
      return done.numUpdatedRows === 1n
    },
    removeBefore: async (before: Instant): Promise<void> => {
      await db.deleteFrom('stream_alarm').where('raised_at', '<', before).execute()
    },
  }
}
