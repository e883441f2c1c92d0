import { type KioskLanguage, type OfficeCalendar, WEEKDAYS } from '@akari/protocol'
import { dayKinds } from '@akari/programme'
import { isOpen, type LocalMoment } from '@akari/wayfinding'
import { shortWeekday } from '../text/moment.ts'
import { kioskWord } from './kiosk-words.ts'

/** When it is, where the display hangs. */
export interface KioskTime {
  /** Unix time; null while nobody knows it. */
  nowMs: number | null
  timeZone: string
  calendar?: OfficeCalendar | undefined
}

/**
 * Is something with these hours (OpenStreetMap opening_hours) open now? Null where nobody can say: without hours or a clock,
 * and on a day the city hall is closed (祝日, 年末年始) of which the hours say nothing themselves.
 */
export function openNow(hours: string | null, time: KioskTime): boolean | null {
  if (hours === null || time.nowMs === null) return null
  const { moment, isClosedDay } = localMoment(time.nowMs, time)
  const verdict = isOpen(hours, moment)
  return verdict === true && isClosedDay && !/\bPH\b/i.test(hours) ? null : verdict
}

/** A moment as the clock on the wall says it, and whether the city hall is closed that day. */
export function localMoment(
  nowMs: number,
  { timeZone, calendar }: Omit<KioskTime, 'nowMs'>,
): { moment: LocalMoment; isClosedDay: boolean } {
  const parts = new Intl.DateTimeFormat('en-CA', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    weekday: 'short',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).formatToParts(nowMs)
  const part = (type: Intl.DateTimeFormatPartTypes): string => parts.find((each) => each.type === type)?.value ?? ''
  const kinds = dayKinds(calendar, `${part('year')}-${part('month')}-${part('day')}`)
  const day = WEEKDAYS.findIndex((name) => part('weekday').toUpperCase().startsWith(name))
  return {
    moment: { day, minutes: Number(part('hour')) * 60 + Number(part('minute')), isHoliday: kinds.has('holiday') },
    isClosedDay: kinds.has('holiday') || kinds.has('yearEnd'),
  }
}

/** Hours as people write them, one rule a line: `月～金 8:30–17:15`. What we cannot read stands as it is. */
export function hoursLines(hours: string, language: KioskLanguage): string[] {
  return hours
    .split(';')
    .map((rule) => rule.trim())
    .filter(Boolean)
    .map((rule) => ruleLine(rule, language))
}

function ruleLine(rule: string, language: KioskLanguage): string {
  const to = language === 'en' || language === 'zh-Hans' ? '–' : '～'
  return rule
    .replaceAll(/\b(Mo|Tu|We|Th|Fr|Sa|Su)\b/g, (name) => weekdayName(name, language))
    .replaceAll(/\bPH\b/g, kioskWord(language, 'holidays'))
    .replaceAll(/\b(off|closed)\b/g, kioskWord(language, 'dayOff'))
    .replace('24/7', kioskWord(language, 'allDay'))
    .replaceAll(/\b0(\d:\d\d)/g, '$1')
    .replaceAll(/\s*-\s*/g, to)
    .replaceAll(/,\s*/g, language === 'ja' || language === 'ja-x-easy' ? '・' : ', ')
}

/** 2024-01-01 was a Monday. */
const A_MONDAY = Date.UTC(2024, 0, 1)

function weekdayName(name: string, language: KioskLanguage): string {
  const day = WEEKDAYS.findIndex((weekday) => weekday.startsWith(name.toUpperCase()))
  return shortWeekday(A_MONDAY + day * 24 * 3_600_000, language, 'UTC')
}
