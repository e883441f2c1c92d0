import type { ArchivedChapter, Instant, KioskLanguage } from '@akari/protocol'
import { momentLocale, momentWords } from '../../text/moment.ts'

/** `1:02:03`, or `2:03` within the first hour: a place in a recording, in milliseconds. */
export function recordedClock(ms: number): string {
  const all = Math.floor(Math.max(0, ms) / 1000)
  const [hours, minutes, seconds] = [Math.floor(all / 3600), Math.floor(all / 60) % 60, all % 60]
  const two = (n: number): string => String(n).padStart(2, '0')
  return hours > 0 ? `${hours}:${two(minutes)}:${two(seconds)}` : `${minutes}:${two(seconds)}`
}

/** The day of a sitting with its year: an archive goes back. */
export function recordedDay(at: Instant, language: KioskLanguage, timeZone: string): string {
  const year = new Intl.DateTimeFormat(momentLocale(language), { year: 'numeric', timeZone, numberingSystem: 'latn' })
  const { date } = momentWords(at, language, timeZone)
  return language === 'en'
    ? `${date} ${year.format(new Date(at))}`
    : `${year.format(new Date(at))}${language === 'ko' ? ' ' : ''}${date}`
}

/** Which chapter a moment is in; -1: before the first. */
export function chapterAt(chapters: readonly ArchivedChapter[], atMs: number): number {
  return chapters.findLastIndex(({ startMs }) => startMs <= atMs)
}
