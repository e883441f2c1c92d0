import type { MainDatabase } from '../../db/database.ts'

export type GuideRecord = { putAway: boolean; finishedAt: string | null }
export type GuideStore = ReturnType<typeof guideStore>

/** What is remembered of the guide for each person. */
export function guideStore(db: MainDatabase) {
  return {
    find: async (userId: string): Promise<GuideRecord> => {
      const row = await db.selectFrom('user_guide').selectAll().where('user_id', '=', userId).executeTakeFirst()
      return { putAway: row?.put_away === 1, finishedAt: row?.finished_at ?? null }
    },
    save: async (userId: string, { putAway, finishedAt }: GuideRecord): Promise<void> => {
      const values = { put_away: putAway ? 1 : 0, finished_at: finishedAt }
      await db
        .insertInto('user_guide')
        .values({ user_id: userId, ...values })
        .onConflict((conflict) => conflict.column('user_id').doUpdateSet(values))
        .execute()
    },
  }
}
