import type { Id, Instant, SittingInput, SittingStanding } from '@akari/protocol'
import { type Reachable, reaches } from './reaches.ts'
import { instantOf, msOf } from './time.ts'

/** Beyond its planned end a sitting that somebody opened keeps its displays for so long, unless its planned time closes it. */
export const SITTING_OVERRUN_MS = 3 * 3_600_000

/** A sitting as far as its displays are concerned; `id` null: not saved yet; without `live` it has not been opened. */
export type ShowingSitting = Pick<
  SittingInput,
  'title' | 'startsAt' | 'endsAt' | 'closing' | 'countdownMinutes' | 'afterMinutes' | 'targets'
> & {
  id: Id | null
  live?: { standing: Pick<SittingStanding, 'phase' | 'openedAt' | 'byHand'> }
  /** When somebody last let it come before others: from then on it counts as the later one. */
  broughtAt?: Instant | null
}

/**
 * Another sitting that is meant to be on some of the same displays between two moments, countdown and closing words included; one
 * that runs late is on them until now at least. `wins`: which of the two the displays show where both are in session; null: which,
 * nobody can say before both are saved.
 */
export type SittingOverlap<S> = {
  sitting: S
  startsAt: Instant
  endsAt: Instant
  displayIds: Id[]
  wins: 'this' | 'other' | null
}

/** Two sittings that meet on some displays only if the earlier of them takes longer than planned; `at`: from when the later is shown. */
export type SittingOverrun<S> = { sitting: S; earlier: 'this' | 'other'; at: Instant; displayIds: Id[] }

/**
 * What else of `others` reaches the displays of a sitting at the same time, by start. The glass shows the one that is in session, and
 * of two the one that began to be shown, or was brought forward, later (`overrideAt`). `nowMs` is Unix time.
 */
export function overlapsOf<S extends ShowingSitting>(
  sitting: ShowingSitting,
  others: readonly S[],
  displays: readonly Reachable[],
  nowMs: number,
): SittingOverlap<S>[] {
  const own = spanOf(sitting, nowMs)
  return sharing(sitting, others, displays)
    .flatMap(({ other, displayIds }): SittingOverlap<S>[] => {
      const span = spanOf(other, nowMs)
      const [fromMs, toMs] = [Math.max(own.fromMs, span.fromMs), Math.min(own.toMs, span.toMs)]
      if (fromMs >= toMs) return []
      const wins = winnerOf(begunOf(sitting, own.fromMs), begunOf(other, span.fromMs))
      return [{ sitting: other, startsAt: instantOf(fromMs), endsAt: instantOf(toMs), displayIds, wins }]
    })
    .toSorted((a, b) => msOf(a.startsAt) - msOf(b.startsAt))
}

/**
 * What of `others` a sitting meets on its displays if it, or the other, takes longer than planned, by when that would be. The earlier
 * keeps the glass until the later is opened.
 */
export function overrunsOf<S extends ShowingSitting>(
  sitting: ShowingSitting,
  others: readonly S[],
  displays: readonly Reachable[],
  nowMs: number,
): SittingOverrun<S>[] {
  const own = spanOf(sitting, nowMs)
  return sharing(sitting, others, displays)
    .flatMap(({ other, displayIds }): SittingOverrun<S>[] => {
      const span = spanOf(other, nowMs)
      const earlier = own.toMs <= span.fromMs ? 'this' : span.toMs <= own.fromMs ? 'other' : null
      if (earlier === null) return []
      const [first, second] = earlier === 'this' ? [own, span] : [span, own]
      if (first.atMostMs <= second.fromMs) return []
      return [{ sitting: other, earlier, at: instantOf(second.fromMs), displayIds }]
    })
    .toSorted((a, b) => msOf(a.at) - msOf(b.at))
}

/** The others that reach some of its displays, with these. */
function sharing<S extends ShowingSitting>(
  sitting: ShowingSitting,
  others: readonly S[],
  displays: readonly Reachable[],
): { other: S; displayIds: Id[] }[] {
  const reached = displays.filter((display) => reaches(sitting.targets, display))
  return others
    .filter(({ id }) => id === null || id !== sitting.id)
    .map((other) => ({
      other,
      displayIds: reached.filter((display) => reaches(other.targets, display)).map(({ id }) => id),
    }))
    .filter(({ displayIds }) => displayIds.length > 0)
}

/** From when until when it is on its displays as far as anybody knows, and until when at most. */
function spanOf(
  { startsAt, endsAt, closing, countdownMinutes, afterMinutes, live }: ShowingSitting,
  nowMs: number,
): { fromMs: number; toMs: number; atMostMs: number } {
  const { phase, openedAt, byHand } = live?.standing ?? { phase: 'planned', openedAt: null, byHand: false }
  const plannedMs = msOf(startsAt) - countdownMinutes * 60_000
  const fromMs = openedAt === null ? plannedMs : Math.min(plannedMs, msOf(openedAt))
  const runs = phase === 'inSession' || phase === 'recess'
  const endsMs = runs ? Math.max(msOf(endsAt), nowMs) : msOf(endsAt)
  const toMs = endsMs + afterMinutes * 60_000
  const closesByTime = closing === 'time' && !byHand
  return { fromMs, toMs, atMostMs: closesByTime ? toMs : Math.max(toMs, endsMs + SITTING_OVERRUN_MS) }
}

type Begun = { id: Id | null; fromMs: number }

function begunOf({ id, broughtAt = null }: ShowingSitting, fromMs: number): Begun {
  return { id, fromMs: broughtAt === null ? fromMs : Math.max(fromMs, msOf(broughtAt)) }
}

function winnerOf(own: Begun, other: Begun): SittingOverlap<unknown>['wins'] {
  if (own.fromMs !== other.fromMs) return own.fromMs > other.fromMs ? 'this' : 'other'
  if (own.id === null || other.id === null) return null
  return own.id < other.id ? 'this' : 'other'
}
