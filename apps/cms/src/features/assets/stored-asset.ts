import { AssetTag, AssetView, FileRef, Framing, Id, Instant, Language, Sha256, Texts } from '@akari/protocol'
import type { Selectable } from 'kysely'
import { z } from 'zod'
import type { MainTables } from '../../db/schema.ts'

const Levels = z.array(AssetView.shape.levels.element.extend({ kioskIds: z.array(Id) }))

/** What was made from a file. `purpose`: `thumbnail`, `poster`, `film` or a picture for a display (rendition-purpose.ts). */
export const StoredRendition = z.object({
  purpose: z.string(),
  file: FileRef,
  width: z.int().positive(),
  height: z.int().positive(),
})
export type StoredRendition = z.infer<typeof StoredRendition>

/** One file that an asset is or was, with what was made from it. */
export const StoredVersion = z.object({
  number: z.int().positive(),
  filename: z.string(),
  file: FileRef,
  width: z.int().nullable(),
  height: z.int().nullable(),
  durationMs: z.int().nullable(),
  probed: z.boolean(),
  /** False when browsers cannot play the file itself. */
  playable: z.boolean(),
  framing: Framing,
  fileAt: Instant,
  fileBy: z.string(),
  restoredFrom: z.int().nullable(),
  renditions: z.array(StoredRendition),
})
export type StoredVersion = z.infer<typeof StoredVersion>

/** An asset with the file it is now. */
export const StoredAsset = StoredVersion.omit({ number: true }).extend({
  id: Id,
  kind: AssetView.shape.kind,
  title: Texts,
  alt: Texts.nullable(),
  variantOf: Id.nullable(),
  language: Language.nullable(),
  levels: Levels,
  folderId: Id.nullable(),
  tags: z.array(AssetTag),
  validFrom: Instant.nullable(),
  validUntil: Instant.nullable(),
  createdAt: Instant,
  updatedAt: Instant,
  fileVersion: z.int().positive(),
  version: z.int().positive(),
  /** In the bin since then; null for what is in the library. */
  deletedAt: Instant.nullable(),
  deletedBy: z.string().nullable(),
})
export type StoredAsset = z.infer<typeof StoredAsset>

type VersionRow = Selectable<MainTables['asset_version']>
export type RenditionRow = Selectable<MainTables['file_rendition']>
export type AssetRow = Selectable<MainTables['asset']> & Omit<VersionRow, 'asset_id' | 'number'>

export function versionFromRow(row: VersionRow, renditions: readonly RenditionRow[]): StoredVersion {
  return StoredVersion.parse({ number: row.number, ...fileFromRow(row, renditions) })
}

export function assetFromRow(row: AssetRow, renditions: readonly RenditionRow[]): StoredAsset {
  return StoredAsset.parse({
    ...fileFromRow(row, renditions),
    id: row.id,
    kind: row.kind,
    title: Texts.parse(JSON.parse(row.title)),
    alt: row.alt === null ? null : Texts.parse(JSON.parse(row.alt)),
    variantOf: row.variant_of,
    language: row.language,
    levels: Levels.parse(JSON.parse(row.levels)),
    folderId: row.folder_id,
    tags: z.array(z.string()).parse(JSON.parse(row.tags)),
    validFrom: row.valid_from,
    validUntil: row.valid_until,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
    fileVersion: row.file_version,
    version: row.version,
    deletedAt: row.deleted_at,
    deletedBy: row.deleted_by,
  })
}

export function assetToRow(asset: StoredAsset): MainTables['asset'] {
  return {
    id: asset.id,
    kind: asset.kind,
    title: JSON.stringify(asset.title),
    alt: asset.alt === null ? null : JSON.stringify(asset.alt),
    variant_of: asset.variantOf,
    language: asset.language,
    levels: JSON.stringify(asset.levels),
    folder_id: asset.folderId,
    tags: JSON.stringify(asset.tags),
    valid_from: asset.validFrom,
    valid_until: asset.validUntil,
    created_at: asset.createdAt,
    updated_at: asset.updatedAt,
    file_version: asset.fileVersion,
    version: asset.version,
    deleted_at: asset.deletedAt,
    deleted_by: asset.deletedBy,
  }
}

export function versionToRow(assetId: Id, version: Omit<StoredVersion, 'renditions'>): MainTables['asset_version'] {
  const { sha256, bytes, mediaType } = version.file
  return {
    asset_id: assetId,
    number: version.number,
    filename: version.filename,
    sha256,
    bytes,
    media_type: mediaType,
    width: version.width,
    height: version.height,
    duration_ms: version.durationMs,
    probed: version.probed ? 1 : 0,
    playable: version.playable ? 1 : 0,
    framing: JSON.stringify(version.framing),
    file_at: version.fileAt,
    file_by: version.fileBy,
    restored_from: version.restoredFrom,
  }
}

export function renditionToRow(source: Sha256, rendition: StoredRendition): MainTables['file_rendition'] {
  const { purpose, width, height } = rendition
  const { sha256, bytes, mediaType } = rendition.file
  return { source_sha256: source, purpose, sha256, bytes, media_type: mediaType, width, height }
}

function fileFromRow(row: Omit<VersionRow, 'asset_id' | 'number'>, renditions: readonly RenditionRow[]) {
  return {
    filename: row.filename,
    file: { sha256: row.sha256, bytes: row.bytes, mediaType: row.media_type },
    width: row.width,
    height: row.height,
    durationMs: row.duration_ms,
    probed: row.probed === 1,
    playable: row.playable === 1,
    framing: Framing.parse(JSON.parse(row.framing)),
    fileAt: row.file_at,
    fileBy: row.file_by,
    restoredFrom: row.restored_from,
    renditions: renditions.map(({ purpose, sha256, bytes, media_type: mediaType, width, height }) => ({
      purpose,
      file: { sha256, bytes, mediaType },
      width,
      height,
    })),
  }
}
