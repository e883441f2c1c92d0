import type { Hazard, Instant } from '@akari/protocol'
import { isFromTheFuture, msOf } from '../instant.ts'
import { gradeOf } from './presentation.ts'
import type { Verdict } from './verdict.ts'
import { quiet } from './word.ts'

/** What a telegram with several verdicts is said to do: what raises something comes first, then what needs a decision. */
const EFFECTS = ['raise', 'hold', 'cancel', 'clear', 'none'] as const satisfies readonly Verdict['effect'][]

/** Between equally grave ones: what threatens life sooner. */
const HAZARDS: readonly Hazard[] = [
  'earthquake-early-warning',
  'earthquake',
  'tsunami',
  'heavy-rain',
  'landslide',
  'flood',
  'storm-surge',
  'evacuation',
  'storm',
  'snow-storm',
  'heavy-snow',
  'tornado',
]

/** The verdict that speaks for all of them: the gravest one that raises something here. Undefined only of an empty list. */
export function gravestOf(verdicts: readonly Verdict[]): Verdict | undefined {
  return verdicts.toSorted(
    (a, b) =>
      EFFECTS.indexOf(a.effect) - EFFECTS.indexOf(b.effect) ||
      grade(b) - grade(a) ||
      Number(b.level !== null) - Number(a.level !== null) ||
      Number(b.reason === 'released') - Number(a.reason === 'released') ||
      (a.effect === 'raise' ? rank(a) - rank(b) : 0),
  )[0]
}

/**
 * The verdict as it stands at a time: what has ended by then raises nothing, what is dated far ahead is not believed. What
 * names other places only says nothing of this one, even where it takes back what the book holds; nor does what merely
 * takes the place of an earlier message.
 */
export function judged(verdict: Verdict, at: Instant): Verdict {
  if (verdict.effect === 'none') return verdict
  const { channel, hazard, reason } = verdict
  if (reason === 'corrected-away' || reason === 'not-in-area' || reason === 'superseded')
    return { effect: 'none', ...quiet(channel, hazard, reason) }
  if (isFromTheFuture(verdict.sentAt, at)) return { effect: 'none', ...quiet(channel, hazard, 'from-the-future') }
  const endsAt = verdict.effect === 'raise' ? verdict.alert.expiresAt : null
  return endsAt !== null && msOf(endsAt) <= msOf(at)
    ? { effect: 'none', ...quiet(channel, hazard, 'expired') }
    : verdict
}

function grade(verdict: Verdict): number {
  if (verdict.effect !== 'raise') return 0
  return verdict.hazard === 'earthquake-early-warning' ? 6 : gradeOf(verdict)
}

function rank({ hazard }: Verdict): number {
  const index = HAZARDS.indexOf(hazard)
  return index === -1 ? HAZARDS.length : index
}
