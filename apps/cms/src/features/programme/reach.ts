import type { AssetUses, Id } from '@akari/protocol'
import { type DraftIndex, playlistsFor, type TargetDisplay } from './content.ts'

/** Where these playlists come up: the schedule entries that play them and the displays that can show them. */
export function reachOf(playlistIds: readonly Id[], displays: readonly TargetDisplay[], draft: DraftIndex): AssetUses {
  const shown = displays.map((display) => ({
    display,
    ids: new Set(playlistsFor(display, draft).map(({ id }) => id)),
  }))
  return playlistIds.flatMap((playlistId) => {
    const playlist = draft.playlist.get(playlistId)
    if (playlist === undefined) return []
    return [
      {
        kind: 'playlist',
        id: playlistId,
        name: playlist.name,
        entries: draft.entries.filter((entry) => entry.playlistId === playlistId).map(({ id, name }) => ({ id, name })),
        displays: shown
          .filter(({ ids }) => ids.has(playlistId))
          .map(({ display }) => ({ id: display.id, name: display.profile.name })),
      },
    ]
  })
}
