import { Temporal } from 'temporal-polyfill'

const DAY_SECONDS = 86_400

/** A service day: its number (days since 1970-01-01) and the second (Unix time) from which its times count. */
export type ServiceDay = { day: number; startsAt: number }

/** The day of the calendar at a moment (Unix time in milliseconds) there. */
export function localDay(epochMs: number, timeZone: string): number {
  const date = Temporal.Instant.fromEpochMilliseconds(epochMs).toZonedDateTimeISO(timeZone).toPlainDate()
  return Date.UTC(date.year, date.month - 1, date.day) / (DAY_SECONDS * 1000)
}

/**
 * Where the times of a service day count from: noon minus twelve hours (GTFS, Time), which is midnight but where clocks are put forward or back.
 */
export function serviceDay(day: number, timeZone: string): ServiceDay {
  const date = Temporal.Instant.fromEpochMilliseconds(day * DAY_SECONDS * 1000)
    .toZonedDateTimeISO('UTC')
    .toPlainDate()
  const noon = date.toZonedDateTime({ timeZone, plainTime: { hour: 12 } })
  return { day, startsAt: noon.epochMilliseconds / 1000 - DAY_SECONDS / 2 }
}

/** The service days of which something may be under way around a moment, when trips end up to `latest` seconds after their day began. */
export function daysAround(epochMs: number, latest: number, timeZone: string): ServiceDay[] {
  const today = localDay(epochMs, timeZone)
  const before = Math.max(1, Math.ceil(latest / DAY_SECONDS))
  return Array.from({ length: before + 2 }, (_, n) => serviceDay(today - before + n, timeZone))
}
