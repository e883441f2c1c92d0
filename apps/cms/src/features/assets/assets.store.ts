import { type Id, type Instant, Sha256 } from '@akari/protocol'
import type { MainDatabase } from '../../db/database.ts'
import {
  assetFromRow,
  type AssetRow,
  assetToRow,
  type RenditionRow,
  renditionToRow,
  type StoredAsset,
  type StoredRendition,
  type StoredVersion,
  versionFromRow,
  versionToRow,
} from './stored-asset.ts'

export type AssetStore = ReturnType<typeof assetStore>

/** Assets with the file they are now; the bin is a mark on the asset, so that taking back loses nothing. */
export function assetStore(db: MainDatabase) {
  return { ...reading(db), ...writing(db), ...ofFiles(db) }
}

const FILE = [
  'filename',
  'sha256',
  'bytes',
  'media_type',
  'width',
  'height',
  'duration_ms',
  'probed',
  'playable',
  'framing',
  'file_at',
  'file_by',
  'restored_from',
] as const

function reading(db: MainDatabase) {
  const assets = () =>
    db
      .selectFrom('asset')
      .innerJoin('asset_version', (join) =>
        join.onRef('asset_version.asset_id', '=', 'asset.id').onRef('asset_version.number', '=', 'asset.file_version'),
      )
      .selectAll('asset')
      .select(FILE)
  const withRenditions = async (rows: readonly AssetRow[]): Promise<StoredAsset[]> => {
    const made = Map.groupBy(await allRenditions(db), ({ source_sha256 }) => source_sha256)
    return rows.map((row) => assetFromRow(row, made.get(row.sha256) ?? []))
  }
  return {
    /** What is in the library, newest first. */
    list: async (): Promise<StoredAsset[]> =>
      withRenditions(
        await assets().where('deleted_at', 'is', null).orderBy('created_at', 'desc').orderBy('id').execute(),
      ),
    /** What is in the bin, last deleted first. */
    bin: async (): Promise<StoredAsset[]> =>
      withRenditions(
        await assets().where('deleted_at', 'is not', null).orderBy('deleted_at', 'desc').orderBy('id').execute(),
      ),
    /** An asset of the library or the bin. */
    find: async (id: Id): Promise<StoredAsset | null> => {
      const row = await assets().where('asset.id', '=', id).executeTakeFirst()
      return row === undefined ? null : assetFromRow(row, await renditionsOf(db, row.sha256))
    },
    /** The oldest asset, of the library before the bin, whose file is this one. */
    ofFile: async (sha256: Sha256): Promise<StoredAsset | null> => {
      const rows = await assets().where('sha256', '=', sha256).orderBy('created_at').orderBy('asset.id').execute()
      const row = rows.find(({ deleted_at }) => deleted_at === null) ?? rows[0]
      return row === undefined ? null : assetFromRow(row, await renditionsOf(db, row.sha256))
    },
    /** Every file an asset was and is, newest first. */
    versions: async (id: Id): Promise<StoredVersion[]> => {
      const rows = await db
        .selectFrom('asset_version')
        .selectAll()
        .where('asset_id', '=', id)
        .orderBy('number', 'desc')
        .execute()
      const made = Map.groupBy(await allRenditions(db), ({ source_sha256 }) => source_sha256)
      return rows.map((row) => versionFromRow(row, made.get(row.sha256) ?? []))
    },
  }
}

