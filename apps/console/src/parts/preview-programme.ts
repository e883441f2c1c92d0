import {
  type DraftItem,
  type LayoutScene,
  type Playlist,
  type PlaylistItem,
  type PlaylistView,
  type Programme,
  zonePlaylistsOf,
} from '@akari/protocol'
import { TIME_ZONE } from './local-time.ts'
import { type Library, sceneOfDraft } from './scene-of-draft.ts'
import type { GlassProfile } from './small-glass.tsx'

const LONG_AGO = '2000-01-01T00:00:00Z'

/** A programme that shows one layout all day, with the playlists of its zones as they are drafted: what its preview follows. */
export function previewProgramme(
  content: LayoutScene,
  playlists: readonly PlaylistView[],
  library: Library,
  profile: GlassProfile,
): Programme {
  const layout: PlaylistItem = { id: 'layout', seconds: 24 * 3600, scene: content, validFrom: null, validUntil: null }
  return following({ id: 'preview', name: 'preview', items: [layout] }, playlists, library, profile)
}

/** A programme that plays one playlist from local midnight on, as it is drafted. */
export function playlistProgramme(
  draft: DraftPlaylist,
  playlists: readonly PlaylistView[],
  library: Library,
  profile: GlassProfile,
): Programme {
  return following({ ...compiled(draft, library), id: 'preview', name: 'preview' }, playlists, library, profile)
}

function following(
  playlist: Playlist,
  playlists: readonly PlaylistView[],
  library: Library,
  profile: GlassProfile,
): Programme {
  const inZones = new Set(playlist.items.flatMap(({ scene }) => zonePlaylistsOf(scene)))
  return {
    format: 1,
    displayId: 'preview',
    revision: 1,
    publishedAt: LONG_AGO,
    city: { ja: '' },
    timeZone: TIME_ZONE,
    display: { name: 'preview', touch: false, ...profile },
    playlists: [
      playlist,
      ...playlists
        .filter(({ id }) => inZones.has(id))
        .map((each) => ({ ...compiled(each, library), id: each.id, name: each.name })),
    ],
    entries: [],
    defaultPlaylistId: 'preview',
    streams: [],
    files: [],
  }
}

type DraftPlaylist = Pick<PlaylistView, 'sync' | 'campaign' | 'transition'> & { items: readonly DraftItem[] }

function compiled(
  { items, sync, campaign, transition }: DraftPlaylist,
  library: Library,
): Omit<Playlist, 'id' | 'name'> {
  return {
    items: items.flatMap((item) => compiledItem(item, library)),
    ...(sync === undefined ? {} : { sync }),
    ...(campaign === undefined ? {} : { campaign }),
    ...(transition === undefined ? {} : { transition }),
  }
}

function compiledItem(item: DraftItem, library: Library): PlaylistItem[] {
  const scene = sceneOfDraft(item.scene, library)
  return scene === null ? [] : [{ ...item, scene }]
}
