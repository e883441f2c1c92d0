import { reaches } from '@akari/programme'
import {
  type AssetView,
  type BoardHead,
  type Daypart,
  type DisplayProfile,
  type DraftZone,
  type EntryView,
  type FileRef,
  type Framing,
  type HoursView,
  type Id,
  type Instant,
  type Language,
  type LayoutInput,
  type OfficeCalendar,
  type PlaylistView,
  type PosterInput,
  type ProgrammeArchive,
  type ProgrammeTakeover,
  type SoundHoursView,
  type SittingView,
  type StreamView,
  type TakeoverInput,
  type Texts,
  shapeOf,
} from '@akari/protocol'
import type { DraftFeed } from './feed-layer.ts'
import type { DraftVenue } from './venue-layer.ts'

/** A board as compilation needs it. */
export type DraftBoard = Pick<BoardHead, 'id' | 'title' | 'board'>

/** What was made from an asset's file; `purpose` of a picture for a display is in rendition-purpose.ts. */
export type Rendition = { purpose: string; file: FileRef; width: number; height: number }

/** An asset as compilation needs it. `variantOf` and `language` are both null or both set. */
export type MediaAsset = {
  id: Id
  kind: AssetView['kind']
  title: Texts
  alt: Texts | null
  /** Outside of these times whatever shows it is left out. */
  validFrom: Instant | null
  validUntil: Instant | null
  framing: Framing
  /** False when a display cannot play the file itself, but only a `film` rendition of it. */
  playable: boolean
  file: FileRef
  width: number | null
  height: number | null
  variantOf: Id | null
  language: Language | null
  levels: readonly { id: Id; kioskIds: readonly Id[] }[]
  renditions: readonly Rendition[]
}

/** A takeover that is on or planned, with its playlist as it was when somebody started it. */
export type OpenTakeover = Pick<TakeoverInput, 'name' | 'targets' | 'endsAt' | 'noticeSeconds'> & {
  id: Id
  startsAt: Instant
  playlist: Draft['playlists'][number]
  sitting?: ProgrammeTakeover['sitting']
  adjournedAt?: ProgrammeTakeover['adjournedAt']
}

/** A layout as staff drew it. */
export type DraftLayout = Pick<LayoutInput, 'name' | 'landscape' | 'portrait'> & { id: Id }

/** A poster as compilation needs it. */
export type Poster = { id: Id } & Pick<PosterInput, 'title' | 'poster' | 'pictureId'>

/** A sitting as it is planned now. */
export type DraftSitting = Pick<SittingView, 'id' | 'title' | 'streamId' | 'captionsId'>

/** Everything staff have composed, published or not. */
export type Draft = {
  playlists: readonly Pick<PlaylistView, 'id' | 'name' | 'items' | 'sync' | 'campaign' | 'transition'>[]
  entries: readonly Omit<EntryView, 'version' | 'updatedAt'>[]
  streams: readonly StreamView[]
  assets: readonly MediaAsset[]
  /** What staff filled in for items that show a poster; none when left out. */
  posters?: readonly Poster[]
  /** Sittings that items may show; none when left out. */
  sittings?: readonly DraftSitting[]
  /** What staff set up for items that show a board; none when left out. */
  boards?: readonly DraftBoard[]
  /** How the glass may be shared; none when left out. */
  layouts?: readonly DraftLayout[]
  /** The days of the city hall, for entries that keep to them; none when left out. */
  calendar?: OfficeCalendar
  /** Named times of day for entries; none when left out. */
  dayparts?: readonly Daypart[]
  /** Operating hours of displays and groups; none when left out: always on. */
  hours?: readonly Pick<HoursView, 'of' | 'position' | 'hours'>[]
  /** When films and live pictures are heard; none when left out: never. */
  sound?: readonly Pick<SoundHoursView, 'id' | 'name' | 'volume' | 'times' | 'targets' | 'position'>[]
  /** Those that are open now, never those of an earlier day: they are published at once, without the rest. */
  takeovers?: readonly OpenTakeover[]
  /** What is published of buildings, with what is closed there; at once, as takeovers are. */
  venues?: readonly DraftVenue[]
  /** Feeds that have a timetable; at once, as takeovers are. */
  feeds?: readonly DraftFeed[]
  /** Recorded sittings that staff show on kiosks; null, or left out: none. At once, as takeovers are. */
  archive?: ProgrammeArchive | null
  /** Where visitors' phones reach this server; null, or left out: they do not. */
  publicUrl?: string | null
}

