import type { AssetUse, DraftItem, DraftScene, Id, PosterView, Sha256 } from '@akari/protocol'

/** Whatever shows assets, as far as assets care. */
export type AssetUser = AssetUse & { assetIds: readonly Id[] }

type Playlist = { id: Id; name: string; items: readonly Pick<DraftItem, 'scene'>[] }
type Poster = Pick<PosterView, 'id' | 'title' | 'pictureId'>
type Content = {
  playlists: readonly Playlist[]
  posters: readonly Poster[]
  takeovers: readonly { id: Id; name: string; playlist: Pick<Playlist, 'items'> }[]
  /** Buildings, with the files that their kiosks say. */
  venues: readonly { id: Id; name: string; recordings: ReadonlySet<Sha256> }[]
  /** Whose files these are. */
  assets: () => Promise<readonly { id: Id; file: { sha256: Sha256 } }[]>
}

/**
 * Everything that would lack something without an asset: playlists (and so the zones of layouts in which they run), posters,
 * also those that no playlist shows yet, open takeovers, which keep a copy of the playlist they were started with, and buildings.
 */
export async function assetUsers({ playlists, posters, takeovers, venues, assets }: Content): Promise<AssetUser[]> {
  const recorded = venues.filter(({ recordings }) => recordings.size > 0)
  const files = recorded.length === 0 ? [] : await assets()
  const pictures = new Map(posters.map(({ id, pictureId }) => [id, pictureId]))
  const idsIn = (items: Playlist['items']): Id[] => items.flatMap(({ scene }) => assetsOf(scene, pictures))
  return [
    ...playlists.map(({ id, name, items }) => ({ kind: 'playlist' as const, id, name, assetIds: idsIn(items) })),
    ...posters.map(({ id, title, pictureId }) => ({
      kind: 'poster' as const,
      id,
      name: title.ja,
      assetIds: pictureId === null ? [] : [pictureId],
    })),
    ...takeovers.map(({ id, name, playlist }) => ({
      kind: 'takeover' as const,
      id,
      name,
      assetIds: idsIn(playlist.items),
    })),
    ...recorded.map(({ id, name, recordings }) => ({
      kind: 'venue' as const,
      id,
      name,
      assetIds: files.filter(({ file }) => recordings.has(file.sha256)).map((asset) => asset.id),
    })),
  ]
}

/** The playlists and the copies that open takeovers play, under the takeover's name. */
export function withTakenOver(playlists: readonly Playlist[], takeovers: Content['takeovers']): Playlist[] {
  return [...playlists, ...takeovers.map(({ id, name, playlist }) => ({ id, name, items: playlist.items }))]
}

function assetsOf(scene: DraftScene, pictures: ReadonlyMap<Id, Id | null>): Id[] {
  switch (scene.kind) {
    case 'asset':
    case 'floorMap':
      return [scene.assetId]
    case 'poster': {
      const pictureId = pictures.get(scene.posterId) ?? null
      return pictureId === null ? [] : [pictureId]
    }
    case 'live':
    case 'notice':
    case 'layout':
    case 'way':
    case 'board':
    case 'sitting':
      return []
  }
}
