import {
  DAY_KINDS,
  type DayFilter,
  type DayKind,
  type LocalDate,
  type OfficeCalendar,
  type Weekday,
  WEEKDAYS,
} from '@akari/protocol'

/** Answers which kinds a local date is; asked for many dates, it works each out once. */
export type DayKindsOf = (date: LocalDate) => ReadonlySet<DayKind>

/** 祝日, 閉庁日 and 年末年始: which of them a local date is. Without a calendar no day is anything. */
export function dayKinds(calendar: OfficeCalendar | undefined, date: LocalDate): ReadonlySet<DayKind> {
  return new Set(DAY_KINDS.filter((kind) => calendar !== undefined && isOfKind(kind, calendar, date)))
}

/** `dayKinds` of one calendar, remembered by date. */
export function dayKindsOf(calendar: OfficeCalendar | undefined): DayKindsOf {
  const known = new Map<LocalDate, ReadonlySet<DayKind>>()
  return (date) => {
    const found = known.get(date) ?? dayKinds(calendar, date)
    known.set(date, found)
    return found
  }
}

/** May an entry with this filter start on a day of these kinds? */
export function keepsTo(filter: DayFilter | undefined, kinds: ReadonlySet<DayKind>): boolean {
  if (filter === undefined) return true
  const { only, except } = filter
  return (only === null || only.some((kind) => kinds.has(kind))) && !except.some((kind) => kinds.has(kind))
}

/** The weekday of a local date. A date that does not exist counts as the day that follows it. */
export function weekdayOf(date: LocalDate): Weekday {
  const sundayFirst = new Date(`${date.slice(0, 7)}-01T00:00:00Z`).getUTCDay() + Number(date.slice(8)) - 1
  return WEEKDAYS[(sundayFirst + 6) % 7] ?? 'MO'
}

function isOfKind(kind: DayKind, calendar: OfficeCalendar, date: LocalDate): boolean {
  switch (kind) {
    case 'holiday':
      return calendar.holidays.some((holiday) => holiday.date === date)
    case 'yearEnd':
      return isYearEnd(calendar, date)
    case 'closed':
      return !calendar.openDates.includes(date) && isClosed(calendar, date)
  }
}

function isClosed(calendar: OfficeCalendar, date: LocalDate): boolean {
  return (
    calendar.closedWeekdays.includes(weekdayOf(date)) ||
    calendar.closedDates.includes(date) ||
    isOfKind('holiday', calendar, date) ||
    isYearEnd(calendar, date)
  )
}

function isYearEnd({ yearEnd }: OfficeCalendar, date: LocalDate): boolean {
  if (yearEnd === null) return false
  const day = date.slice(5)
  const { from, to } = yearEnd
  return from <= to ? from <= day && day <= to : from <= day || day <= to
}
