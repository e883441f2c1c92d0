import type { Id, Playlist, PlaylistItem, Programme } from '@akari/protocol'
import type { Values } from './conditions.ts'
import { timelessItems, validItems } from './playlist.ts'
import type { Reason } from './reasons.ts'
import { passesOf, type Rotating } from './rotation.ts'
import type { Window, Windows } from './unroll.ts'

/** The time as far as it is known: the wall clock's counts only when `timeKnown`. */
export type Moment = { ms: number; monotonicMs: number; timeKnown: boolean }

/** A play of an interrupt that is in the log of what was on the glass. */
export type Play = { entryId: Id; startedAtMs: number }

/** What the layers below an emergency decide from. `plays`: those of this hour, so that a restart does not count anew. */
export type Plan = {
  programme: Programme | null
  windows: Windows
  plays?: readonly Play[]
  /** What is known of the outside world; none when left out. */
  values?: Values
}

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

/** A slot of these members, anchored at their latest start. */
export function slotOf(
  layer: Slot['layer'],
  members: readonly Member[],
  endsAtMs: number,
  behind: readonly Window[],
): Slot {
  const latestMs = Math.max(...members.map(({ window }) => window?.startsAtMs ?? 0))
  return { layer, members, anchorMs: isInStep(members) ? 0 : latestMs, endsAtMs, behind }
}

/** Do all of them take their place from the time alone? */
export function isInStep(members: readonly Member[]): boolean {
  return members.every(({ playlist }) => playlist.sync === true)
}
