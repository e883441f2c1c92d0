import type { Playlist, PlaylistItem } from '@akari/protocol'
import type { BehindBecause, Reason } from './reasons.ts'
import { type Place, placeAfter } from './rotation.ts'
import { type Member, type Moment, type Plan, type Slot, slotAt } from './slot.ts'
import { instantOf } from './time.ts'

/** One showing of one item. The same `key` means the same showing, also when clocks are being corrected. */
export type Playing = {
  layer: 'scheduled' | 'default'
  key: string
  playlist: Playlist
  item: PlaylistItem
  loop: PlaylistItem[]
  startedAtMs: number
  endsAtMs: number
}

/** What the everyday layers show; nothing of it changes before `changesAtMs` (Infinity: only with the programme). */
export type Everyday = { playing: Playing | null; reasons: Reason[]; changesAtMs: number }

/** How many changes ahead `playingAfter` looks for the next showing. */
const LOOK_AHEAD = 16

/** SCHEDULED, else DEFAULT, else nothing: the playlists that are due, and where in their rotation they stand by the clock alone. */
export function everyday(plan: Plan, moment: Moment): Everyday {
  const { slot, reasons, changesAtMs } = slotAt(plan, moment)
  const place = slot === null ? null : placeAfter(slot.members, moment.ms - slot.anchorMs)
  if (slot === null || place === null) return { playing: null, reasons, changesAtMs }
  const playing = showing(slot, place, moment)
  return {
    playing,
    reasons: [...whyThis(slot, place.member), ...reasons, ...leftOutReason(place.member)],
    changesAtMs: Math.min(changesAtMs, playing.endsAtMs),
  }
}

/** The showing that follows after `from`, looked up where the present one changes; null when none is in sight. */
export function playingAfter(plan: Plan, moment: Moment, from: Everyday): Playing | null {
  let current = from
  let at = moment
  for (let hop = 0; hop < LOOK_AHEAD && current.changesAtMs !== Number.POSITIVE_INFINITY; hop++) {
    at = later(at, current.changesAtMs)
    current = everyday(plan, at)
    if (current.playing?.key !== from.playing?.key) return current.playing
  }
  return null
}

/** The same clock at a later wall-clock time. */
export function later(moment: Moment, ms: number): Moment {
  return { ...moment, ms, monotonicMs: moment.monotonicMs + (ms - moment.ms) }
}

function showing(slot: Slot, at: Place<Member>, moment: Moment): Playing {
  const { member, item, index, lap, intoMs, itemMs } = at
  const startedAtMs = moment.ms - intoMs
  const showingName = moment.timeKnown ? instantOf(startedAtMs) : `lap-${lap}`
  return {
    layer: slot.layer,
    key: `${member.playlist.id}/${index}/${item.id}/${showingName}`,
    playlist: member.playlist,
    item,
    loop: member.loop,
    startedAtMs,
    endsAtMs: Math.min(startedAtMs + itemMs, slot.endsAtMs),
  }
}

function whyThis({ members, behind }: Slot, { window }: Member): Reason[] {
  if (window === null) return []
  const { entryId, playlistId, startsAt, endsAt } = window
  const waiting = members.flatMap((other) => (other.window === null || other.window === window ? [] : [other.window]))
  const over = [...waiting.map(named('turn')), ...behind.map(named('priority'))]
  return [{ code: 'entry-wins', entryId, playlistId, startsAt, endsAt, over }]
}

function named(because: BehindBecause) {
  return ({ entryId }: { entryId: string }) => ({ entryId, because })
}

function leftOutReason({ playlist, leftOut }: Member): Reason[] {
  if (leftOut.length === 0) return []
  return [{ code: 'items-not-valid', playlistId: playlist.id, itemIds: leftOut.map((item) => item.id) }]
}
