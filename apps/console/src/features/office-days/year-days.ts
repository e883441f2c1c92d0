import { dayKinds } from '@akari/programme'
import type { LocalDate, OfficeCalendar, OfficeDaysInput } from '@akari/protocol'
import { addDays, weekdayOf } from '../../parts/local-time.ts'

/** What a day is, for whoever plans: usual working day or not, or otherwise by hand. */
export type DayState = 'open' | 'weekend' | 'holiday' | 'yearEnd' | 'closedByHand' | 'openByHand'

type Days = Omit<OfficeDaysInput, 'version'>

/** The state of a day; what was set by hand goes before what it would be. */
export function stateOf(date: LocalDate, days: Days, holidays: OfficeCalendar['holidays']): DayState {
  if (days.openDates.includes(date)) return 'openByHand'
  if (days.closedDates.includes(date)) return 'closedByHand'
  return usualOf(date, days, holidays)
}

/** A click on a day: a working day is closed, any other opened; what was set by hand goes back to what it would be. */
export function toggled(date: LocalDate, days: Days, holidays: OfficeCalendar['holidays']): Days {
  const without = (dates: readonly string[]): string[] => dates.filter((each) => each !== date)
  const [closedDates, openDates] = [without(days.closedDates), without(days.openDates)]
  const byHand = closedDates.length !== days.closedDates.length || openDates.length !== days.openDates.length
  if (byHand) return { ...days, closedDates, openDates }
  return usualOf(date, days, holidays) === 'open'
    ? { ...days, closedDates: [...closedDates, date].sort(), openDates }
    : { ...days, closedDates, openDates: [...openDates, date].sort() }
}

/** The days of a month in weeks from Monday; null before its first and after its last. */
export function weeksOf(month: string): (LocalDate | null)[][] {
  const first = `${month}-01`
  const cells: (LocalDate | null)[] = Array.from({ length: weekdayOf(first) }, () => null)
  for (let date = first; date.startsWith(month); date = addDays(date, 1)) cells.push(date)
  while (cells.length % 7 > 0) cells.push(null)
  return Array.from({ length: cells.length / 7 }, (_, week) => cells.slice(week * 7, week * 7 + 7))
}

/** How many days of a year the city hall is closed. */
export function closedIn(year: number, days: Days, holidays: OfficeCalendar['holidays']): number {
  const calendar = { ...days, holidays }
  let count = 0
  for (let date = `${year}-01-01`; date.startsWith(String(year)); date = addDays(date, 1)) {
    if (dayKinds(calendar, date).has('closed')) count += 1
  }
  return count
}

function usualOf(date: LocalDate, days: Days, holidays: OfficeCalendar['holidays']): DayState {
  const kinds = dayKinds({ ...days, closedDates: [], openDates: [], holidays }, date)
  if (kinds.has('holiday')) return 'holiday'
  if (kinds.has('yearEnd')) return 'yearEnd'
  return kinds.has('closed') ? 'weekend' : 'open'
}
