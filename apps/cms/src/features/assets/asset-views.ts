import type { AssetFileVersion, AssetUse, AssetView, BinnedAsset, Id } from '@akari/protocol'
import type { AssetUser } from '../asset-users.ts'
import type { StoredAsset, StoredVersion } from './stored-asset.ts'

const DAY_MS = 86_400_000
/** So long what was deleted can be taken back. */
export const BIN_DAYS = 30

/** What staff see of every asset, in the order given. A variant of something in the bin stands for itself. */
export function assetViews(assets: readonly StoredAsset[], users: readonly AssetUser[]): AssetView[] {
  const there = new Set(assets.map(({ id }) => id))
  const variants = Map.groupBy(assets, (asset) => asset.variantOf)
  return assets.map((asset) => {
    const base = asset.variantOf !== null && there.has(asset.variantOf) ? asset.variantOf : null
    return {
      ...plainView(asset),
      variants: (variants.get(asset.id) ?? []).flatMap((variant) =>
        variant.language === null
          ? []
          : [{ language: variant.language, assetId: variant.id, thumbnailUrl: thumbnailUrl(variant) }],
      ),
      variantOf: base === null || asset.language === null ? null : { assetId: base, language: asset.language },
      usedIn: usesOf(base === null ? [asset.id] : [asset.id, base], users),
    }
  })
}

/** What staff see of the bin. */
export function binViews(assets: readonly StoredAsset[]): BinnedAsset[] {
  return assets.flatMap((asset) => {
    if (asset.deletedAt === null) return []
    const goneAt = new Date(Date.parse(asset.deletedAt) + BIN_DAYS * DAY_MS).toISOString()
    const alone = { variants: [], variantOf: null, usedIn: [] }
    return [{ ...plainView(asset), ...alone, deletedAt: asset.deletedAt, deletedBy: asset.deletedBy ?? '', goneAt }]
  })
}

export function versionView(assetId: Id, version: StoredVersion): AssetFileVersion {
  const has = version.renditions.some((rendition) => rendition.purpose === 'thumbnail')
  return {
    number: version.number,
    filename: version.filename,
    bytes: version.file.bytes,
    mediaType: version.file.mediaType,
    width: version.width,
    height: version.height,
    durationMs: version.durationMs,
    thumbnailUrl: has ? `/api/assets/${assetId}/versions/${version.number}/thumbnail` : null,
    createdAt: version.fileAt,
    createdBy: version.fileBy,
    restoredFrom: version.restoredFrom,
  }
}

/** What shows one of these assets. */
export function usesOf(assetIds: readonly Id[], users: readonly AssetUser[]): AssetUse[] {
  return users
    .filter((user) => user.assetIds.some((id) => assetIds.includes(id)))
    .map(({ kind, id, name }) => ({ kind, id, name }))
}

/** Can a display play it: the file itself, or what was made from it? */
export function isReady(asset: Pick<StoredAsset, 'playable' | 'renditions'>): boolean {
  return asset.playable || asset.renditions.some(({ purpose }) => purpose === 'film')
}

function plainView(asset: StoredAsset): Omit<AssetView, 'variants' | 'variantOf' | 'usedIn'> {
  return {
    id: asset.id,
    kind: asset.kind,
    title: asset.title,
    alt: asset.alt,
    folderId: asset.folderId,
    tags: asset.tags,
    validFrom: asset.validFrom,
    validUntil: asset.validUntil,
    framing: asset.framing,
    filename: asset.filename,
    ...shownFile(asset),
    durationMs: asset.durationMs,
    probed: asset.probed,
    ready: isReady(asset),
    thumbnailUrl: thumbnailUrl(asset),
    levels: asset.levels.map(({ id, ordinal, shortName }) => ({ id, ordinal, shortName })),
    createdAt: asset.createdAt,
    updatedAt: asset.updatedAt,
    fileVersion: asset.fileVersion,
    version: asset.version,
  }
}

/** Of a converted video the film that displays get, which is what a browser can play. */
function shownFile(asset: StoredAsset) {
  const film = asset.renditions.find(({ purpose }) => purpose === 'film')
  const { sha256, bytes, mediaType } = film?.file ?? asset.file
  return { sha256, bytes, mediaType, width: film?.width ?? asset.width, height: film?.height ?? asset.height }
}

/** The file's digits make another picture another address: browsers keep what they have for a year. */
function thumbnailUrl(asset: StoredAsset): string | null {
  const has = asset.renditions.find((rendition) => rendition.purpose === 'thumbnail')
  return has === undefined ? null : `/api/assets/${asset.id}/thumbnail?v=${has.file.sha256.slice(0, 12)}`
}
