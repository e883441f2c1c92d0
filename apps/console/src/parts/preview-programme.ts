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
  const inZones = new Set(zonePlaylistsOf(content))
  const layout: PlaylistItem = { id: 'layout', seconds: 24 * 3600, scene: content, validFrom: null, validUntil: null }
  return {
    format: 1,
    displayId: 'preview',
    revision: 1,
    publishedAt: LONG_AGO,
    city: { ja: '' },
    timeZone: TIME_ZONE,
    display: { name: 'preview', touch: false, ...profile },
    playlists: [
      { id: 'preview', name: 'preview', items: [layout] },
      ...playlists.filter(({ id }) => inZones.has(id)).map((playlist) => compiled(playlist, library)),
    ],
    entries: [],
    defaultPlaylistId: 'preview',
    streams: [],
    files: [],
  }
}

function compiled({ id, name, items, sync, campaign, transition }: PlaylistView, library: Library): Playlist {
  return {
    id,
    name,
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
