import { type HolidayCalendar, OfficeCalendar } from '@akari/protocol'

/**
 * The days of a city hall: closed on Saturdays, Sundays, holidays and from 29 December to 3 January, as the ordinances on
 * holidays of municipalities have it (地方自治法 第4条の2).
 */
export function officeCalendarOf({ holidays }: HolidayCalendar): OfficeCalendar {
  return OfficeCalendar.parse({
    holidays: holidays.map(({ date, name }) => ({ date, name: name.ja })),
    closedWeekdays: ['SA', 'SU'],
    yearEnd: { from: '12-29', to: '01-03' },
  })
}
