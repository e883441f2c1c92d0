import { BasemapPicture, BasemapTiles, FileRef, type Sha256 } from '@akari/protocol'
import { z } from 'zod'
import type { MainDatabase } from '../../db/database.ts'
import type { MainTables } from '../../db/schema.ts'

/** What was found in a file that staff sent. */
export const BasemapFound = z.discriminatedUnion('kind', [
  BasemapTiles.omit({ tiles: true }).extend({ kind: z.literal('tiles') }),
  BasemapPicture.omit({ file: true }).extend({ kind: z.literal('picture') }),
])
export type BasemapFound = z.infer<typeof BasemapFound>
export type StoredBasemapFile = { file: FileRef; about: BasemapFound; sentAt: string }

export type BasemapStore = ReturnType<typeof basemapStore>

export function basemapStore(db: MainDatabase) {
  return {
    list: async (): Promise<StoredBasemapFile[]> => {
      const rows = await db.selectFrom('basemap_file').selectAll().orderBy('sent_at').orderBy('sha256').execute()
      return rows.map(fromRow)
    },
    find: async (sha256: Sha256): Promise<StoredBasemapFile | null> => {
      const row = await db.selectFrom('basemap_file').selectAll().where('sha256', '=', sha256).executeTakeFirst()
      return row === undefined ? null : fromRow(row)
    },
    /** The same file sent again is young again. */
    keep: async ({ file, about, sentAt }: StoredBasemapFile): Promise<void> => {
      const { sha256, bytes, mediaType: media_type } = file
      const row: MainTables['basemap_file'] = {
        sha256,
        bytes,
        media_type,
        about: JSON.stringify(about),
        sent_at: sentAt,
      }
      await db
        .insertInto('basemap_file')
        .values(row)
        .onConflict((conflict) => conflict.column('sha256').doUpdateSet({ sent_at: sentAt }))
        .execute()
    },
    forget: async (sha256: Sha256): Promise<void> => {
      await db.deleteFrom('basemap_file').where('sha256', '=', sha256).execute()
    },
  }
}

function fromRow({ sha256, bytes, media_type, about, sent_at }: MainTables['basemap_file']): StoredBasemapFile {
  return {
    file: FileRef.parse({ sha256, bytes, mediaType: media_type }),
    about: BasemapFound.parse(JSON.parse(about)),
    sentAt: sent_at,
  }
}
