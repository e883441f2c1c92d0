import { AssetView, FileRef, Id, Instant, Language, Sha256, Texts } from '@akari/protocol'
import type { Kysely, Selectable } from 'kysely'
import { z } from 'zod'
import type { MainDatabase } from '../../db/database.ts'
import type { MainTables } from '../../db/schema.ts'

const Levels = z.array(AssetView.shape.levels.element.extend({ kioskIds: z.array(Id) }))

/** `purpose`: `thumbnail`, `poster`, or the pixels of a display, `1920x1080`. */
export const StoredRendition = z.object({
  purpose: z.string(),
  file: FileRef,
  width: z.int().positive(),
  height: z.int().positive(),
})
export type StoredRendition = z.infer<typeof StoredRendition>

export const StoredAsset = z.object({
  id: Id,
  kind: AssetView.shape.kind,
  title: Texts,
  filename: z.string(),
  file: FileRef,
  width: z.int().nullable(),
  height: z.int().nullable(),
  durationMs: z.int().nullable(),
  probed: z.boolean(),
  variantOf: Id.nullable(),
  language: Language.nullable(),
  levels: Levels,
  renditions: z.array(StoredRendition),
  createdAt: Instant,
})
export type StoredAsset = z.infer<typeof StoredAsset>

export type AssetStore = ReturnType<typeof assetStore>

export function assetStore(db: MainDatabase) {
  return {
    /** Newest first. */
    list: async (): Promise<StoredAsset[]> => {
      const rows = await db.selectFrom('asset').selectAll().orderBy('created_at', 'desc').orderBy('id').execute()
      const renditions = await db.selectFrom('rendition').selectAll().orderBy('asset_id').orderBy('purpose').execute()
      const byAsset = Map.groupBy(renditions, (rendition) => rendition.asset_id)
      return rows.map((row) => fromRow(row, byAsset.get(row.id) ?? []))
    },
    find: async (id: Id): Promise<StoredAsset | null> => {
      const row = await db.selectFrom('asset').selectAll().where('id', '=', id).executeTakeFirst()
      if (row === undefined) return null
      const renditions = db.selectFrom('rendition').selectAll().where('asset_id', '=', id).orderBy('purpose')
      return fromRow(row, await renditions.execute())
    },
    /** Stores an asset with its renditions; false when this id is there already, which is then left as it was. */
    insert: (asset: StoredAsset): Promise<boolean> =>
      db.transaction().execute(async (trx) => {
        const done = await trx
          .insertInto('asset')
          .values(toRow(asset))
          .onConflict((conflict) => conflict.column('id').doNothing())
          .executeTakeFirst()
        if (Number(done.numInsertedOrUpdatedRows ?? 0) === 0) return false
        for (const rendition of asset.renditions) await insertRendition(trx, asset.id, rendition)
        return true
      }),
    /** Adds a rendition unless the asset is gone or has one of this purpose. */
    addRendition: (assetId: Id, rendition: StoredRendition): Promise<void> =>
      db.transaction().execute(async (trx) => {
        const asset = await trx.selectFrom('asset').select('id').where('id', '=', assetId).executeTakeFirst()
        if (asset !== undefined) await insertRendition(trx, assetId, rendition)
      }),
    describe: async (asset: Pick<StoredAsset, 'id' | 'title' | 'variantOf' | 'language'>): Promise<void> => {
      await db
        .updateTable('asset')
        .set({ title: JSON.stringify(asset.title), variant_of: asset.variantOf, language: asset.language })
        .where('id', '=', asset.id)
        .execute()
    },
    /** Removes the asset and its renditions; its language variants become assets of their own. False when it was gone. */
    remove: (id: Id): Promise<boolean> =>
      db.transaction().execute(async (trx) => {
        await trx.updateTable('asset').set({ variant_of: null, language: null }).where('variant_of', '=', id).execute()
        const done = await trx.deleteFrom('asset').where('id', '=', id).executeTakeFirst()
        return done.numDeletedRows === 1n
      }),
    /** The hashes of every file that an asset or a rendition is. */
    files: async (): Promise<Set<Sha256>> => {
      const assets = await db.selectFrom('asset').select('sha256').execute()
      const renditions = await db.selectFrom('rendition').select('sha256').execute()
      return new Set([...assets, ...renditions].map((row) => Sha256.parse(row.sha256)))
    },
    /** What a stored file is served as; null for a file that belongs to no asset. */
    mediaTypeOf: async (sha256: Sha256): Promise<string | null> => {
      const asset = await db.selectFrom('asset').select('media_type').where('sha256', '=', sha256).executeTakeFirst()
      if (asset !== undefined) return asset.media_type
      const made = await db.selectFrom('rendition').select('media_type').where('sha256', '=', sha256).executeTakeFirst()
      return made?.media_type ?? null
    },
  }
}

async function insertRendition(db: Kysely<MainTables>, assetId: Id, rendition: StoredRendition): Promise<void> {
  const { purpose, width, height } = rendition
  const { sha256, bytes, mediaType } = rendition.file
  await db
    .insertInto('rendition')
    .values({ asset_id: assetId, purpose, sha256, bytes, media_type: mediaType, width, height })
    .onConflict((conflict) => conflict.columns(['asset_id', 'purpose']).doNothing())
    .execute()
}

function fromRow(row: Selectable<MainTables['asset']>, renditions: readonly MainTables['rendition'][]): StoredAsset {
  return StoredAsset.parse({
    id: row.id,
    kind: row.kind,
    title: Texts.parse(JSON.parse(row.title)),
    filename: row.filename,
    file: { sha256: row.sha256, bytes: row.bytes, mediaType: row.media_type },
    width: row.width,
    height: row.height,
    durationMs: row.duration_ms,
    probed: row.probed === 1,
    variantOf: row.variant_of,
    language: row.language,
    levels: Levels.parse(JSON.parse(row.levels)),
    renditions: renditions.map(({ purpose, sha256, bytes, media_type: mediaType, width, height }) => ({
      purpose,
      file: { sha256, bytes, mediaType },
      width,
      height,
    })),
    createdAt: row.created_at,
  })
}

function toRow(asset: StoredAsset): MainTables['asset'] {
  return {
    id: asset.id,
    kind: asset.kind,
    title: JSON.stringify(asset.title),
    filename: asset.filename,
    sha256: asset.file.sha256,
    bytes: asset.file.bytes,
    media_type: asset.file.mediaType,
    width: asset.width,
    height: asset.height,
    duration_ms: asset.durationMs,
    probed: asset.probed ? 1 : 0,
    variant_of: asset.variantOf,
    language: asset.language,
    levels: JSON.stringify(asset.levels),
    created_at: asset.createdAt,
  }
}
