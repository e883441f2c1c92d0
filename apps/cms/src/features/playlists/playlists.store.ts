import { DraftItem, type Id, PlaylistView } from '@akari/protocol'
import { z } from 'zod'
import type { MainDatabase } from '../../db/database.ts'
import type { MainTables } from '../../db/schema.ts'

const Items = z.array(DraftItem)
export const StoredPlaylist = PlaylistView.omit({ usedInEntries: true })
export type StoredPlaylist = z.infer<typeof StoredPlaylist>

export type PlaylistStore = ReturnType<typeof playlistStore>

export function playlistStore(db: MainDatabase) {
  return {
    /** By name, then id. */
    list: async (): Promise<StoredPlaylist[]> => {
      const rows = await db.selectFrom('playlist').selectAll().orderBy('name').orderBy('id').execute()
      return rows.map(fromRow)
    },
    find: async (id: Id): Promise<StoredPlaylist | null> => {
      const row = await db.selectFrom('playlist').selectAll().where('id', '=', id).executeTakeFirst()
      return row === undefined ? null : fromRow(row)
    },
    insert: async (playlist: StoredPlaylist): Promise<void> => {
      await db.insertInto('playlist').values(toRow(playlist)).execute()
    },
    /** Replaces the playlist if it still has `expectedVersion`; false when it has another one or is gone. */
    replace: async (playlist: StoredPlaylist, expectedVersion: number): Promise<boolean> => {
      const done = await db
        .updateTable('playlist')
        .set(toRow(playlist))
        .where('id', '=', playlist.id)
        .where('version', '=', expectedVersion)
        .executeTakeFirst()
      return done.numUpdatedRows === 1n
    },
    /** False when there was none. */
    remove: async (id: Id): Promise<boolean> => {
      const done = await db.deleteFrom('playlist').where('id', '=', id).executeTakeFirst()
      return done.numDeletedRows === 1n
    },
  }
}

function fromRow(row: MainTables['playlist']): StoredPlaylist {
  return StoredPlaylist.parse({
    id: row.id,
    name: row.name,
    items: Items.parse(JSON.parse(row.items)),
    version: row.version,
    updatedAt: row.updated_at,
    ...(row.sync === 1 ? { sync: true } : {}),
    ...(row.campaign === 1 ? { campaign: true } : {}),
    ...(row.transition === null ? {} : { transition: row.transition }),
  })
}

function toRow(playlist: StoredPlaylist): MainTables['playlist'] {
  return {
    id: playlist.id,
    name: playlist.name,
    items: JSON.stringify(playlist.items),
    version: playlist.version,
    updated_at: playlist.updatedAt,
    sync: playlist.sync === true ? 1 : 0,
    campaign: playlist.campaign === true ? 1 : 0,
    transition: playlist.transition ?? null,
  }
}
