import type {
  Sample,
  SampleDisplay,
  SampleDrill,
  SampleItem,
  SampleLayout,
  SampleScheduleEntry,
  SampleTexts,
} from '@akari/content-samples'
import type {
  AssetView,
  DraftItem,
  DraftScene,
  DraftZone,
  DrillInput,
  EntryInput,
  Id,
  LayoutInput,
  NewDisplay,
} from '@akari/protocol'

/** Ids that things of the sample got here, by the sample's own keys. */
export type SeededIds = {
  assets: ReadonlyMap<string, AssetView>
  streams: ReadonlyMap<string, Id>
  posters: ReadonlyMap<string, Id>
  boards: ReadonlyMap<string, Id>
  playlists: ReadonlyMap<string, Id>
  layouts: ReadonlyMap<string, Id>
  displays: ReadonlyMap<string, Id>
}

/** Distance people read from, size of a pixel, height over the floor: a 55-inch panel on the wall, a 43-inch one that stands. */
const LANDSCAPE = { mmPerPx: 0.63, viewingDistanceM: 3, mountHeightMm: 800 }
const PORTRAIT = { mmPerPx: 0.49, viewingDistanceM: 2, mountHeightMm: 650 }

export function playlistItem(item: SampleItem, index: number, texts: SampleTexts, ids: SeededIds): DraftItem {
  return {
    id: `item-${index + 1}`,
    seconds: item.seconds,
    scene: scene(item, texts, ids),
    validFrom: null,
    validUntil: null,
  }
}

export function layoutFor({ name, landscape, portrait }: SampleLayout, playlists: SeededIds['playlists']): LayoutInput {
  const zones = (drawn: SampleLayout['landscape']): DraftZone[] =>
    drawn.map(({ playlist, area }) => ({ id: playlist, area, playlistId: known(playlists, playlist) }))
  return { name, landscape: zones(landscape), portrait: zones(portrait), version: 0 }
}

export function displayFor(display: SampleDisplay, playlists: SeededIds['playlists']): NewDisplay {
  return {
    profile: {
      name: display.name,
      widthPx: display.width,
      heightPx: display.height,
      ...(display.orientation === 'landscape' ? LANDSCAPE : PORTRAIT),
      touch: display.tags.includes('kiosk'),
      kioskId: display.kiosk,
    },
    groups: [display.group, ...display.tags.filter((tag) => tag !== 'kiosk' && tag !== display.group)],
    tags: display.traits,
    defaultPlaylistId: known(playlists, display.defaultPlaylist),
  }
}

export function entryFor(entry: SampleScheduleEntry, ids: SeededIds): EntryInput {
  const { start, durationMinutes, timeZone, rrule } = entry
  return {
    name: entry.name,
    playlistId: known(ids.playlists, entry.playlist),
    targets: { displayIds: entry.displays.map((key) => known(ids.displays, key)), groups: [] },
    priority: entry.priority,
    ...(entry.line === true ? { role: { kind: 'overlay' as const } } : {}),
    rule: { start, durationMinutes, timeZone, rrule, exdates: [], rdates: [] },
    version: 0,
  }
}

export function drillFor(drill: SampleDrill): DrillInput {
  return { ...drill, target: { kind: 'all' }, version: 0 }
}

function scene(item: SampleItem, texts: SampleTexts, ids: SeededIds): DraftScene {
  switch (item.kind) {
    case 'asset':
      return { kind: 'asset', assetId: known(ids.assets, item.asset).id }
    case 'floorMap':
      return floorMap(item.level, ids)
    case 'live':
      return { kind: 'live', streamId: known(ids.streams, item.stream) }
    case 'notice':
      return notice(item.text, texts)
    case 'poster':
      return { kind: 'poster', posterId: known(ids.posters, item.poster) }
    case 'layout':
      return { kind: 'layout', layoutId: known(ids.layouts, item.layout) }
    case 'board':
      return { kind: 'board', boardId: known(ids.boards, item.board) }
  }
}

function floorMap(shortName: string, ids: SeededIds): DraftScene {
  const venue = [...ids.assets.values()].find((asset) => asset.kind === 'venue')
  const level = venue?.levels.find((candidate) => candidate.shortName.ja === shortName)
  if (venue === undefined || level === undefined) throw new Error(`the sample venue has no level ${shortName}`)
  return { kind: 'floorMap', assetId: venue.id, levelId: level.id }
}

function notice(key: string, texts: SampleTexts): DraftScene {
  const words = texts[key]
  if (words === undefined) throw new Error(`the sample has no text ${key}`)
  const languages = Object.entries(words)
  const part = (of: 'title' | 'body') => Object.fromEntries(languages.map(([language, text]) => [language, text[of]]))
  return {
    kind: 'notice',
    title: { ja: words.ja.title, ...part('title') },
    body: { ja: words.ja.body, ...part('body') },
  }
}

function known<V>(map: ReadonlyMap<string, V>, key: string): V {
  const value = map.get(key)
  if (value === undefined) throw new Error(`the sample names ${key}, which it does not have`)
  return value
}

/** How many steps seeding takes, for whoever shows its progress. */
export function stepsOf(sample: Sample): number {
  const { assets, streams, playlists, layouts, displays, schedule, shelters } = sample
  const lists = [assets, streams, playlists, layouts, displays, schedule, shelters]
  return lists.reduce((sum, list) => sum + list.length, 2)
}
