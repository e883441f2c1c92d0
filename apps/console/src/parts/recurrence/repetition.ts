import { type LocalDate, type Weekday, WEEKDAYS } from '@akari/protocol'
import { addDays, weekdayOf } from '../local-time.ts'

/** The last day of a month, and the last of its Mondays, as RFC 5545 counts. */
export const LAST = -1

/** On which days something comes round, as staff say it. Lists are sorted, without doubles and not empty; `every` ≥ 1. */
export type Repetition =
  | { kind: 'once' }
  | { kind: 'daily'; every: number }
  | { kind: 'weekly'; every: number; days: readonly Weekday[] }
  /** 1–31 or LAST. */
  | { kind: 'monthDay'; every: number; days: readonly number[] }
  /** 1–5 or LAST, each of them on each of the weekdays. */
  | { kind: 'monthWeekday'; every: number; nth: readonly number[]; days: readonly Weekday[] }
  | { kind: 'yearDay'; month: number; day: number }
  | { kind: 'yearWeekday'; month: number; nth: number; weekday: Weekday }

/** Search for the first day of a series: 29 February comes round within eight years. */
const FARTHEST_DAYS = 366 * 9

/** The first day from `from` on that the repetition can start on; `from` itself where there is none. */
export function firstDayOf(repetition: Repetition, from: LocalDate): LocalDate {
  for (let day = from, n = 0; n < FARTHEST_DAYS; n++, day = addDays(day, 1)) if (fallsOn(repetition, day)) return day
  return from
}

/** Can the repetition fall on this day? Whether it does in this very week or month, `every` decides from its start. */
function fallsOn(repetition: Repetition, day: LocalDate): boolean {
  switch (repetition.kind) {
    case 'once':
    case 'daily':
      return true
    case 'weekly':
      return repetition.days.includes(weekdayName(day))
    case 'monthDay':
      return repetition.days.some((each) => each === dayOfMonth(day) || (each === LAST && isLastDay(day)))
    case 'monthWeekday':
      return repetition.days.includes(weekdayName(day)) && repetition.nth.some((nth) => isNth(day, nth))
    case 'yearDay':
      return monthOf(day) === repetition.month && dayOfMonth(day) === repetition.day
    case 'yearWeekday':
      return monthOf(day) === repetition.month && weekdayName(day) === repetition.weekday && isNth(day, repetition.nth)
  }
}

/**
 * The repetition that has `to` where it had `from`, when a whole series is carried to another day; null where one day does
 * not tell what becomes of the others.
 */
export function carried(repetition: Repetition, from: LocalDate, to: LocalDate): Repetition | null {
  switch (repetition.kind) {
    case 'once':
    case 'daily':
      return repetition
    case 'weekly': {
      // Of every second week, a day carried over the end of a week would fall into one that is left out.
      if (repetition.every > 1 && repetition.days.length > 1 && from !== to) return null
      const by = weekdayOf(to) - weekdayOf(from) + 7
      return {
        ...repetition,
        days: sortedDays(repetition.days.map((day) => WEEKDAYS[(WEEKDAYS.indexOf(day) + by) % 7] ?? day)),
      }
    }
    case 'monthDay':
      if (repetition.days.length > 1 || !isSameMonth(from, to)) return null
      return { ...repetition, days: [repetition.days[0] === LAST && isLastDay(to) ? LAST : dayOfMonth(to)] }
    case 'monthWeekday':
      if (repetition.days.length * repetition.nth.length > 1 || !isSameMonth(from, to)) return null
      return { ...repetition, nth: [nthLike(repetition.nth[0], to)], days: [weekdayName(to)] }
    case 'yearDay':
      return from.slice(0, 4) === to.slice(0, 4) ? { kind: 'yearDay', month: monthOf(to), day: dayOfMonth(to) } : null
    case 'yearWeekday':
      if (!isSameMonth(from, to)) return null
      return { ...repetition, nth: nthLike(repetition.nth, to), weekday: weekdayName(to) }
  }
}

/** What a repetition is when one of its kind is chosen for a day. */
export function repetitionOn(kind: Repetition['kind'], day: LocalDate): Repetition {
  switch (kind) {
    case 'once':
      return { kind }
    case 'daily':
      return { kind, every: 1 }
    case 'weekly':
      return { kind, every: 1, days: [weekdayName(day)] }
    case 'monthDay':
      return { kind, every: 1, days: [dayOfMonth(day)] }
    case 'monthWeekday':
      return { kind, every: 1, nth: [nthOf(day)], days: [weekdayName(day)] }
    case 'yearDay':
      return { kind, month: monthOf(day), day: dayOfMonth(day) }
    case 'yearWeekday':
      return { kind, month: monthOf(day), nth: nthOf(day), weekday: weekdayName(day) }
  }
}

export function weekdayName(day: LocalDate): Weekday {
  return WEEKDAYS[weekdayOf(day)] ?? 'MO'
}

export function sortedDays(days: readonly Weekday[]): Weekday[] {
  return WEEKDAYS.filter((day) => days.includes(day))
}

/** Sorted, the last at the end, none twice. */
export function sortedNumbers(numbers: readonly number[]): number[] {
  const place = (each: number): number => (each === LAST ? 100 : each)
  return [...new Set(numbers)].sort((a, b) => place(a) - place(b))
}

function dayOfMonth(day: LocalDate): number {
  return Number(day.slice(8))
}

function monthOf(day: LocalDate): number {
  return Number(day.slice(5, 7))
}

function nthOf(day: LocalDate): number {
  return Math.ceil(dayOfMonth(day) / 7)
}

function isNth(day: LocalDate, nth: number): boolean {
  return nth === LAST ? !isSameMonth(day, addDays(day, 7)) : nthOf(day) === nth
}

function nthLike(before: number | undefined, day: LocalDate): number {
  return before === LAST && isNth(day, LAST) ? LAST : nthOf(day)
}

function isLastDay(day: LocalDate): boolean {
  return !isSameMonth(day, addDays(day, 1))
}

function isSameMonth(a: LocalDate, b: LocalDate): boolean {
  return a.slice(0, 7) === b.slice(0, 7)
}
