import {
  type GlassShape,
  type Id,
  isSingle,
  type LayoutScene,
  type LayoutZone,
  type Playlist,
  type PlaylistItem,
  type Programme,
  type SingleScene,
  type ZoneArea,
} from '@akari/protocol'
import { type Moment, playlistOf } from './member.ts'
import { timelessItems, validItems } from './playlist.ts'
import { passesOf, type Place, placeAfter, type Rotating } from './rotation.ts'
import { appearing, type ItemOnGlass, type Playing } from './showing.ts'
import { instantOf } from './time.ts'
import { zonesFor } from './zones-for.ts'

/** An item of a playlist that runs in a zone. */
export type ZoneItem = Omit<PlaylistItem, 'scene'> & { scene: SingleScene }

/** One zone of the layout on the glass. `scene` null: it has nothing to show; `item` null as well where it is one scene. */
export type ZoneOnGlass = {
  id: Id
  area: ZoneArea
  scene: SingleScene | null
  item: ItemOnGlass | null
  /** What comes after it in this zone, to be made ready now. */
  upNext: ZoneItem | null
  /** The items that take turns in this zone. */
  loop: ZoneItem[]
}

export type Zoned = { zones: ZoneOnGlass[]; changesAtMs: number }

/**
 * What the zones of a layout show at a moment of its showing; nothing of it changes before `changesAtMs`. Each zone's playlist
 * begins with the showing of the layout, a synchronised one keeps to the clock; while the showing is held they stand still.
 */
export function zonesAt(
  programme: Programme,
  layout: LayoutScene,
  showing: Playing,
  moment: Moment,
  shape: GlassShape,
): Zoned {
  const zoned = zonesFor(layout, shape).map((zone) => zoneAt(programme, zone, showing, moment))
  return {
    zones: zoned.map(({ zone }) => zone),
    changesAtMs: Math.min(Number.POSITIVE_INFINITY, ...zoned.map(({ changesAtMs }) => changesAtMs)),
  }
}

function zoneAt(
  programme: Programme,
  { id, area, content }: LayoutZone,
  showing: Playing,
  moment: Moment,
): { zone: ZoneOnGlass; changesAtMs: number } {
  const nothing = { id, area, scene: null, item: null, upNext: null, loop: [] }
  if (content.kind === 'scene') {
    return { zone: { ...nothing, scene: content.scene }, changesAtMs: Number.POSITIVE_INFINITY }
  }
  const playlist = playlistOf(programme, content.playlistId)
  if (playlist === undefined) return { zone: nothing, changesAtMs: Number.POSITIVE_INFINITY }
  const { items, changesAtMs: validityChangesAtMs } = validAt(playlist, moment)
  const rotating: Rotating = { playlist, passes: passesOf(playlist, items) }
  const anchorMs = playlist.sync === true && moment.timeKnown ? 0 : showing.startedAtMs
  const atMs = showing.heldAtMs ?? moment.ms
  const place = placeAfter([rotating], atMs - anchorMs)
  if (place === null || !isSingle(place.item.scene)) return { zone: nothing, changesAtMs: validityChangesAtMs }
  const startedAtMs = atMs - place.intoMs
  const endsAtMs = showing.heldAtMs === undefined ? startedAtMs + place.itemMs : Number.POSITIVE_INFINITY
  const changesAtMs = Math.min(endsAtMs, validityChangesAtMs)
  const item: ItemOnGlass = {
    key: `${id}/${playlist.id}/${place.index}/${place.item.id}/${nameOf(place, startedAtMs, moment)}`,
    playlistId: playlist.id,
    playlistName: playlist.name,
    entryId: showing.entryId,
    itemId: place.item.id,
    startedAt: instantOf(startedAtMs),
    endsAt: instantOf(Math.min(changesAtMs, showing.endsAtMs)),
    ...appearing(playlist),
  }
  const next = placeAfter([rotating], startedAtMs + place.itemMs - anchorMs)
  const upNext = next === null || next.item === place.item ? null : singleItem(next.item)
  const loop = items.flatMap((each) => singleItem(each) ?? [])
  return { zone: { id, area, scene: place.item.scene, item, upNext, loop }, changesAtMs }
}

function validAt(playlist: Playlist, { ms, timeKnown }: Moment) {
  const single = { ...playlist, items: playlist.items.filter(({ scene }) => isSingle(scene)) }
  return timeKnown ? validItems(single, ms) : timelessItems(single)
}

function nameOf({ lap }: Place<Rotating>, startedAtMs: number, { timeKnown }: Moment): string {
  return timeKnown ? instantOf(startedAtMs) : `lap-${lap}`
}

function singleItem({ scene, ...rest }: PlaylistItem): ZoneItem | null {
  return isSingle(scene) ? { ...rest, scene } : null
}
