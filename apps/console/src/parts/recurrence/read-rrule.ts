import { type LocalDate, WEEKDAYS, type Weekday } from '@akari/protocol'
import { LAST, type Repetition, sortedDays, sortedNumbers, weekdayName } from './repetition.ts'

/** The parts of an RRULE value by name (RFC 5545 §3.3.10). */
export function partsOf(rrule: string): ReadonlyMap<string, string> {
  return new Map(rrule.split(';').map((part) => [part.slice(0, part.indexOf('=')), part.slice(part.indexOf('=') + 1)]))
}

/** The RRULE value of a repetition; null for once. */
export function rruleOf(repetition: Repetition, count: number | null): string | null {
  const value = bare(repetition)
  if (value === null) return null
  return count === null ? value : `${value};COUNT=${count}`
}

/**
 * The repetition that an RRULE means, without its ends; null where staff have no words for it. `start` completes what the
 * rule leaves to its DTSTART.
 */
export function repetitionOf(rrule: string, start: LocalDate): Repetition | null {
  const parts = partsOf(rrule)
  const named = [...parts.keys()].filter((name) => !['FREQ', 'INTERVAL', 'COUNT', 'UNTIL', 'WKST'].includes(name))
  const every = Number(parts.get('INTERVAL') ?? '1')
  const has = (...names: string[]): boolean => named.every((name) => names.includes(name))
  switch (parts.get('FREQ') ?? '') {
    case 'DAILY':
      return has() ? { kind: 'daily', every } : null
    case 'WEEKLY': {
      // Which weeks count depends on the first day of the week only where weeks are left out.
      if (!has('BYDAY') || (every > 1 && (parts.get('WKST') ?? 'MO') !== 'MO')) return null
      const days = daysOf(parts.get('BYDAY'))
      if (days === null) return null
      if (days.length === 7 && every === 1) return { kind: 'daily', every }
      return { kind: 'weekly', every, days: days.length === 0 ? [weekdayName(start)] : days }
    }
    case 'MONTHLY':
      return monthly(parts, every, start, has)
    case 'YEARLY':
      return every === 1 ? yearly(parts, start, has) : null
    default:
      return null
  }
}

type Has = (...names: string[]) => boolean

function monthly(parts: ReadonlyMap<string, string>, every: number, start: LocalDate, has: Has): Repetition | null {
  if (parts.has('BYDAY')) {
    const found = has('BYDAY') ? nthDaysOf(parts.get('BYDAY') ?? '') : null
    return found === null ? null : { kind: 'monthWeekday', every, ...found }
  }
  if (!has('BYMONTHDAY')) return null
  const days = sortedNumbers((parts.get('BYMONTHDAY') ?? String(Number(start.slice(8)))).split(',').map(Number))
  return days.every((day) => day === LAST || day > 0) ? { kind: 'monthDay', every, days } : null
}

function yearly(parts: ReadonlyMap<string, string>, start: LocalDate, has: Has): Repetition | null {
  const [month = Number.NaN, ...otherMonths] = (parts.get('BYMONTH') ?? start.slice(5, 7)).split(',').map(Number)
  if (otherMonths.length > 0) return null
  if (parts.has('BYDAY')) {
    const found = has('BYDAY', 'BYMONTH') && parts.has('BYMONTH') ? nthDaysOf(parts.get('BYDAY') ?? '') : null
    const [nth, weekday] = [found?.nth[0], found?.days[0]]
    if (found === null || found.nth.length * found.days.length !== 1 || nth === undefined || weekday === undefined)
      return null
    return { kind: 'yearWeekday', month, nth, weekday }
  }
  // Without BYMONTHDAY, a month alone keeps the day of the start; a day of the month without a month is any month.
  if (!has('BYMONTH', 'BYMONTHDAY') || (parts.has('BYMONTHDAY') && !parts.has('BYMONTH'))) return null
  const day = Number(parts.get('BYMONTHDAY') ?? start.slice(8))
  return day > 0 ? { kind: 'yearDay', month, day } : null
}

/** Weekdays without numbers; empty for none, null where they have numbers. */
function daysOf(byDay: string | undefined): Weekday[] | null {
  const names = byDay?.split(',') ?? []
  const days = WEEKDAYS.filter((day) => names.includes(day))
  return names.every((name) => WEEKDAYS.some((day) => day === name)) ? days : null
}

/** `2TU,4TU` as the second and fourth of Tuesday; null unless every number stands with every weekday. */
function nthDaysOf(byDay: string): { nth: number[]; days: Weekday[] } | null {
  const pairs = byDay.split(',').map((each) => /^\+?(-?\d)([A-Z]{2})$/.exec(each))
  const nth = sortedNumbers(pairs.map((pair) => Number(pair?.[1] ?? 0)))
  const days = sortedDays(WEEKDAYS.filter((day) => pairs.some((pair) => pair?.[2] === day)))
  if (pairs.includes(null) || !nth.every((each) => each === LAST || (each > 0 && each <= 5))) return null
  const different = new Set(pairs.map((pair) => `${pair?.[1]}${pair?.[2]}`))
  return different.size === nth.length * days.length ? { nth, days } : null
}

function bare(repetition: Repetition): string | null {
  const every = 'every' in repetition && repetition.every > 1 ? `;INTERVAL=${repetition.every}` : ''
  switch (repetition.kind) {
    case 'once':
      return null
    case 'daily':
      return `FREQ=DAILY${every}`
    case 'weekly':
      return `FREQ=WEEKLY${every};BYDAY=${repetition.days.join(',')}`
    case 'monthDay':
      return `FREQ=MONTHLY${every};BYMONTHDAY=${repetition.days.join(',')}`
    case 'monthWeekday':
      return `FREQ=MONTHLY${every};BYDAY=${repetition.nth.flatMap((nth) => repetition.days.map((day) => `${nth}${day}`)).join(',')}`
    case 'yearDay':
      return `FREQ=YEARLY;BYMONTH=${repetition.month};BYMONTHDAY=${repetition.day}`
    case 'yearWeekday':
      return `FREQ=YEARLY;BYMONTH=${repetition.month};BYDAY=${repetition.nth}${repetition.weekday}`
  }
}
