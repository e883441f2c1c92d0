import type { Id, Programme } from '@akari/protocol'
import type { DayKindsOf } from './calendar.ts'
import { openSpans, type Span, withinAt } from './hours.ts'
import { instantOf } from './time.ts'

/** The times of one rule of sound, sorted and apart from each other. */
export type SoundSpans = { id: Id; name: string; volume: number; spans: readonly Span[] }

/** What the rules say at a moment: the one that counts, and when that may change (Infinity: not in what was unrolled). */
export type SoundRule = { rule: SoundSpans | null; changesAtMs: number }

/** The sound hours of a programme between two moments; none where nobody knows its zone, because silence is the safe side. */
export function soundSpans(
  { sound = [], timeZone }: Pick<Programme, 'sound' | 'timeZone'>,
  dayKinds: DayKindsOf,
  fromMs: number,
  toMs: number,
): SoundSpans[] {
  return sound.map(({ id, name, volume, times }) => {
    return { id, name, volume, spans: openSpans({ hours: times, timeZone }, dayKinds, fromMs, toMs) ?? [] }
  })
}

/** The first rule whose time it is. */
export function soundRuleAt(all: readonly SoundSpans[], ms: number): SoundRule {
  let changesAtMs = Number.POSITIVE_INFINITY
  for (const rule of all) {
    const at = withinAt(rule.spans, ms)
    changesAtMs = Math.min(changesAtMs, at.changesAtMs)
    if (at.within) return { rule, changesAtMs }
  }
  return { rule: null, changesAtMs }
}

/** A moment as told; null for none that can be seen. */
export function momentOrNone(ms: number): string | null {
  return ms === Number.POSITIVE_INFINITY ? null : instantOf(ms)
}
