import {
  type KioskLanguage,
  type LocalDate,
  type PosterDays,
  type PosterTimes,
  type Weekday,
  WEEKDAYS,
} from '@akari/protocol'
import { momentWords } from '../text/moment.ts'
import { posterWord } from './poster-words.ts'

/** A stretch of a line; figures stand taller than the words around them, as on any Japanese event poster. */
export type LinePart = { text: string; figure: boolean }

const LOCALES: Record<KioskLanguage, string> = {
  ja: 'ja-JP',
  'ja-x-easy': 'ja-JP',
  en: 'en-GB',
  'zh-Hans': 'zh-CN',
  ko: 'ko-KR',
}
const BETWEEN: Record<KioskLanguage, string> = { ja: '〜', 'ja-x-easy': '〜', en: '–', 'zh-Hans': '–', ko: '–' }

/** `11月28日（土）`, `Sat 28 Nov`: a date with its weekday as people of that language write it. */
export function dayWords(date: LocalDate, language: KioskLanguage): string {
  return momentWords(`${date}T12:00:00Z`, language, 'UTC').date
}

/** First and last day, the month once where it is the same. The pieces may stand on lines of their own. */
export function daysWords({ from, to }: PosterDays, language: KioskLanguage): string[] {
  if (to === undefined || to === from) return [dayWords(from, language)]
  const isOneMonth = from.slice(0, 7) === to.slice(0, 7)
  const first = isOneMonth && language === 'en' ? withoutMonth(from, language) : dayWords(from, language)
  const last = isOneMonth && language !== 'en' ? withoutMonth(to, language) : dayWords(to, language)
  return [`${first} ${BETWEEN[language]}`.replace(/(?<=[）]) /, ''), last]
}

/** `29日（日）`, `Sat 28`: what is left of a date when the month was said. */
function withoutMonth(date: LocalDate, language: KioskLanguage): string {
  const whole = dayWords(date, language)
  return language === 'en' ? whole.replace(/ \p{L}+$/u, '') : whole.replace(/^\d+(月《がつ》|月|월 )/, '')
}

/** `10:00〜17:00`. */
export function timesWords({ start, end }: PosterTimes, language: KioskLanguage): string {
  return `${shortTime(start)}${BETWEEN[language]}${end === undefined ? '' : shortTime(end)}`
}

/** `8:30` of `08:30`, as clocks on posters are written. */
export function shortTime(time: string): string {
  return time.replace(/^0/, '')
}

/** Until when waste must be put out: in the morning by its own word. */
export function byWord(time: string): 'by' | 'byLater' {
  return time < '12:00' ? 'by' : 'byLater'
}

/** `毎週`, `第1・3`, `1st, 3rd of the month`: which weeks of the month. */
export function weeksWords(weeks: readonly number[] | undefined, language: KioskLanguage): string {
  if (weeks === undefined || weeks.length === 5) return posterWord(language, 'everyWeek')
  const numbers = weeks.toSorted((a, b) => a - b).map((week) => (language === 'en' ? ordinal(week) : String(week)))
  return posterWord(language, 'weeks', { list: numbers.join(posterWord(language, 'weeksAnd')) })
}

function ordinal(week: number): string {
  return `${week}${['th', 'st', 'nd', 'rd'][week] ?? 'th'}`
}

/** 1 January 2024 was a Monday. */
const A_MONDAY_MS = Date.UTC(2024, 0, 1, 12)
const DAY_MS = 86_400_000

/** The sign of a weekday in a row of seven: `月`, `Mo`, `一`, `월`; `whole` is what a screen reader says. */
export function weekdaySign(weekday: Weekday, language: KioskLanguage): { sign: string; whole: string } {
  const day = new Date(A_MONDAY_MS + WEEKDAYS.indexOf(weekday) * DAY_MS)
  const write = (width: 'narrow' | 'short' | 'long'): string =>
    new Intl.DateTimeFormat(LOCALES[language], { weekday: width, timeZone: 'UTC' }).format(day)
  return { sign: language === 'en' ? write('short').slice(0, 2) : write('narrow'), whole: write('long') }
}

/** A line cut into figures and what is between; one with readings stays whole, so that none loses its kanji. */
export function figuresIn(line: string): LinePart[] {
  if (line.includes('《')) return [{ text: line, figure: false }]
  return line
    .split(/(\d+(?::\d+)?)/)
    .map((text, index) => ({ text, figure: index % 2 === 1 }))
    .filter(({ text }) => text !== '')
}

/** A date as it stands on a leaf of a calendar. */
export function leafWords(date: LocalDate, language: KioskLanguage): { month: string; date: string; weekday: string } {
  const day = new Date(`${date}T12:00:00Z`)
  const write = (options: Intl.DateTimeFormatOptions): string =>
    new Intl.DateTimeFormat(LOCALES[language], { ...options, timeZone: 'UTC' }).format(day)
  return { month: write({ month: 'long' }), date: String(day.getUTCDate()), weekday: write({ weekday: 'long' }) }
}
