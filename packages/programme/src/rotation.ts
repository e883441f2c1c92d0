import type { Playlist, PlaylistItem } from '@akari/protocol'
import { lengthMs, turnsOf } from './playlist.ts'

/** A playlist that takes turns with others: what it shows in each of its passes. */
export type Rotating = { playlist: Playlist; passes: readonly (readonly PlaylistItem[])[] }

/**
 * Where a rotation stands: the turn of one item. `index` counts the turns through all passes of its playlist, `lap` how often
 * these are through, `intoMs` how long the item has been on.
 */
export type Place<R extends Rotating> = {
  member: R
  item: PlaylistItem
  index: number
  lap: number
  intoMs: number
  itemMs: number
}

/** What a playlist shows in each pass: all its turns, or of a campaign one of them. */
export function passesOf(playlist: Playlist, items: readonly PlaylistItem[]): Passes {
  const held = passesKnown.get(items)
  if (held !== undefined && held.playlist === playlist) return held.passes
  const turns = turnsOf(items)
  const passes = turns.length === 0 ? [] : playlist.campaign === true ? turns.map((turn) => [turn]) : [turns]
  passesKnown.set(items, { playlist, passes })
  return passes
}

/**
 * The place after `elapsedMs` in an endless rotation in which the members' passes follow each other; null when none of them has
 * anything to show. Costs a search, not a walk: it is as quick years after the start.
 */
export function placeAfter<R extends Rotating>(members: readonly R[], elapsedMs: number): Place<R> | null {
  const timed = members.filter(({ passes }) => passes.length > 0).map(timedOf)
  if (timed.length === 0) return null
  const round = roundAt(timed, elapsedMs)
  let leftMs = elapsedMs - timed.reduce((sum, member) => sum + startsMs(member, round), 0)
  for (const { member, lengths } of timed) {
    const [lap, pass] = divided(round, member.passes.length)
    if (leftMs >= (lengths[pass] ?? 0)) {
      leftMs -= lengths[pass] ?? 0
      continue
    }
    const before = member.passes.slice(0, pass).reduce((sum, turns) => sum + turns.length, 0)
    for (const [turn, item] of (member.passes[pass] ?? []).entries()) {
      const itemMs = lengthMs(item)
      if (leftMs < itemMs) return { member, item, index: before + turn, lap, intoMs: leftMs, itemMs }
      leftMs -= itemMs
    }
  }
  return null
}

type Timed<R> = { member: R; lengths: number[]; startsMs: number[]; totalMs: number }

type Passes = Rotating['passes']

/** What was worked out before, by what it follows from. Only spares time. */
const passesKnown = new WeakMap<readonly PlaylistItem[], { playlist: Playlist; passes: Passes }>()
const lengthsKnown = new WeakMap<Passes, Omit<Timed<Rotating>, 'member'>>()

function timedOf<R extends Rotating>(member: R): Timed<R> {
  const lengths = lengthsKnown.get(member.passes) ?? lengthsOf(member.passes)
  lengthsKnown.set(member.passes, lengths)
  return { ...lengths, member }
}

function lengthsOf(passes: Passes): Omit<Timed<Rotating>, 'member'> {
  const lengths = passes.map((pass) => pass.reduce((sum, item) => sum + lengthMs(item), 0))
  let totalMs = 0
  const starts = lengths.map((length) => {
    totalMs += length
    return totalMs - length
  })
  return { lengths, startsMs: starts, totalMs }
}

/** How much time this member has taken before a round begins. */
function startsMs<R>({ startsMs: starts, totalMs }: Timed<R>, round: number): number {
  const [lap, pass] = divided(round, starts.length)
  return lap * totalMs + (starts[pass] ?? 0)
}

/** The last round that has begun; each is one pass of every member. */
function roundAt<R>(timed: readonly Timed<R>[], elapsedMs: number): number {
  const allMs = timed.reduce((sum, { totalMs }) => sum + totalMs, 0)
  const meanMs = timed.reduce((sum, { totalMs, lengths }) => sum + totalMs / lengths.length, 0)
  let low = Math.floor((elapsedMs - allMs) / meanMs) - 1
  let high = Math.ceil((elapsedMs + allMs) / meanMs) + 1
  while (low < high) {
    const middle = Math.floor((low + high + 1) / 2)
    const begins = timed.reduce((sum, member) => sum + startsMs(member, middle), 0)
    if (begins <= elapsedMs) low = middle
    else high = middle - 1
  }
  return low
}

/** Quotient and remainder, the remainder never negative. */
function divided(value: number, by: number): [number, number] {
  const quotient = Math.floor(value / by)
  return [quotient, value - quotient * by]
}
