import type { Id, Playlist, PlaylistItem, Programme } from '@akari/protocol'
import { timelessItems, validItems } from './playlist.ts'
import type { Reason } from './reasons.ts'
import { passesOf, type Rotating } from './rotation.ts'
import { localDay } from './time.ts'
import { dueAt, type Window, type Windows } from './unroll.ts'

/** The time as far as it is known: the wall clock's counts only when `timeKnown`. */
export type Moment = { ms: number; monotonicMs: number; timeKnown: boolean }

/** A play of an interrupt that is in the log of what was on the glass. */
export type Play = { entryId: Id; startedAtMs: number }

/** What the layers below an emergency decide from. `plays`: those of this hour, so that a restart does not count anew. */
export type Plan = { programme: Programme | null; windows: Windows; plays?: readonly Play[] }

/** A playlist that has its turn in a slot, with what brought it there: an entry's window, an override, or neither. */
export type Member = Rotating & {
  entryId: Id | null
  window: Window | null
  loop: PlaylistItem[]
  leftOut: PlaylistItem[]
}

/**
 * A stretch of time with playlists that take turns. Their place is counted from `anchorMs`; what is on is over at the latest at
 * `endsAtMs`.
 */
export type Slot = {
  layer: 'takeover' | 'scheduled' | 'default'
  members: readonly Member[]
  anchorMs: number
  endsAtMs: number
  /** The entries that are due and give way, and why. */
  behind: readonly Window[]
}

/** What is to rotate at a moment; nothing of it changes before `changesAtMs` (Infinity: only with the programme). */
export type Slotted = { slot: Slot | null; reasons: Reason[]; changesAtMs: number }

/** SCHEDULED, else DEFAULT, else nothing. */
export function slotAt(plan: Plan, moment: Moment): Slotted {
  const { programme, windows } = plan
  if (programme === null) {
    return { slot: null, reasons: [{ code: 'no-programme' }], changesAtMs: Number.POSITIVE_INFINITY }
  }
  const reasons: Reason[] = windows.problems.map((problem) => ({ code: 'rule-not-followed', ...problem }))
  if (!moment.timeKnown) {
    const byDefault = defaultSlot(programme, moment)
    return { ...byDefault, reasons: [...reasons, { code: 'clock-unknown' }, ...byDefault.reasons] }
  }
  const scheduled = scheduledSlot(programme, windows, moment)
  reasons.push(...scheduled.reasons)
  if (scheduled.slot !== null) return { ...scheduled, reasons }
  const byDefault = defaultSlot(programme, moment)
  return {
    slot: byDefault.slot,
    reasons: [...reasons, ...byDefault.reasons],
    changesAtMs: Math.min(scheduled.changesAtMs, byDefault.changesAtMs),
  }
}

function scheduledSlot(programme: Programme, windows: Windows, moment: Moment): Slotted {
  if (moment.ms < windows.fromMs || moment.ms >= windows.toMs) {
    const changesAtMs = moment.ms < windows.fromMs ? windows.fromMs : Number.POSITIVE_INFINITY
    return { slot: null, reasons: [{ code: 'schedule-not-unrolled' }], changesAtMs }
  }
  const { due, changesAtMs: dueChangesAtMs } = dueAt(windows, moment.ms)
  const reasons: Reason[] = []
  let changesAtMs = dueChangesAtMs
  for (let first = 0; first < due.length; ) {
    const ofOnePriority = due.slice(first).filter(({ priority }) => priority === due[first]?.priority)
    first += ofOnePriority.length
    const equals = ofOnePriority.filter((window) => !ofOnePriority.some((other) => replaces(other, window)))
    const tried = equals.map((window) => memberFor(programme, window.playlistId, window.entryId, window, moment))
    changesAtMs = Math.min(changesAtMs, ...tried.map((each) => each.changesAtMs))
    const members = tried.flatMap(({ member }) => (member === null ? [] : [member]))
    for (const { entryId, playlistId } of equals.filter((window) => members.every((m) => m.window !== window))) {
      reasons.push({ code: 'entry-has-nothing-to-show', entryId, playlistId })
    }
    if (members.length > 0) {
      const slot = slotOf('scheduled', members, changesAtMs, due.slice(first))
      return { slot: { ...slot, endsAtMs: endOf(members, tried) }, reasons, changesAtMs }
    }
  }
  if (due.length === 0) reasons.push({ code: 'no-entry-due' })
  return { slot: null, reasons, changesAtMs }
}

/** A series whose windows overlap has one turn: that of its latest window. */
function replaces(other: Window, window: Window): boolean {
  return other.entryId === window.entryId && other.startsAtMs > window.startsAtMs
}

function defaultSlot(programme: Programme, moment: Moment): Slotted {
  const playlistId = programme.defaultPlaylistId
  if (playlistId === null) {
    return { slot: null, reasons: [{ code: 'no-default-playlist' }], changesAtMs: Number.POSITIVE_INFINITY }
  }
  const { member, changesAtMs } = memberFor(programme, playlistId, null, null, moment)
  if (member === null) {
    return { slot: null, reasons: [{ code: 'default-has-nothing-to-show', playlistId }], changesAtMs }
  }
  const day = localDay(moment.ms, programme.timeZone)
  const endsAtMs = moment.timeKnown ? Math.min(day.endsAtMs, changesAtMs) : Number.POSITIVE_INFINITY
  const slot = slotOf('default', [member], endsAtMs, [])
  const anchorMs = isInStep([member]) ? 0 : day.startsAtMs
  return {
    slot: { ...slot, anchorMs: moment.timeKnown ? anchorMs : moment.ms - Math.floor(moment.monotonicMs) },
    reasons: [{ code: 'default-playlist', playlistId }],
    changesAtMs: endsAtMs,
  }
}

function slotOf(layer: Slot['layer'], members: readonly Member[], endsAtMs: number, behind: readonly Window[]): Slot {
  const latestMs = Math.max(...members.map(({ window }) => window?.startsAtMs ?? 0))
  return { layer, members, anchorMs: isInStep(members) ? 0 : latestMs, endsAtMs, behind }
}

/** Do all of them take their place from the time alone? */
function isInStep(members: readonly Member[]): boolean {
  return members.every(({ playlist }) => playlist.sync === true)
}

function endOf(members: readonly Member[], tried: readonly Tried[]): number {
  const windowEnds = members.map(({ window }) => window?.endsAtMs ?? Number.POSITIVE_INFINITY)
  return Math.min(...windowEnds, ...tried.map(({ changesAtMs }) => changesAtMs))
}

export type Tried = { member: Member | null; changesAtMs: number }

/** A playlist as a member of a slot at a moment, null when nothing of it may be shown; nothing changes that before `changesAtMs`. */
export function memberFor(
  programme: Programme,
  playlistId: Id,
  entryId: Id | null,
  window: Window | null,
  moment: Moment,
): Tried {
  const playlist = playlistOf(programme, playlistId)
  if (playlist === undefined) return { member: null, changesAtMs: Number.POSITIVE_INFINITY }
  const { items, leftOut, changesAtMs } = moment.timeKnown ? validItems(playlist, moment.ms) : timelessItems(playlist)
  if (items.length === 0) return { member: null, changesAtMs }
  const member = { playlist, passes: passesOf(playlist, items), loop: items, leftOut, entryId, window }
  return { member, changesAtMs }
}

/** The playlist of this id, if the programme has it. */
export function playlistOf(programme: Programme, id: Id): Playlist | undefined {
  return programme.playlists.find((candidate) => candidate.id === id)
}