function writing(db: MainDatabase) {
  return {
    /** Stores an asset with its renditions; false when this id is there already, which is then left as it was. */
    insert: (asset: StoredAsset): Promise<boolean> =>
      db.transaction().execute(async (trx) => {
        const done = await trx
          .insertInto('asset')
          .values(assetToRow(asset))
          .onConflict((conflict) => conflict.column('id').doNothing())
          .executeTakeFirst()
        if (Number(done.numInsertedOrUpdatedRows ?? 0) === 0) return false
        const version = versionToRow(asset.id, { ...asset, number: asset.fileVersion })
        await trx.insertInto('asset_version').values(version).execute()
        await insertRenditions(trx, asset.file.sha256, asset.renditions)
        return true
      }),
    /**
     * Writes what staff say of an asset of the library, `version` being one more than it was; false when somebody else was
     * first. An asset that becomes the base of others is no longer a variant of something in the bin.
     */
    change: (asset: StoredAsset): Promise<boolean> =>
      db.transaction().execute(async (trx) => {
        const { id: _id, created_at: _created, file_version: _file, ...row } = assetToRow(asset)
        const done = await trx
          .updateTable('asset')
          .set(row)
          .where('id', '=', asset.id)
          .where('version', '=', asset.version - 1)
          .where('deleted_at', 'is', null)
          .executeTakeFirst()
        if (done.numUpdatedRows === 0n) return false
        await trx
          .updateTable('asset_version')
          .set({ framing: JSON.stringify(asset.framing) })
          .where('asset_id', '=', asset.id)
          .where('number', '=', asset.fileVersion)
          .execute()
        if (asset.variantOf !== null) {
          const free = { variant_of: null, language: null }
          await trx.updateTable('asset').set(free).where('id', '=', asset.variantOf).execute()
        }
        return true
      }),
    /** Gives an asset of the library another file (and, of a venue, its levels); false when somebody else changed it first. */
    addVersion: (
      { id, levels }: Pick<StoredAsset, 'id' | 'levels'>,
      expected: number,
      version: StoredVersion,
    ): Promise<boolean> =>
      db.transaction().execute(async (trx) => {
        const done = await trx
          .updateTable('asset')
          .set({
            file_version: version.number,
            version: expected + 1,
            updated_at: version.fileAt,
            levels: JSON.stringify(levels),
          })
          .where('id', '=', id)
          .where('version', '=', expected)
          .where('deleted_at', 'is', null)
          .executeTakeFirst()
        if (done.numUpdatedRows === 0n) return false
        await trx.insertInto('asset_version').values(versionToRow(id, version)).execute()
        await insertRenditions(trx, version.file.sha256, version.renditions)
        return true
      }),
    /** Into the bin, or out of it with nulls. False when it is there already. */
    setDeleted: async (id: Id, deleted: { at: Instant; by: string } | null): Promise<boolean> => {
      const done = await db
        .updateTable('asset')
        .set({ deleted_at: deleted?.at ?? null, deleted_by: deleted?.by ?? null })
        .set((row) => ({ version: row('version', '+', 1) }))
        .where('id', '=', id)
        .where('deleted_at', deleted === null ? 'is not' : 'is', null)
        .executeTakeFirst()
      return done.numUpdatedRows === 1n
    },
    /** Removes for good what is in the bin since before then; its language variants become assets of their own. */
    purge: (before: Instant): Promise<Id[]> =>
      db.transaction().execute(async (trx) => {
        const rows = await trx.selectFrom('asset').select('id').where('deleted_at', '<', before).execute()
        const ids = rows.map(({ id }) => id)
        if (ids.length === 0) return []
        const free = { variant_of: null, language: null }
        await trx.updateTable('asset').set(free).where('variant_of', 'in', ids).execute()
        await trx.deleteFrom('asset').where('id', 'in', ids).execute()
        return ids
      }),
  }
}

function ofFiles(db: MainDatabase) {
  return {
    /** Adds what was made from a file, unless something of this purpose is there. */
    addRendition: (source: Sha256, rendition: StoredRendition): Promise<void> =>
      insertRenditions(db, source, [rendition]),
    /** Forgets what was made from files that nothing is any more. */
    dropOrphans: async (): Promise<void> => {
      await db
        .deleteFrom('file_rendition')
        .where('source_sha256', 'not in', db.selectFrom('asset_version').select('sha256'))
        .execute()
    },
    /** The hashes of every file that an asset is or was, that was made from one, or that waits to be worked on. */
    files: async (): Promise<Set<Sha256>> => {
      const versions = await db.selectFrom('asset_version').select('sha256').execute()
      const renditions = await db.selectFrom('file_rendition').select('sha256').execute()
      const waiting = await db.selectFrom('media_job').select('source_sha256 as sha256').execute()
      return new Set([...versions, ...renditions, ...waiting].map((row) => Sha256.parse(row.sha256)))
    },
    /** What a stored file is served as; null for a file that belongs to no asset. */
    mediaTypeOf: async (sha256: Sha256): Promise<string | null> => {
      for (const table of ['asset_version', 'file_rendition'] as const) {
        const row = await db.selectFrom(table).select('media_type').where('sha256', '=', sha256).executeTakeFirst()
        if (row !== undefined) return row.media_type
      }
      return null
    },
  }
}

function allRenditions(db: MainDatabase): Promise<RenditionRow[]> {
  return db.selectFrom('file_rendition').selectAll().orderBy('source_sha256').orderBy('purpose').execute()
}

function renditionsOf(db: MainDatabase, source: string): Promise<RenditionRow[]> {
  return db.selectFrom('file_rendition').selectAll().where('source_sha256', '=', source).orderBy('purpose').execute()
}

async function insertRenditions(db: MainDatabase, source: Sha256, renditions: readonly StoredRendition[]) {
  for (const rendition of renditions) {
    await db
      .insertInto('file_rendition')
      .values(renditionToRow(source, rendition))
      .onConflict((conflict) => conflict.columns(['source_sha256', 'purpose']).doNothing())
      .execute()
  }
}
