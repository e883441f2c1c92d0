import { DAY_KINDS, type DayKind, type LocalDate } from '@akari/protocol'
import { addDays } from '../local-time.ts'
import type { Gathered, NamedDate, NamedTime } from './gathered.ts'
import { clockTimes, fromTo, minutesOf, type Plan, startingOn, type Times } from './plan.ts'
import { LAST, type Repetition, sortedDays, sortedNumbers, weekdayName } from './repetition.ts'

const DAY_MINUTES = 24 * 60

/** The plan that a sentence named; null where it names a day or a time that there is not. */
export function planFrom(found: Gathered, base: Plan, today: LocalDate): Plan | null {
  const dates = found.dates.map((named) => ({ ...named, date: dateOf(named, today) }))
  const of = (role: NamedDate['role']): LocalDate | null => dates.find((named) => named.role === role)?.date ?? null
  const repetition = repetitionFrom(found, base)
  const spanDays = spanOf(found, of('plain'), of('end'))
  const times = timesFrom(found, base.times, spanDays)
  if (dates.some(({ date }) => date === null) || repetition === null || times === null || !isPossible(repetition))
    return null
  const once = repetition.kind === 'once'
  const plan: Plan = {
    ...base,
    repetition,
    startDay: once ? (of('plain') ?? base.startDay) : base.startDay,
    from: once ? null : base.from,
    until: of('until'),
    count: found.count,
    times,
    only: found.only.length === 0 ? null : sortedKinds(found.only),
    except: sortedKinds(found.except),
  }
  const from = of('from')
  return from === null || once ? plan : startingOn(plan, from)
}

function repetitionFrom(found: Gathered, { repetition, startDay }: Plan): Repetition | null {
  const { unit, every, dates } = found
  const days = sortedDays(found.weekdays)
  const named = dates.find(({ role }) => role === 'plain')
  const [weekday] = days
  // «the 15th» and «the 2nd Tuesday» begin alike.
  const nth = sortedNumbers(days.length > 0 ? found.nth : [])
  const monthDays = sortedNumbers(days.length > 0 ? found.monthDays : [...found.monthDays, ...found.nth])
  const [month = named?.month] = found.months
  if (unit === 'year') {
    if (named !== undefined) return { kind: 'yearDay', month: named.month, day: named.day }
    if (month === undefined) return null
    if (weekday !== undefined && nth[0] !== undefined) return { kind: 'yearWeekday', month, nth: nth[0], weekday }
    return monthDays[0] === undefined ? null : { kind: 'yearDay', month, day: monthDays[0] }
  }
  if (nth.length > 0) return { kind: 'monthWeekday', every: unit === 'month' ? every : 1, nth, days }
  if (days.length > 0) {
    const weeks = unit === 'week' ? every : 1
    return days.length === 7 && weeks === 1 ? { kind: 'daily', every: 1 } : { kind: 'weekly', every: weeks, days }
  }
  if (monthDays.length > 0) return { kind: 'monthDay', every: unit === 'month' ? every : 1, days: monthDays }
  switch (unit) {
    case 'day':
      return { kind: 'daily', every }
    case 'week':
      return { kind: 'weekly', every, days: [weekdayName(startDay)] }
    case 'month':
      return { kind: 'monthDay', every, days: [Number(startDay.slice(8))] }
    case null:
      return named === undefined ? repetition : { kind: 'once' }
  }
}

/** How many days from one named date to the other, both included. */
function spanOf({ unit, lasting }: Gathered, from: LocalDate | null, to: LocalDate | null): number | null {
  if (from === null || to === null) return lasting
  // «毎年12月29日〜1月3日» reaches into the next year.
  const end = to < from && unit === 'year' ? `${Number(to.slice(0, 4)) + 1}${to.slice(4)}` : to
  return Math.round((Date.parse(end) - Date.parse(from)) / 86_400_000) + 1
}

function timesFrom({ times, allDay, daypartId }: Gathered, base: Times, spanDays: number | null): Times | null {
  const [from, to, ...more] = times
  if (daypartId !== null) return { kind: 'daypart', id: daypartId }
  if (allDay || (spanDays !== null && from === undefined)) {
    const days = spanDays ?? 1
    return days >= 1 && days <= 7 ? { kind: 'allDay', days } : null
  }
  if (from === undefined) return base
  const start = clockOf(from)
  if (start === null || more.length > 0) return null
  if (to === undefined) return base.kind === 'clock' ? clockTimes(start, minutesOf(base)) : null
  const end = clockOf(to)
  if (end === null) return null
  const over = to.over + Math.floor(to.minutes / DAY_MINUTES)
  return over === 0 ? fromTo(start, end) : { kind: 'clock', from: start, to: end, over }
}

function clockOf({ minutes }: NamedTime): string | null {
  if (minutes > DAY_MINUTES) return null
  const at = minutes % DAY_MINUTES
  return `${String(Math.floor(at / 60)).padStart(2, '0')}:${String(at % 60).padStart(2, '0')}`
}

/** A named date; without its year the next one from today on. Null where the calendar has no such day. */
function dateOf({ year, month, day }: NamedDate, today: LocalDate): LocalDate | null {
  const thisYear = Number(today.slice(0, 4))
  const years = year === null ? [0, 1, 2, 3, 4, 5, 6, 7, 8].map((later) => thisYear + later) : [year]
  const all = years.map((each) => `${each}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`)
  return all.filter(exists).find((date) => year !== null || date >= today) ?? null
}

function exists(date: LocalDate): boolean {
  return /^\d{4}-\d\d-\d\d$/.test(date) && !Number.isNaN(Date.parse(date)) && addDays(date, 0) === date
}

function isPossible(repetition: Repetition): boolean {
  const every = 'every' in repetition ? repetition.every : 1
  if (every < 1 || every > 999) return false
  switch (repetition.kind) {
    case 'monthDay':
      return repetition.days.every((day) => day === LAST || (day >= 1 && day <= 31))
    case 'monthWeekday':
      return repetition.nth.every((nth) => nth === LAST || (nth >= 1 && nth <= 5))
    case 'yearWeekday':
      return repetition.month >= 1 && repetition.month <= 12 && repetition.nth <= 5
    case 'yearDay':
      return exists(`2028-${String(repetition.month).padStart(2, '0')}-${String(repetition.day).padStart(2, '0')}`)
    case 'once':
    case 'daily':
    case 'weekly':
      return true
  }
}

function sortedKinds(kinds: readonly DayKind[]): DayKind[] {
  return DAY_KINDS.filter((kind) => kinds.includes(kind))
}
