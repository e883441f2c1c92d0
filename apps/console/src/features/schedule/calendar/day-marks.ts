import type { OfficeCalendar } from '@akari/protocol'
import { dayKinds } from '@akari/programme'
import { weekdayOf } from '../../../parts/local-time.ts'

/** What a day is to the city hall. `name` of a holiday, in the language of the calendar. */
export type DayMark = { day: string; weekday: number; holiday: string | null; closed: boolean; yearEnd: boolean }

/** The marks of some days. */
export function marksOf(days: readonly string[], calendar: OfficeCalendar | undefined): DayMark[] {
  return days.map((day) => {
    const kinds = dayKinds(calendar, day)
    return {
      day,
      weekday: weekdayOf(day),
      holiday: calendar?.holidays.find(({ date }) => date === day)?.name ?? null,
      closed: kinds.has('closed'),
      yearEnd: kinds.has('yearEnd'),
    }
  })
}

/** The one word for the tint of its column: the strongest of what it is. */
export function tintOf({
  holiday,
  closed,
  yearEnd,
  weekday,
}: DayMark): 'holiday' | 'yearEnd' | 'closed' | 'weekend' | undefined {
  if (holiday !== null) return 'holiday'
  if (yearEnd) return 'yearEnd'
  if (closed) return 'closed'
  return weekday >= 5 ? 'weekend' : undefined
}
