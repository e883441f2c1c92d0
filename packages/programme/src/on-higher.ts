import type { Programme } from '@akari/protocol'
import { joined } from './hours.ts'
import { type Plan, playlistOf } from './member.ts'
import { isValidBetween } from './playlist.ts'
import type { Reason } from './reasons.ts'
import { firstStartingAfter, rankOf, type Window } from './unroll.ts'

/** Why an entry that never comes back is not shown for the rest of its window: something higher was on in it. */
export function droppedBy(plan: Plan, programme: Programme, window: Window, ms: number): Reason | null {
  if (window.onHigher !== 'never') return null
  const [by] = higherWindows(plan, programme, rankOf(window), window.startsAtMs, ms + 1)
  return by === undefined ? null : { code: 'entry-dropped', entryId: window.entryId, by: by.entryId }
}

/** How long something of a higher priority than `rank` was on between two moments, up to what is still on. */
export function higherMsBetween(plan: Plan, programme: Programme, rank: number, fromMs: number, toMs: number): number {
  const over = higherWindows(plan, programme, rank, fromMs, toMs).filter(({ endsAtMs }) => endsAtMs <= toMs)
  return joined(over).reduce((sum, span) => sum + span.endsAtMs - Math.max(span.startsAtMs, fromMs), 0)
}

/**
 * The windows of a higher priority that overlap a stretch and had something to show in it. Those with conditions are left out:
 * nobody can tell later whether they were on.
 */
function higherWindows(plan: Plan, programme: Programme, rank: number, fromMs: number, toMs: number): Window[] {
  const { list, longestMs } = plan.windows
  const found: Window[] = []
  for (let n = firstStartingAfter(list, fromMs - longestMs - 1); n < list.length; n++) {
    const window = list[n]
    if (window === undefined || window.startsAtMs >= toMs) break
    const overlaps = window.endsAtMs > fromMs && rankOf(window) > rank
    if (overlaps && window.conditions.length === 0 && hasSomething(programme, window)) {
      found.push(window)
    }
  }
  return found
}

function hasSomething(programme: Programme, { playlistId, startsAtMs, endsAtMs }: Window): boolean {
  return playlistOf(programme, playlistId)?.items.some((item) => isValidBetween(item, startsAtMs, endsAtMs)) ?? false
}
