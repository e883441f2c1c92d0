import type { LocalDateTime } from '@akari/protocol'

/** A date and time of a wall clock as milliseconds, as if it were UTC: days and minutes are then plain arithmetic. */
export type LocalMs = number

const MINUTE_MS = 60_000
const DAY_MS = 86_400_000
const WEEKDAYS = ['SU', 'MO', 'TU', 'WE', 'TH', 'FR', 'SA']
/** 1970-01-01 was a Thursday. */
const FIRST_WEEKDAY = 4

/**
 * The starts of a series between two local moments, both included, in order, where it is plain: daily, weekly or monthly by
 * days of the week or of the month, or simply every few hours, without counting (RFC 5545 §3.3.10). Null for every other; the
 * library follows those. Exact only where clocks do not change between the two moments (of an hourly one: since its start),
 * which the caller knows. `offsetMs`: local time minus UTC, for UNTIL.
 */
export function plainStarts(
  start: LocalDateTime,
  rrule: string,
  fromMs: LocalMs,
  toMs: LocalMs,
  offsetMs: number,
): LocalMs[] | null {
  const parts = new Map(rrule.split(';').map((part) => splitOnce(part)))
  const startMs = localMsOf(start)
  const untilMs = untilOf(parts.get('UNTIL'), offsetMs)
  if (parts.get('FREQ') === 'HOURLY')
    return untilMs === null ? null : hourly(parts, startMs, fromMs, Math.min(toMs, untilMs))
  const days = daysOf(parts, Math.floor(startMs / DAY_MS))
  const times = timesOf(parts, startMs)
  if (days === null || times === null || untilMs === null) return null
  const [earliestMs, latestMs] = [Math.max(fromMs, startMs), Math.min(toMs, untilMs)]
  const found: LocalMs[] = []
  for (const day of days(Math.floor(earliestMs / DAY_MS), Math.floor(latestMs / DAY_MS))) {
    for (const time of times) {
      const ms = day * DAY_MS + time
      if (earliestMs <= ms && ms <= latestMs) found.push(ms)
    }
  }
  return found
}

/** Local milliseconds of a date and time; what does not exist is the day that follows (callers have checked it). */
export function localMsOf(local: LocalDateTime): LocalMs {
  return Date.parse(`${local}:00Z`)
}

/** The same the other way round, to the minute. */
export function localTimeAt(ms: LocalMs): LocalDateTime {
  const day = Math.floor(ms / DAY_MS)
  return `${dateAt(day)}T${timeAt(ms - day * DAY_MS)}`
}

/** Local date of a day since 1970 (the proleptic Gregorian calendar counted in eras of 400 years from a 1 March). */
function dateAt(day: number): string {
  const sinceMarch = day + 719_468
  const era = Math.floor(sinceMarch / 146_097)
  const ofEra = sinceMarch - era * 146_097
  const yearOfEra = Math.floor(
    (ofEra - Math.floor(ofEra / 1460) + Math.floor(ofEra / 36_524) - Math.floor(ofEra / 146_096)) / 365,
  )
  const ofYear = ofEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const monthFromMarch = Math.floor((5 * ofYear + 2) / 153)
  const month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
  return `${digits(year, 4)}-${digits(month, 2)}-${digits(ofYear - Math.floor((153 * monthFromMarch + 2) / 5) + 1, 2)}`
}

function timeAt(ms: number): string {
  const minutes = Math.floor(ms / MINUTE_MS)
  return `${digits(Math.floor(minutes / 60), 2)}:${digits(minutes % 60, 2)}`
}

function digits(value: number, width: number): string {
  return String(value).padStart(width, '0')
}

/** Days since 1970, from the first to the last. */
type DaysBetween = (first: number, last: number) => number[]
type Parts = ReadonlyMap<string, string>

function hourly(parts: Parts, startMs: LocalMs, fromMs: LocalMs, toMs: LocalMs): LocalMs[] | null {
  if ([...parts.keys()].some((name) => name.startsWith('BY'))) return null
  const stepMs = Number(parts.get('INTERVAL') ?? 1) * 60 * MINUTE_MS
  const skipped = Math.max(0, Math.ceil((fromMs - startMs) / stepMs))
  const found: LocalMs[] = []
  for (let ms = startMs + skipped * stepMs; ms <= toMs; ms += stepMs) found.push(ms)
  return found
}

function daysOf(parts: Parts, startDay: number): DaysBetween | null {
  const interval = Number(parts.get('INTERVAL') ?? 1)
  const allowed = (...names: string[]): boolean =>
    [...parts.keys()].every((name) =>
      ['FREQ', 'INTERVAL', 'UNTIL', 'WKST', 'BYHOUR', 'BYMINUTE', ...names].includes(name),
    )
  switch (parts.get('FREQ') ?? '') {
    case 'DAILY':
      return allowed('BYDAY') ? daily(startDay, interval, parts.get('BYDAY')) : null
    case 'WEEKLY':
      return allowed('BYDAY') ? weekly(startDay, interval, parts.get('BYDAY'), parts.get('WKST') ?? 'MO') : null
    case 'MONTHLY':
      if (allowed('BYDAY')) return monthly(startDay, interval, daysOfWeek(parts.get('BYDAY'), startDay))
      return allowed('BYMONTHDAY') ? monthly(startDay, interval, daysOfMonth(parts.get('BYMONTHDAY') ?? '')) : null
    default:
      return null
  }
}

