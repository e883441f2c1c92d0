import type { KioskLanguage, LocalDate } from '@akari/protocol'
import { momentLocale, shortWeekday } from '../text/moment.ts'

/** `土`, `Sat`, `周六`, `토`: a weekday above a column. */
export function weekdayOfDate(date: LocalDate, language: KioskLanguage): string {
  return shortWeekday(noonOf(date), language, 'UTC')
}

/** `2026年11月`, `November 2026`. */
export function monthWords(date: LocalDate, language: KioskLanguage): string {
  if (language === 'ja-x-easy') return `${date.slice(0, 4)}年《ねん》 ${Number(date.slice(5, 7))}月《がつ》`
  const options = { year: 'numeric', month: 'long', timeZone: 'UTC' } as const
  return new Intl.DateTimeFormat(momentLocale(language), options).format(noonOf(date))
}

function noonOf(date: LocalDate): number {
  return Date.parse(`${date}T12:00:00Z`)
}
