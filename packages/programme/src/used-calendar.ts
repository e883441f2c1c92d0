import type { DayKind, OfficeCalendar, Programme } from '@akari/protocol'

type Asking = Pick<Programme, 'entries' | 'hours'>

/** The kinds of days that entries and hours keep to. */
export function askedKinds({ entries, hours }: Asking): ReadonlySet<DayKind> {
  return new Set([
    ...entries.flatMap(({ rule }) => [...(rule.days?.only ?? []), ...(rule.days?.except ?? [])]),
    ...(hours?.exceptions ?? []).flatMap(({ days }) => days),
  ])
}

/** Of a calendar what tells these kinds of days, null for none: 閉庁日 need the whole of it. */
export function calendarTelling(kinds: ReadonlySet<DayKind>, calendar: OfficeCalendar): OfficeCalendar | null {
  if (kinds.has('closed')) return calendar
  if (kinds.size === 0) return null
  return {
    holidays: kinds.has('holiday') ? calendar.holidays : [],
    closedWeekdays: [],
    closedDates: [],
    openDates: [],
    yearEnd: kinds.has('yearEnd') ? calendar.yearEnd : null,
  }
}
