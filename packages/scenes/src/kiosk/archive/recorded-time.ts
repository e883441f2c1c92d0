import type { ArchivedChapter, Instant, KioskLanguage } from '@akari/protocol'
import { momentLocale, momentWords } from '../../text/moment.ts'

/** `1:02:03`, or `2:03` within the first hour: a place in a recording, in milliseconds. */
export function recordedClock(ms: number): string {
  const all = Math.floor(Math.max(0, ms) / 1000)
  const [hours, minutes, seconds] = [Math.floor(all / 3600), Math.floor(all / 60) % 60, all % 60]
  const two = (n: number): string => String(n).padStart(2, '0')
  return hours > 0 ? `${hours}:${two(minutes)}:${two(seconds)}` : `${minutes}:${two(seconds)}`
}

/** When a recording began, with its year, because an archive goes back, and its time, because a day may have two of one sitting. */
export function recordedMoment(at: Instant, language: KioskLanguage, timeZone: string): string {
  const year = new Intl.DateTimeFormat(momentLocale(language), { year: 'numeric', timeZone, numberingSystem: 'latn' })
  const { date, time } = momentWords(at, language, timeZone)
  const day =
    language === 'en'
      ? `${date} ${year.format(new Date(at))}`
      : `${year.format(new Date(at))}${language === 'ko' ? ' ' : ''}${date}`
  // The bracket around the weekday has its own space.
  return language === 'ja' ? `${day}${time}` : `${day} ${time}`
}

/** Which chapter a moment is in; -1: before the first. */
export function chapterAt(chapters: readonly ArchivedChapter[], atMs: number): number {
  return chapters.findLastIndex(({ startMs }) => startMs <= atMs)
}
