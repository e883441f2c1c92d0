import type { MainDatabase } from '../../db/database.ts'

export type PlayersStore = ReturnType<typeof playersStore>

/** Challenges and sessions of players. */
export function playersStore(db: MainDatabase) {
  return {
    addChallenge: async (challenge: string, displayId: string, expiresAt: string): Promise<void> => {
      await db
        .insertInto('player_challenge')
        .values({ challenge, display_id: displayId, expires_at: expiresAt })
        .execute()
    },
    /** True once for each challenge. */
    takeChallenge: async (challenge: string, displayId: string, now: string): Promise<boolean> => {
      const done = await db
        .deleteFrom('player_challenge')
        .where('challenge', '=', challenge)
        .where('display_id', '=', displayId)
        .where('expires_at', '>', now)
        .executeTakeFirst()
      return Number(done.numDeletedRows) === 1
    },
    addSession: async (tokenHash: string, displayId: string, expiresAt: string): Promise<void> => {
      await db
        .insertInto('player_session')
        .values({ token_hash: tokenHash, display_id: displayId, expires_at: expiresAt })
        .execute()
    },
    displayIdOf: async (tokenHash: string, now: string): Promise<string | null> => {
      const row = await db
        .selectFrom('player_session')
        .select('display_id')
        .where('token_hash', '=', tokenHash)
        .where('expires_at', '>', now)
        .executeTakeFirst()
      return row?.display_id ?? null
    },
    removeExpired: async (now: string): Promise<void> => {
      await db.deleteFrom('player_challenge').where('expires_at', '<=', now).execute()
      await db.deleteFrom('player_session').where('expires_at', '<=', now).execute()
    },
  }
}
