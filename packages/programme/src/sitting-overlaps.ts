import type { Id, Instant, SittingInput } from '@akari/protocol'
import { type Reachable, reaches } from './reaches.ts'
import { instantOf, msOf } from './time.ts'

/** A sitting as far as its displays are concerned; `id` null: not saved yet. */
export type ShowingSitting = Pick<
  SittingInput,
  'title' | 'startsAt' | 'endsAt' | 'countdownMinutes' | 'afterMinutes' | 'targets'
> & { id: Id | null }

/**
 * Another sitting that is meant to be on some of the same displays between two moments, countdown and closing words included.
 * `wins`: which of the two the displays show then; null: which, nobody can say before both are saved.
 */
export type SittingOverlap<S> = {
  sitting: S
  startsAt: Instant
  endsAt: Instant
  displayIds: Id[]
  wins: 'this' | 'other' | null
}

/**
 * What else of `others` reaches the displays of a sitting at the same time, by start. As with every takeover (`overrideAt`) the glass
 * shows the one that begins to be shown later.
 */
export function overlapsOf<S extends ShowingSitting>(
  sitting: ShowingSitting,
  others: readonly S[],
  displays: readonly Reachable[],
): SittingOverlap<S>[] {
  const own = spanOf(sitting)
  const reached = displays.filter((display) => reaches(sitting.targets, display))
  return others
    .filter(({ id }) => id === null || id !== sitting.id)
    .flatMap((other): SittingOverlap<S>[] => {
      const span = spanOf(other)
      const [fromMs, toMs] = [Math.max(own.fromMs, span.fromMs), Math.min(own.toMs, span.toMs)]
      const displayIds = reached.filter((display) => reaches(other.targets, display)).map(({ id }) => id)
      if (fromMs >= toMs || displayIds.length === 0) return []
      const wins = winnerOf({ id: sitting.id, ...own }, { id: other.id, ...span })
      return [{ sitting: other, startsAt: instantOf(fromMs), endsAt: instantOf(toMs), displayIds, wins }]
    })
    .toSorted((a, b) => msOf(a.startsAt) - msOf(b.startsAt))
}

function spanOf({ startsAt, endsAt, countdownMinutes, afterMinutes }: ShowingSitting) {
  return { fromMs: msOf(startsAt) - countdownMinutes * 60_000, toMs: msOf(endsAt) + afterMinutes * 60_000 }
}

type Begun = { id: Id | null; fromMs: number }

function winnerOf(own: Begun, other: Begun): SittingOverlap<unknown>['wins'] {
  if (own.fromMs !== other.fromMs) return own.fromMs > other.fromMs ? 'this' : 'other'
  if (own.id === null || other.id === null) return null
  return own.id < other.id ? 'this' : 'other'
}