/** A display as compilation needs it. */
export type TargetDisplay = {
  id: Id
  profile: DisplayProfile
  groups: readonly string[]
  tags: readonly string[]
  defaultPlaylistId: Id | null
}

/** A draft that can be looked things up in. */
export type DraftIndex = Draft & {
  playlist: ReadonlyMap<Id, Draft['playlists'][number]>
  stream: ReadonlyMap<Id, StreamView>
  asset: ReadonlyMap<Id, MediaAsset>
  layout: ReadonlyMap<Id, DraftLayout>
  poster: ReadonlyMap<Id, Poster>
  board: ReadonlyMap<Id, DraftBoard>
  sitting: ReadonlyMap<Id, DraftSitting>
  /** Language variants of an asset, by language tag. */
  variants: ReadonlyMap<Id, readonly MediaAsset[]>
}

export function indexDraft(draft: Draft): DraftIndex {
  const variants = new Map<Id, MediaAsset[]>()
  for (const asset of [...draft.assets].sort((a, b) => order(a.language ?? '', b.language ?? ''))) {
    if (asset.variantOf !== null) variants.set(asset.variantOf, [...(variants.get(asset.variantOf) ?? []), asset])
  }
  return {
    ...draft,
    playlist: new Map(draft.playlists.map((playlist) => [playlist.id, playlist])),
    stream: new Map(draft.streams.map((stream) => [stream.id, stream])),
    asset: new Map(draft.assets.map((asset) => [asset.id, asset])),
    poster: new Map((draft.posters ?? []).map((poster) => [poster.id, poster])),
    board: new Map((draft.boards ?? []).map((board) => [board.id, board])),
    sitting: new Map((draft.sittings ?? []).map((sitting) => [sitting.id, sitting])),
    layout: new Map((draft.layouts ?? []).map((layout) => [layout.id, layout])),
    variants,
  }
}

/** The entries that are for this display and whose playlist is there; sorted by id. */
export function entriesFor(display: TargetDisplay, draft: DraftIndex): Draft['entries'][number][] {
  return draft.entries
    .filter(({ targets }) => reaches(targets, display))
    .filter((entry) => draft.playlist.has(entry.playlistId))
    .sort((a, b) => order(a.id, b.id))
}

/** The playlists that can come up on this display, sorted by id. */
export function playlistsFor(display: TargetDisplay, draft: DraftIndex): Draft['playlists'][number][] {
  const ids = new Set(entriesFor(display, draft).map((entry) => entry.playlistId))
  if (display.defaultPlaylistId !== null) ids.add(display.defaultPlaylistId)
  const own = draft.playlists.filter((playlist) => ids.has(playlist.id))
  return [...new Set([...own, ...zonePlaylists(own, display.profile, draft)])].sort((a, b) => order(a.id, b.id))
}

/** The playlists in the zones of the layouts that these playlists show on such a glass. */
export function zonePlaylists(
  playlists: readonly Pick<Draft['playlists'][number], 'items'>[],
  profile: DisplayProfile,
  draft: DraftIndex,
): Draft['playlists'][number][] {
  return playlists
    .flatMap(({ items }) => items)
    .flatMap(({ scene }) =>
      scene.kind === 'layout' ? zonesDrawn(draft.layout.get(scene.layoutId), profile).zones : [],
    )
    .flatMap(({ playlistId }) => draft.playlist.get(playlistId) ?? [])
}

/** The zones as drawn for the shape of a glass, or for the other one where nobody drew this one. */
export function zonesDrawn(
  layout: DraftLayout | undefined,
  profile: DisplayProfile,
): { drawn: 'landscape' | 'portrait'; zones: readonly DraftZone[] } {
  const wanted = shapeOf(profile) === 'tall' ? 'portrait' : 'landscape'
  const other = wanted === 'portrait' ? 'landscape' : 'portrait'
  const drawn = layout?.[wanted] === undefined ? other : wanted
  return { drawn, zones: layout?.[drawn] ?? [] }
}

/** Order by code unit: the same on every machine, whatever its locale. */
export function order(a: string, b: string): number {
  if (a === b) return 0
  return a < b ? -1 : 1
}
