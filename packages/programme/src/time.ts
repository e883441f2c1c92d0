import type { Instant } from '@akari/protocol'
import { Temporal } from 'temporal-polyfill'

/** First and last moment that an Instant of the protocol can name. */
const EARLIEST_MS = Date.parse('0000-01-01T00:00:00Z')
const LATEST_MS = Date.parse('9999-12-31T23:59:59.999Z')

/** Unix milliseconds of a protocol Instant. */
export function msOf(instant: Instant): number {
  return Date.parse(instant)
}

/** Protocol Instant, in UTC, of Unix milliseconds. */
export function instantOf(ms: number): Instant {
  return new Date(Math.min(Math.max(ms, EARLIEST_MS), LATEST_MS)).toISOString()
}

/** Start and end of the local day around a moment; UTC's day where the zone is not known. */
export function localDay(ms: number, timeZone: string): { startsAtMs: number; endsAtMs: number } {
  const instant = Temporal.Instant.fromEpochMilliseconds(ms)
  const day = startOfDay(instant, timeZone) ?? instant.toZonedDateTimeISO('UTC').startOfDay()
  return { startsAtMs: day.epochMilliseconds, endsAtMs: day.add({ days: 1 }).startOfDay().epochMilliseconds }
}

function startOfDay(instant: Temporal.Instant, timeZone: string): Temporal.ZonedDateTime | null {
  try {
    return instant.toZonedDateTimeISO(timeZone).startOfDay()
  } catch {
    return null
  }
}
