import { AssetFolder, type Id } from '@akari/protocol'
import type { Selectable } from 'kysely'
import type { MainDatabase } from '../../db/database.ts'
import type { MainTables } from '../../db/schema.ts'

export type FolderStore = ReturnType<typeof folderStore>

/** Folders of the library. Writes give false when a sibling has the name already, or somebody else was first. */
export function folderStore(db: MainDatabase) {
  return {
    list: async (): Promise<AssetFolder[]> => {
      const rows = await db.selectFrom('asset_folder').selectAll().orderBy('name').orderBy('id').execute()
      return rows.map(fromRow)
    },
    insert: async (folder: AssetFolder): Promise<boolean> => {
      const done = await db
        .insertInto('asset_folder')
        .values(toRow(folder))
        .onConflict((conflict) => conflict.columns(['parent_id', 'name']).doNothing())
        .executeTakeFirst()
      return Number(done.numInsertedOrUpdatedRows ?? 0) === 1
    },
    replace: async (folder: AssetFolder, expected: number): Promise<boolean> => {
      const { id: _id, created_at: _created, ...row } = toRow(folder)
      const done = await db
        .updateTable('asset_folder')
        .set(row)
        .where('id', '=', folder.id)
        .where('version', '=', expected)
        .executeTakeFirst()
      return done.numUpdatedRows === 1n
    },
    /** Removes a folder; the assets in it, those in the bin too, go to its parent. */
    remove: (folder: AssetFolder): Promise<void> =>
      db.transaction().execute(async (trx) => {
        await trx.updateTable('asset').set({ folder_id: folder.parentId }).where('folder_id', '=', folder.id).execute()
        await trx.deleteFrom('asset_folder').where('id', '=', folder.id).execute()
      }),
    exists: async (id: Id): Promise<boolean> =>
      (await db.selectFrom('asset_folder').select('id').where('id', '=', id).executeTakeFirst()) !== undefined,
  }
}

function fromRow(row: Selectable<MainTables['asset_folder']>): AssetFolder {
  const parentId = row.parent_id === '' ? null : row.parent_id
  return AssetFolder.parse({ id: row.id, parentId, name: row.name, version: row.version, createdAt: row.created_at })
}

function toRow(folder: AssetFolder): MainTables['asset_folder'] {
  return {
    id: folder.id,
    parent_id: folder.parentId ?? '',
    name: folder.name,
    version: folder.version,
    created_at: folder.createdAt,
  }
}
