import type { DraftItem, Id, PlaylistView, PosterInput, PosterView } from '@akari/protocol'

type Shown = Pick<PlaylistView, 'id' | 'name' | 'items'>
type Pictured = { id: Id } & Pick<PosterInput, 'pictureId'>

/** Which playlists show each poster, in the order given. */
export function posterUses(playlists: readonly Shown[]): Map<Id, PosterView['usedIn']> {
  const uses = new Map<Id, PosterView['usedIn']>()
  for (const { id: playlistId, name, items } of playlists) {
    const shown = new Set(items.flatMap(({ scene }) => (scene.kind === 'poster' ? [scene.posterId] : [])))
    for (const id of shown) uses.set(id, [...(uses.get(id) ?? []), { playlistId, name }])
  }
  return uses
}

/** Playlists as the media library sees them: in place of a poster the picture that is on it. */
export function withPictures(playlists: readonly Shown[], posters: readonly Pictured[]): Shown[] {
  const pictures = new Map(posters.map(({ id, pictureId }) => [id, pictureId]))
  return playlists.map(({ id, name, items }) => ({ id, name, items: items.map((item) => pictured(item, pictures)) }))
}

function pictured(item: DraftItem, pictures: ReadonlyMap<Id, Id | null>): DraftItem {
  const assetId = item.scene.kind === 'poster' ? (pictures.get(item.scene.posterId) ?? null) : null
  return assetId === null ? item : { ...item, scene: { kind: 'asset', assetId } }
}
