import type { DraftItem, Id, PosterView } from '@akari/protocol'

type Shown = { id: Id; name: string; items: readonly Pick<DraftItem, 'scene'>[] }

/** Which playlists show each poster, in the order given. */
export function posterUses(playlists: readonly Shown[]): Map<Id, PosterView['usedIn']> {
  const uses = new Map<Id, PosterView['usedIn']>()
  for (const { id: playlistId, name, items } of playlists) {
    const shown = new Set(items.flatMap(({ scene }) => (scene.kind === 'poster' ? [scene.posterId] : [])))
    for (const id of shown) uses.set(id, [...(uses.get(id) ?? []), { playlistId, name }])
  }
  return uses
}
