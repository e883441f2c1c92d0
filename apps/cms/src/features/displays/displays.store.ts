import { DisplayProfile } from '@akari/protocol'
import { z } from 'zod'
import type { MainDatabase } from '../../db/database.ts'
import type { MainTables } from '../../db/schema.ts'

const Groups = z.array(z.string())

export type StoredDisplay = {
  id: string
  profile: DisplayProfile
  groups: string[]
  defaultPlaylistId: string | null
  publicKey: string | null
  pairedAt: string | null
  lastSeenAt: string | null
  createdAt: string
}
export type DisplaysStore = ReturnType<typeof displaysStore>

function stored(row: MainTables['display']): StoredDisplay {
  return {
    id: row.id,
    profile: DisplayProfile.parse(JSON.parse(row.profile)),
    groups: Groups.parse(JSON.parse(row.groups)),
    defaultPlaylistId: row.default_playlist_id,
    publicKey: row.public_key,
    pairedAt: row.paired_at,
    lastSeenAt: row.last_seen_at,
    createdAt: row.created_at,
  }
}

export function displaysStore(db: MainDatabase) {
  return {
    list: async (): Promise<StoredDisplay[]> =>
      (await db.selectFrom('display').selectAll().orderBy('created_at').orderBy('id').execute()).map(stored),
    byId: async (id: string): Promise<StoredDisplay | null> => {
      const row = await db.selectFrom('display').selectAll().where('id', '=', id).executeTakeFirst()
      return row === undefined ? null : stored(row)
    },
    insert: async (display: StoredDisplay): Promise<void> => {
      await db
        .insertInto('display')
        .values({
          id: display.id,
          profile: JSON.stringify(display.profile),
          groups: JSON.stringify(display.groups),
          default_playlist_id: display.defaultPlaylistId,
          public_key: display.publicKey,
          paired_at: display.pairedAt,
          last_seen_at: display.lastSeenAt,
          created_at: display.createdAt,
        })
        .execute()
    },
    update: async (display: Pick<StoredDisplay, 'id' | 'profile' | 'groups' | 'defaultPlaylistId'>): Promise<void> => {
      await db
        .updateTable('display')
        .set({
          profile: JSON.stringify(display.profile),
          groups: JSON.stringify(display.groups),
          default_playlist_id: display.defaultPlaylistId,
        })
        .where('id', '=', display.id)
        .execute()
    },
    /** Gives the record a player, or takes it away; sessions of the former player end in the same step. */
    setPlayer: async (id: string, player: { publicKey: string; pairedAt: string } | null): Promise<void> => {
      await db.transaction().execute(async (tx) => {
        await tx
          .updateTable('display')
          .set({ public_key: player?.publicKey ?? null, paired_at: player?.pairedAt ?? null })
          .where('id', '=', id)
          .execute()
        await tx.deleteFrom('player_session').where('display_id', '=', id).execute()
      })
    },
    setLastSeen: async (seen: ReadonlyMap<string, string>): Promise<void> => {
      await db.transaction().execute(async (tx) => {
        for (const [id, at] of seen) {
          await tx.updateTable('display').set({ last_seen_at: at }).where('id', '=', id).execute()
        }
      })
    },
    remove: async (id: string): Promise<void> => {
      await db.deleteFrom('display').where('id', '=', id).execute()
    },
  }
}
