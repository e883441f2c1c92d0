import type { LocalDateTime } from '@akari/protocol'
import fc from 'fast-check'

/** Everything generated lies around the end of summer time in New York (2026-11-01), all in a few days so that it collides. */
const FROM_MS = Date.parse('2026-10-30T00:00:00Z')
export const SPAN_MS = 6 * 86_400_000

export const someMs = fc.integer({ min: 0, max: SPAN_MS }).map((ms) => FROM_MS + ms)
/** Whole minutes too, so that boundaries of different things meet. */
export const someInstant = fc
  .oneof(
    someMs,
    someMs.map((ms) => ms - (ms % 60_000)),
  )
  .map((ms) => new Date(ms).toISOString())
export const maybeInstant = fc.option(someInstant, { nil: null })
export const localTime: fc.Arbitrary<LocalDateTime> = someInstant.map((instant) => instant.slice(0, 16))

export const ZONES = ['Asia/Tokyo', 'America/New_York', 'Not/AZone'] as const

/** Mostly null. */
export function rarely<T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | null> {
  return fc.option(arbitrary, { nil: null, freq: 2 })
}
