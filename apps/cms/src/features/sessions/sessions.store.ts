import type { MainDatabase } from '../../db/database.ts'

export type SessionsStore = ReturnType<typeof sessionsStore>

export function sessionsStore(db: MainDatabase) {
  return {
    insert: async (session: {
      tokenHash: string
      userId: string
      createdAt: string
      expiresAt: string
    }): Promise<void> => {
      await db
        .insertInto('staff_session')
        .values({
          token_hash: session.tokenHash,
          user_id: session.userId,
          created_at: session.createdAt,
          expires_at: session.expiresAt,
        })
        .execute()
    },
    userIdOf: async (tokenHash: string, now: string): Promise<string | null> => {
      const row = await db
        .selectFrom('staff_session')
        .select('user_id')
        .where('token_hash', '=', tokenHash)
        .where('expires_at', '>', now)
        .executeTakeFirst()
      return row?.user_id ?? null
    },
    remove: async (tokenHash: string): Promise<void> => {
      await db.deleteFrom('staff_session').where('token_hash', '=', tokenHash).execute()
    },
    removeExpired: async (now: string): Promise<void> => {
      await db.deleteFrom('staff_session').where('expires_at', '<=', now).execute()
    },
  }
}
