import type { AssetView, DraftItem, Id, PlaylistView } from '@akari/protocol'
import type { StoredAsset } from './assets.store.ts'

/** A playlist as far as assets care. */
export type UsingPlaylist = Pick<PlaylistView, 'id' | 'name' | 'items'>

/** What staff see of every asset, in the order given. */
export function assetViews(assets: readonly StoredAsset[], playlists: readonly UsingPlaylist[]): AssetView[] {
  const variants = Map.groupBy(assets, (asset) => asset.variantOf)
  return assets.map((asset) => ({
    id: asset.id,
    kind: asset.kind,
    title: asset.title,
    filename: asset.filename,
    sha256: asset.file.sha256,
    bytes: asset.file.bytes,
    mediaType: asset.file.mediaType,
    width: asset.width,
    height: asset.height,
    durationMs: asset.durationMs,
    probed: asset.probed,
    thumbnailUrl: thumbnailUrl(asset),
    variants: (variants.get(asset.id) ?? []).flatMap((variant) =>
      variant.language === null
        ? []
        : [{ language: variant.language, assetId: variant.id, thumbnailUrl: thumbnailUrl(variant) }],
    ),
    variantOf:
      asset.variantOf === null || asset.language === null
        ? null
        : { assetId: asset.variantOf, language: asset.language },
    levels: asset.levels.map(({ id, ordinal, shortName }) => ({ id, ordinal, shortName })),
    usedIn: usesOf(asset.id, playlists),
    createdAt: asset.createdAt,
  }))
}

/** The playlists with an item that shows this asset. */
export function usesOf(assetId: Id, playlists: readonly UsingPlaylist[]): AssetView['usedIn'] {
  return playlists
    .filter((playlist) => playlist.items.some((item) => shows(item, assetId)))
    .map(({ id, name }) => ({ playlistId: id, name }))
}

function shows({ scene }: DraftItem, assetId: Id): boolean {
  switch (scene.kind) {
    case 'asset':
    case 'floorMap':
      return scene.assetId === assetId
    case 'live':
    case 'notice':
      return false
  }
}

function thumbnailUrl(asset: StoredAsset): string | null {
  const has = asset.renditions.some((rendition) => rendition.purpose === 'thumbnail')
  return has ? `/api/assets/${asset.id}/thumbnail` : null
}
