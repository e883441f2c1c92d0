import { type Id, Notice } from '@akari/protocol'
import type { MainDatabase } from '../../db/database.ts'

/** So many of one person are kept and shown. */
const KEPT = 100

export type NoticeStore = ReturnType<typeof noticeStore>

export function noticeStore(db: MainDatabase) {
  return {
    /** One for each of these people; those that have no account any more are passed over. */
    insert: async (notices: readonly (Omit<Notice, 'readAt'> & { userId: Id })[]): Promise<void> => {
      const people = await db.selectFrom('user_account').select('id').execute()
      const known = new Set(people.map(({ id }) => id))
      const rows = notices
        .filter(({ userId }) => known.has(userId))
        .map(({ id, userId, at, kind, words, path }) => ({
          id,
          user_id: userId,
          at,
          kind,
          words: JSON.stringify(words),
          path,
          read_at: null,
        }))
      if (rows.length > 0) await db.insertInto('notice').values(rows).execute()
    },
    /** Newest first. */
    list: async (userId: Id): Promise<Notice[]> => {
      const rows = await db
        .selectFrom('notice')
        .selectAll()
        .where('user_id', '=', userId)
        .orderBy('at', 'desc')
        .orderBy('id')
        .limit(KEPT)
        .execute()
      return rows.flatMap((row) => {
        const words = Notice.shape.words.parse(JSON.parse(row.words))
        // A kind that a newer version wrote has no sentence here.
        const notice = Notice.safeParse({ ...row, words, readAt: row.read_at })
        return notice.success ? [notice.data] : []
      })
    },
    read: async (userId: Id, ids: readonly Id[] | null, at: Date): Promise<void> => {
      let query = db
        .updateTable('notice')
        .set({ read_at: at.toISOString() })
        .where('user_id', '=', userId)
        .where('read_at', 'is', null)
      if (ids !== null) query = query.where('id', 'in', ids.length === 0 ? [''] : [...ids])
      await query.execute()
    },
    removeBefore: async (at: Date): Promise<void> => {
      await db.deleteFrom('notice').where('at', '<', at.toISOString()).execute()
    },
  }
}
