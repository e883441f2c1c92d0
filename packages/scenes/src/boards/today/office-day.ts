import type { LocalDate, LocalTime, OfficeCalendar, OperatingHours, TimeRange, TodayEvent } from '@akari/protocol'
import { dayKindsOf, openTimesOn } from '@akari/programme'
import { daysAfter } from '../clock/month-leaf.ts'
import { localDay } from '../local-day.ts'

/** Looked ahead for the days that are closed, and for the next opening. */
const DAYS_AHEAD = 14

/** How the counters are at a moment. */
export type OfficeNow =
  | { state: 'open'; until: LocalTime }
  | { state: 'before'; at: LocalTime }
  /** Nothing more today; `isClosedDay`: nothing at all. `next`: when it opens again, null: not within two weeks. */
  | { state: 'shut'; isClosedDay: boolean; next: { date: LocalDate; at: LocalTime } | null }

/** Days on which nothing is open, one after the other. */
export interface Closure {
  from: LocalDate
  to: LocalDate
  /** The 祝日 among them. */
  holidays: readonly string[]
}

interface Office {
  hours: OperatingHours
  calendar: OfficeCalendar | null
}

/** When the counters are open on a date, in order; none: closed. */
export function timesOn({ hours, calendar }: Office, date: LocalDate): TimeRange[] {
  return openTimesOn(hours, date, dayKindsOf(calendar ?? undefined)).toSorted((a, b) => (a.start < b.start ? -1 : 1))
}

/** How the counters are at a moment: open, about to open, or shut until another day. */
export function officeNow(office: Office, nowMs: number, timeZone: string): OfficeNow {
  const { date, minutes } = localDay(nowMs, timeZone)
  const late = timesOn(office, daysAfter(date, -1)).find(
    (range) => isPastMidnight(range) && minutes < minutesOf(range.end),
  )
  if (late !== undefined) return { state: 'open', until: late.end }
  const times = timesOn(office, date)
  const now = times.find((range) => minutesOf(range.start) <= minutes && minutes < endOf(range))
  if (now !== undefined) return { state: 'open', until: now.end }
  const next = times.find((range) => minutes < minutesOf(range.start))
  if (next !== undefined) return { state: 'before', at: next.start }
  return { state: 'shut', isClosedDay: times.length === 0, next: nextOpening(office, date) }
}

/** The days after `date` on which nothing is open, within two weeks. */
export function closuresAfter(office: Office, date: LocalDate): Closure[] {
  const closures: Closure[] = []
  for (let ahead = 1; ahead <= DAYS_AHEAD; ahead += 1) {
    const day = daysAfter(date, ahead)
    if (timesOn(office, day).length > 0) continue
    const holidays = (office.calendar?.holidays ?? []).filter((holiday) => holiday.date === day).map(({ name }) => name)
    const last = closures.at(-1)
    if (last !== undefined && daysAfter(last.to, 1) === day)
      closures[closures.length - 1] = { from: last.from, to: day, holidays: [...last.holidays, ...holidays] }
    else closures.push({ from: day, to: day, holidays })
  }
  return closures
}

/** What is on in the building today, in order, without what is over. */
export function eventsToday(
  events: readonly TodayEvent[],
  nowMs: number,
  timeZone: string,
): (TodayEvent & { isOn: boolean })[] {
  const { date } = localDay(nowMs, timeZone)
  return events
    .flatMap((event) => {
      const [startsMs, endsMs] = [Date.parse(event.startsAt), event.endsAt === null ? null : Date.parse(event.endsAt)]
      const isToday = localDay(startsMs, timeZone).date === date
      const isOn = startsMs <= nowMs && (endsMs === null ? isToday : nowMs < endsMs)
      const isAhead = isToday && nowMs < startsMs
      return isOn || isAhead ? [{ ...event, isOn }] : []
    })
    .toSorted((a, b) => Date.parse(a.startsAt) - Date.parse(b.startsAt))
}

function nextOpening(office: Office, date: LocalDate): { date: LocalDate; at: LocalTime } | null {
  for (let ahead = 1; ahead <= DAYS_AHEAD; ahead += 1) {
    const day = daysAfter(date, ahead)
    const [first] = timesOn(office, day)
    if (first !== undefined) return { date: day, at: first.start }
  }
  return null
}

function minutesOf(time: LocalTime): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3))
}

function isPastMidnight({ start, end }: TimeRange): boolean {
  return minutesOf(end) <= minutesOf(start)
}

function endOf(range: TimeRange): number {
  return minutesOf(range.end) + (isPastMidnight(range) ? 24 * 60 : 0)
}
