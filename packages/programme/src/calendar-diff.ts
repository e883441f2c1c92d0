import { type CalendarDay, type DayKind, type OfficeCalendar, type Programme, WEEKDAYS } from '@akari/protocol'
import { askedKinds, calendarTelling } from './used-calendar.ts'

type Ruled = Pick<Programme, 'entries' | 'hours' | 'calendar'>
type Day = Omit<CalendarDay, 'how'>

/**
 * The days that became something else, or stopped being it. A programme holds of the calendar only what its entries and hours
 * ask for: what comes or goes with an entry is no change of the days, so only what is asked for before and after is compared.
 */
export function calendarDays(before: Ruled, after: Ruled): CalendarDay[] {
  if (before.calendar === undefined || after.calendar === undefined) return []
  const asked = tellable(after)
  const kinds = new Set([...tellable(before)].filter((kind) => asked.has(kind)))
  const [was, is] = [daysOf(kinds, before.calendar), daysOf(kinds, after.calendar)]
  return [
    ...[...is].flatMap(([key, day]) => (was.has(key) ? [] : [{ ...day, how: 'added' as const }])),
    ...[...was].flatMap(([key, day]) => (is.has(key) ? [] : [{ ...day, how: 'removed' as const }])),
  ]
}

function tellable(programme: Ruled): ReadonlySet<DayKind> {
  const kinds = askedKinds(programme)
  return kinds.has('closed') ? new Set<DayKind>(['closed', 'holiday', 'yearEnd']) : kinds
}

function daysOf(kinds: ReadonlySet<DayKind>, calendar: OfficeCalendar): ReadonlyMap<string, Day> {
  const told = calendarTelling(kinds, calendar)
  if (told === null) return new Map()
  const { holidays, closedWeekdays, closedDates, openDates, yearEnd } = told
  const days: Day[] = [
    ...WEEKDAYS.filter((day) => closedWeekdays.includes(day)).map((day) => ({ part: 'closedWeekday' as const, day })),
    ...holidays.map(({ date, name }) => ({ part: 'holiday' as const, day: date, name })),
    ...closedDates.toSorted().map((day) => ({ part: 'closedDate' as const, day })),
    ...openDates.toSorted().map((day) => ({ part: 'openDate' as const, day })),
    ...(yearEnd === null ? [] : [{ part: 'yearEnd' as const, day: `${yearEnd.from}/${yearEnd.to}` }]),
  ]
  return new Map(days.map((day) => [JSON.stringify(day), day]))
}
