import type { MainDatabase } from '../../db/database.ts'
import type { IdempotencyStore } from '../../http/idempotency.ts'

const KEPT_MS = 24 * 3_600_000
/** Work that has not ended by then was cut off with its server. */
const CUT_OFF_MS = 10 * 60_000

/** Answers to requests with an `Idempotency-Key`, for a day; on the database, so that every server gives the same. */
export function keptAnswers(db: MainDatabase, now: () => Date): IdempotencyStore & { sweep: () => Promise<number> } {
  const ago = (ms: number) => new Date(now().getTime() - ms).toISOString()
  return {
    claim: async (key, request) => {
      await db.deleteFrom('kept_answer').where('key', '=', key).where('at', '<', ago(KEPT_MS)).execute()
      const cutOff = db.deleteFrom('kept_answer').where('key', '=', key).where('status', 'is', null)
      await cutOff.where('at', '<', ago(CUT_OFF_MS)).execute()
      const done = await db
        .insertInto('kept_answer')
        .values({ key, request, status: null, body: null, at: now().toISOString() })
        .onConflict((c) => c.column('key').doNothing())
        .executeTakeFirst()
      if (Number(done.numInsertedOrUpdatedRows ?? 0) === 1) return null
      const row = await db.selectFrom('kept_answer').selectAll().where('key', '=', key).executeTakeFirst()
      // Freed between the two questions: the other one's work failed, and the caller may simply ask again.
      return row ?? { request, status: null, body: null }
    },
    keep: async (key, status, body) => {
      await db.updateTable('kept_answer').set({ status, body }).where('key', '=', key).execute()
    },
    free: async (key) => {
      await db.deleteFrom('kept_answer').where('key', '=', key).execute()
    },
    /** Deletes what is older than a day; gives how many. */
    sweep: async () => {
      const done = await db.deleteFrom('kept_answer').where('at', '<', ago(KEPT_MS)).executeTakeFirst()
      return Number(done.numDeletedRows)
    },
  }
}
