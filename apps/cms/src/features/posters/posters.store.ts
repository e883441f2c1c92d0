import { type Id, PosterContent, PosterView, Texts } from '@akari/protocol'
import type { z } from 'zod'
import type { MainDatabase } from '../../db/database.ts'
import type { MainTables } from '../../db/schema.ts'

export const StoredPoster = PosterView.omit({ usedIn: true })
export type StoredPoster = z.infer<typeof StoredPoster>

export type PosterStore = ReturnType<typeof posterStore>

export function posterStore(db: MainDatabase) {
  return {
    /** The one changed last first. */
    list: async (): Promise<StoredPoster[]> => {
      const rows = await db.selectFrom('poster').selectAll().orderBy('updated_at', 'desc').orderBy('id').execute()
      return rows.map(fromRow)
    },
    find: async (id: Id): Promise<StoredPoster | null> => {
      const row = await db.selectFrom('poster').selectAll().where('id', '=', id).executeTakeFirst()
      return row === undefined ? null : fromRow(row)
    },
    insert: async (poster: StoredPoster): Promise<void> => {
      await db.insertInto('poster').values(toRow(poster)).execute()
    },
    /** Replaces the poster if it still has `expectedVersion`; false when it has another one or is gone. */
    replace: async (poster: StoredPoster, expectedVersion: number): Promise<boolean> => {
      const done = await db
        .updateTable('poster')
        .set(toRow(poster))
        .where('id', '=', poster.id)
        .where('version', '=', expectedVersion)
        .executeTakeFirst()
      return done.numUpdatedRows === 1n
    },
    /** False when there was none. */
    remove: async (id: Id): Promise<boolean> => {
      const done = await db.deleteFrom('poster').where('id', '=', id).executeTakeFirst()
      return done.numDeletedRows === 1n
    },
  }
}

function fromRow(row: MainTables['poster']): StoredPoster {
  return StoredPoster.parse({
    id: row.id,
    title: Texts.parse(JSON.parse(row.title)),
    poster: PosterContent.parse(JSON.parse(row.poster)),
    pictureId: row.picture_id,
    version: row.version,
    updatedAt: row.updated_at,
  })
}

function toRow(poster: StoredPoster): MainTables['poster'] {
  return {
    id: poster.id,
    title: JSON.stringify(poster.title),
    poster: JSON.stringify(poster.poster),
    picture_id: poster.pictureId,
    version: poster.version,
    updated_at: poster.updatedAt,
  }
}
