import { CalendarDay, Weekday } from '@akari/protocol'
import type { TFunction } from 'i18next'
import { dateFormat } from '../../parts/when.ts'

/** So many days of a kind are named before the rest is only counted. */
const NAMED_DAYS = 8

/** Days of the calendar that came and went, a line for each kind of day: «祝日に加わる日：2026年11月23日（勤労感謝の日）». */
export function calendarWords(days: readonly CalendarDay[], t: TFunction, language: string): string[] {
  const parts = CalendarDay.shape.part.options.flatMap((part) =>
    CalendarDay.shape.how.options.map((how) => ({
      key: `calendarChange.${part}.${how}` as const,
      all: days.filter((day) => day.part === part && day.how === how),
    })),
  )
  return parts.flatMap(({ key, all }) => {
    if (all.length === 0) return []
    const named = all.slice(0, NAMED_DAYS).map((day) => dayWord(day, t, language))
    const rest = all.length - named.length
    const told = rest === 0 ? named : [...named, t('calendarChange.more', { count: rest })]
    return t(key, { days: told.join(t('common.listSeparator')) })
  })
}

function dayWord({ part, day, name }: CalendarDay, t: TFunction, language: string): string {
  if (part === 'closedWeekday') return t(`weekday.${Weekday.parse(day)}`)
  if (part === 'yearEnd') {
    const [from = '', to = ''] = day.split('/').map((each) => written(`2000-${each}`, language, false))
    return t('calendarChange.span', { from, to })
  }
  const date = written(day, language, true)
  return name === undefined ? date : t('calendarChange.named', { date, name })
}

function written(date: string, language: string, withYear: boolean): string {
  return dateFormat(language, {
    timeZone: 'UTC',
    month: 'short',
    day: 'numeric',
    ...(withYear && { year: 'numeric' }),
  }).format(new Date(`${date}T00:00:00Z`))
}
