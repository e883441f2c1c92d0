import type { Id, Playlist, PlaylistItem, Programme } from '@akari/protocol'
import { type Position, positionAfter, timelessItems, type ValidItems, validItems } from './playlist.ts'
import type { BehindBecause, Reason } from './reasons.ts'
import { instantOf, localDay } from './time.ts'
import { dueAt, type Window, type Windows } from './unroll.ts'

/** The time as far as it is known: the wall clock's counts only when `timeKnown`. */
export type Moment = { ms: number; monotonicMs: number; timeKnown: boolean }

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

/** A stretch of time that belongs to one playlist; its loop starts at `startsAtMs`. */
type Slot = { layer: Playing['layer']; playlistId: Id; startsAtMs: number; endsAtMs: number }

/** How many changes ahead `playingAfter` looks for the next showing. */
const LOOK_AHEAD = 16

/** SCHEDULED, else DEFAULT, else nothing: the playlist that is due, and where in its loop it stands by the clock alone. */
export function everyday(programme: Programme | null, windows: Windows, moment: Moment): Everyday {
  if (programme === null) {
    return { playing: null, reasons: [{ code: 'no-programme' }], changesAtMs: Number.POSITIVE_INFINITY }
  }
  const reasons: Reason[] = windows.problems.map((problem) => ({ code: 'rule-not-followed', ...problem }))
  if (!moment.timeKnown) {
    const byDefault = defaultPlaylist(programme, moment)
    return { ...byDefault, reasons: [...reasons, { code: 'clock-unknown' }, ...byDefault.reasons] }
  }
  const scheduled = scheduledPlaylist(programme, windows, moment)
  reasons.push(...scheduled.reasons)
  if (scheduled.playing !== null) return { ...scheduled, reasons }
  const byDefault = defaultPlaylist(programme, moment)
  return {
    playing: byDefault.playing,
    reasons: [...reasons, ...byDefault.reasons],
    changesAtMs: Math.min(scheduled.changesAtMs, byDefault.changesAtMs),
  }
}

/** The showing that follows after `from`, looked up where the present one changes; null when none is in sight. */
export function playingAfter(
  programme: Programme | null,
  windows: Windows,
  moment: Moment,
  from: Everyday,
): Playing | null {
  let current = from
  let at = moment
  for (let hop = 0; hop < LOOK_AHEAD && current.changesAtMs !== Number.POSITIVE_INFINITY; hop++) {
    at = later(at, current.changesAtMs)
    current = everyday(programme, windows, at)
    if (current.playing?.key !== from.playing?.key) return current.playing
  }
  return null
}

/** The same clock at a later wall-clock time. */
export function later(moment: Moment, ms: number): Moment {
  return { ...moment, ms, monotonicMs: moment.monotonicMs + (ms - moment.ms) }
}

function scheduledPlaylist(programme: Programme, windows: Windows, moment: Moment): Everyday {
  if (moment.ms < windows.fromMs || moment.ms >= windows.toMs) {
    const changesAtMs = moment.ms < windows.fromMs ? windows.fromMs : Number.POSITIVE_INFINITY
    return { playing: null, reasons: [{ code: 'schedule-not-unrolled' }], changesAtMs }
  }
  const { due, changesAtMs: dueChangesAtMs } = dueAt(windows, moment.ms)
  const reasons: Reason[] = []
  let changesAtMs = dueChangesAtMs
  for (const [rank, window] of due.entries()) {
    const { entryId, playlistId, startsAt, endsAt, startsAtMs, endsAtMs } = window
    const slot: Slot = { layer: 'scheduled', playlistId, startsAtMs, endsAtMs }
    const tried = playIn(slot, programme, moment)
    changesAtMs = Math.min(changesAtMs, tried.changesAtMs)
    if (tried.playing !== null) {
      const over = due.slice(rank + 1).map((other) => ({ entryId: other.entryId, because: whyBehind(window, other) }))
      reasons.push({ code: 'entry-wins', entryId, playlistId, startsAt, endsAt, over }, ...tried.reasons)
      return { playing: tried.playing, reasons, changesAtMs }
    }
    reasons.push({ code: 'entry-has-nothing-to-show', entryId, playlistId })
  }
  if (due.length === 0) reasons.push({ code: 'no-entry-due' })
  return { playing: null, reasons, changesAtMs }
}

function defaultPlaylist(programme: Programme, moment: Moment): Everyday {
  const playlistId = programme.defaultPlaylistId
  if (playlistId === null) {
    return { playing: null, reasons: [{ code: 'no-default-playlist' }], changesAtMs: Number.POSITIVE_INFINITY }
  }
  const day = localDay(moment.ms, programme.timeZone)
  const tried = playIn({ layer: 'default', playlistId, ...day }, programme, moment)
  const code = tried.playing === null ? 'default-has-nothing-to-show' : 'default-playlist'
  return { ...tried, reasons: [{ code, playlistId }, ...tried.reasons] }
}

/** Plays a slot's playlist from the clock alone: from the slot's start, or from the monotonic zero when time is not known. */
function playIn(slot: Slot, programme: Programme, moment: Moment): Everyday {
  const playlist = programme.playlists.find((candidate) => candidate.id === slot.playlistId)
  if (playlist === undefined) return { playing: null, reasons: [], changesAtMs: Number.POSITIVE_INFINITY }
  const valid = moment.timeKnown ? validItems(playlist, moment.ms) : timelessItems(playlist)
  const elapsedMs = moment.timeKnown ? moment.ms - slot.startsAtMs : Math.floor(moment.monotonicMs)
  const position = positionAfter(valid.items, elapsedMs)
  if (position === null) return { playing: null, reasons: [], changesAtMs: valid.changesAtMs }
  const playing = showing(slot, playlist, valid, position, moment)
  return { playing, reasons: leftOutReason(playlist, valid), changesAtMs: playing.endsAtMs }
}

function showing(slot: Slot, playlist: Playlist, valid: ValidItems, at: Position, moment: Moment): Playing {
  const { item, index, lap, intoMs, itemMs } = at
  const startedAtMs = moment.ms - intoMs
  const slotEndsAtMs = moment.timeKnown ? slot.endsAtMs : Number.POSITIVE_INFINITY
  const showingName = moment.timeKnown ? instantOf(startedAtMs) : `lap-${lap}`
  return {
    layer: slot.layer,
    key: `${playlist.id}/${index}/${item.id}/${showingName}`,
    playlist,
    item,
    loop: valid.items,
    startedAtMs,
    endsAtMs: Math.min(startedAtMs + itemMs, slotEndsAtMs, valid.changesAtMs),
  }
}

function leftOutReason(playlist: Playlist, valid: ValidItems): Reason[] {
  if (valid.leftOut.length === 0) return []
  return [{ code: 'items-not-valid', playlistId: playlist.id, itemIds: valid.leftOut.map((item) => item.id) }]
}

function whyBehind(winner: Window, other: Window): BehindBecause {
  if (winner.priority !== other.priority) return 'priority'
  return winner.startsAtMs !== other.startsAtMs ? 'later-start' : 'entry-id'
}
