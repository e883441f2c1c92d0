import { DisplayHealth, DisplayProfile, Maintenance } from '@akari/protocol'
import { z } from 'zod'
import type { MainDatabase } from '../../db/database.ts'
import type { MainTables } from '../../db/schema.ts'
import { grouped } from './grouped.ts'

const Names = z.array(z.string())

/** `health` was reported at `lastSeenAt`; null when the player has not told any. */
export type StoredDisplay = {
  id: string
  profile: DisplayProfile
  groups: string[]
  tags: string[]
  defaultPlaylistId: string | null
  publicKey: string | null
  pairedAt: string | null
  lastSeenAt: string | null
  health: DisplayHealth | null
  createdAt: string
  /** Hidden, for the self-test. */
  canary: boolean
  /** Also one whose time is over already. */
  maintenance: Maintenance | null
}
export type DisplaysStore = ReturnType<typeof displaysStore>

function stored(row: MainTables['display']): StoredDisplay {
  const groups = Names.parse(JSON.parse(row.groups))
  return {
    id: row.id,
    profile: grouped(DisplayProfile.parse(JSON.parse(row.profile)), groups),
    groups,
    tags: Names.parse(JSON.parse(row.tags)),
    defaultPlaylistId: row.default_playlist_id,
    publicKey: row.public_key,
    pairedAt: row.paired_at,
    lastSeenAt: row.last_seen_at,
    health: healthOf(row.health),
    createdAt: row.created_at,
    canary: row.canary === 1,
    maintenance: row.maintenance === null ? null : Maintenance.parse(JSON.parse(row.maintenance)),
  }
}

/** What a server of another version stored and this one does not understand counts as not reported. */
function healthOf(text: string | null): DisplayHealth | null {
  const health = text === null ? null : DisplayHealth.safeParse(JSON.parse(text))
  return health?.success === true ? health.data : null
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
          tags: JSON.stringify(display.tags),
          default_playlist_id: display.defaultPlaylistId,
          public_key: display.publicKey,
          paired_at: display.pairedAt,
          last_seen_at: display.lastSeenAt,
          health: display.health === null ? null : JSON.stringify(display.health),
          created_at: display.createdAt,
          canary: display.canary ? 1 : 0,
          maintenance: null,
        })
        .execute()
    },
    setMaintenance: async (id: string, maintenance: Maintenance | null): Promise<void> => {
      await db
        .updateTable('display')
        .set({ maintenance: maintenance === null ? null : JSON.stringify(maintenance) })
        .where('id', '=', id)
        .execute()
    },
    update: async (
      display: Pick<StoredDisplay, 'id' | 'profile' | 'groups' | 'tags' | 'defaultPlaylistId' | 'canary'>,
    ): Promise<void> => {
      await db
        .updateTable('display')
        .set({
          profile: JSON.stringify(display.profile),
          groups: JSON.stringify(display.groups),
          tags: JSON.stringify(display.tags),
          default_playlist_id: display.defaultPlaylistId,
          canary: display.canary ? 1 : 0,
        })
        .where('id', '=', display.id)
        .execute()
    },
    /** Gives the record a player, or takes it away; the former player's sessions and last word end in the same step. */
    setPlayer: async (id: string, player: { publicKey: string; pairedAt: string } | null): Promise<void> => {
      await db.transaction().execute(async (tx) => {
        await tx
          .updateTable('display')
          .set({
            public_key: player?.publicKey ?? null,
            paired_at: player?.pairedAt ?? null,
            last_seen_at: null,
            health: null,
          })
          .where('id', '=', id)
          .execute()
        await tx.deleteFrom('player_session').where('display_id', '=', id).execute()
      })
    },
    /** A later word that another server heard stays. */
    setLastWords: async (words: ReadonlyMap<string, { at: string; health: DisplayHealth | null }>): Promise<void> => {
      if (words.size === 0) return
      await db.transaction().execute(async (tx) => {
        // In one order everywhere, so that two servers never wait for each other.
        for (const [id, { at, health }] of [...words].sort(([a], [b]) => (a < b ? -1 : 1))) {
          await tx
            .updateTable('display')
            .set({ last_seen_at: at, ...(health === null ? {} : { health: JSON.stringify(health) }) })
            .where('id', '=', id)
            .where((e) => e.or([e('last_seen_at', 'is', null), e('last_seen_at', '<', at)]))
            .execute()
        }
      })
    },
    remove: async (id: string): Promise<void> => {
      await db.deleteFrom('display').where('id', '=', id).execute()
    },
  }
}