function daily(startDay: number, interval: number, byDay: string | undefined): DaysBetween {
  const weekdays = byDay?.split(',')
  return (first, last) => {
    const found: number[] = []
    const skipped = Math.max(0, Math.ceil((first - startDay) / interval))
    for (let day = startDay + skipped * interval; day <= last; day += interval) {
      if (weekdays === undefined || weekdays.includes(weekdayOf(day))) found.push(day)
    }
    return found
  }
}

function weekly(startDay: number, interval: number, byDay: string | undefined, weekStart: string): DaysBetween {
  const weekdays = byDay?.split(',') ?? [weekdayOf(startDay)]
  const weekOf = (day: number) => Math.floor((day + FIRST_WEEKDAY - WEEKDAYS.indexOf(weekStart)) / 7)
  return (first, last) => {
    const found: number[] = []
    for (let day = Math.max(first, startDay); day <= last; day++) {
      if ((weekOf(day) - weekOf(startDay)) % interval === 0 && weekdays.includes(weekdayOf(day))) found.push(day)
    }
    return found
  }
}

/** Which days of a month, given its first day and its length. */
type DaysOfMonth = (firstDay: number, length: number) => number[]

function monthly(startDay: number, interval: number, which: DaysOfMonth): DaysBetween {
  return (first, last) => {
    const found = new Set<number>()
    const startMonth = monthOf(startDay)
    const skipped = Math.max(0, Math.ceil((monthOf(first) - startMonth) / interval))
    for (let month = startMonth + skipped * interval; month <= monthOf(last); month += interval) {
      const firstDay = firstDayOf(month)
      for (const day of which(firstDay, firstDayOf(month + 1) - firstDay)) found.add(day)
    }
    return [...found].filter((day) => first <= day && day <= last).sort((a, b) => a - b)
  }
}

function daysOfMonth(byMonthDay: string): DaysOfMonth {
  const numbers = byMonthDay.split(',').map(Number)
  return (firstDay, length) =>
    numbers
      .map((number) => (number > 0 ? number : length + number + 1))
      .filter((number) => 1 <= number && number <= length)
      .map((number) => firstDay + number - 1)
}

function daysOfWeek(byDay: string | undefined, startDay: number): DaysOfMonth {
  if (byDay === undefined) return daysOfMonth(String(new Date(startDay * DAY_MS).getUTCDate()))
  return (firstDay, length) =>
    byDay.split(',').flatMap((part) => {
      const [weekday, ordinal] = [part.slice(-2), Number(part.slice(0, -2))]
      const offset = (WEEKDAYS.indexOf(weekday) - WEEKDAYS.indexOf(weekdayOf(firstDay)) + 7) % 7
      const all = [0, 1, 2, 3, 4].map((week) => offset + week * 7).filter((day) => day < length)
      const chosen =
        ordinal === 0 ? all : ordinal > 0 ? all.slice(ordinal - 1, ordinal) : all.slice(ordinal).slice(0, 1)
      return ordinal < -all.length ? [] : chosen.map((day) => firstDay + day)
    })
}

/** Times of day in order, in milliseconds. */
function timesOf(parts: Parts, startMs: LocalMs): number[] | null {
  const start = new Date(startMs)
  const hours = parts.get('BYHOUR')?.split(',').map(Number) ?? [start.getUTCHours()]
  const minutes = parts.get('BYMINUTE')?.split(',').map(Number) ?? [start.getUTCMinutes()]
  const times = hours.flatMap((hour) => minutes.map((minute) => (hour * 60 + minute) * MINUTE_MS))
  return [...new Set(times)].sort((a, b) => a - b)
}

/** The last local moment; Infinity without one, null where it is a bare date, which the library reads. */
function untilOf(until: string | undefined, offsetMs: number): LocalMs | null {
  if (until === undefined) return Number.POSITIVE_INFINITY
  const utc = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/.exec(until)
  if (utc === null) return null
  const [, year, month, day, hour, minute, second] = utc
  return Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`) + offsetMs
}

function splitOnce(part: string): [string, string] {
  const [name = '', value = ''] = part.split('=')
  return [name, value]
}

function weekdayOf(day: number): string {
  return WEEKDAYS[(((day + FIRST_WEEKDAY) % 7) + 7) % 7] ?? ''
}

/** Months since the year 0. */
function monthOf(day: number): number {
  const date = new Date(day * DAY_MS)
  return date.getUTCFullYear() * 12 + date.getUTCMonth()
}

function firstDayOf(month: number): number {
  const date = new Date(0)
  date.setUTCFullYear(Math.floor(month / 12), month % 12, 1)
  return date.getTime() / DAY_MS
}
