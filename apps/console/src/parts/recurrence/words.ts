import { type DayKind, DAY_KINDS, type LocalDate, type ScheduleRule, type Weekday, WEEKDAYS } from '@akari/protocol'
import { addDays } from '../local-time.ts'
import { type Plan, planOf, type Times } from './plan.ts'
import { partsOf } from './read-rrule.ts'
import { LAST, type Repetition } from './repetition.ts'
import { fill, listed, type Vocabulary } from './vocabulary.ts'

const DAY_MS = 86_400_000

/** What words need to know beside the rule: names of dayparts, and today, for what has not begun yet. */
export type Knowing = { daypart: (id: string) => string | undefined; today: LocalDate }

/** Says a rule in a sentence of plain words, also one that no plan says. */
export function wordsOfRule(rule: ScheduleRule, words: Vocabulary, knowing: Knowing): string {
  const plan = planOf(rule)
  if (plan !== null) return wordsOfPlan(plan, words, knowing)
  const once = planOf({ ...rule, rrule: null })
  const parts = [...partsOf(rule.rrule ?? '')].flatMap(([name, value]) => partInWords(name, value, words))
  const when = fill(words.say.special, { parts: parts.join(listed(words.say.and)[0] ?? ' ') })
  if (once === null) return when
  return fill(words.say.whole, {
    when,
    times: wordsOfTimes(once.times, words, knowing),
    rest: restOf({ ...once, ...endsOf(rule) }, words, knowing),
  })
}

/** Says a plan; read again by `readWords` it gives the same plan. */
export function wordsOfPlan(plan: Plan, words: Vocabulary, knowing: Knowing): string {
  return fill(words.say.whole, {
    when: wordsOfDays(plan, words),
    times: wordsOfTimes(plan.times, words, knowing),
    rest: restOf(plan, words, knowing),
  })
}

/** The days of a plan: «毎月第2火曜». */
function wordsOfDays({ repetition, startDay, times }: Plan, words: Vocabulary): string {
  const days = times.kind === 'allDay' ? times.days : 1
  if (days > 1 && repetition.kind === 'once') {
    const to = dateIn(addDays(startDay, days - 1), words)
    return fill(words.say.to, { from: dateIn(startDay, words), to })
  }
  if (days > 1 && repetition.kind === 'yearDay') {
    const { month, day } = repetition
    const ends = [2027, 2028].map((year) => addDays(`${year}-${two(month)}-${two(day)}`, days - 1).slice(5))
    // Over the end of February the last day is not the same in every year.
    if (ends[0] === ends[1] && ends[0] !== undefined) {
      const [from, to] = [monthDateIn(`${two(month)}-${two(day)}`, words), monthDateIn(ends[0], words)]
      return fill(words.say.yearDay, { date: fill(words.say.to, { from, to }) })
    }
  }
  const when = wordsOfRepetition(repetition, startDay, words)
  return days > 1 ? fill(words.say.lasting, { when, n: days }) : when
}

function wordsOfRepetition(repetition: Repetition, startDay: LocalDate, { say }: Vocabulary): string {
  const words = { say }
  switch (repetition.kind) {
    case 'once':
      return dateIn(startDay, words)
    case 'daily':
      return repetition.every === 1 ? say.daily : fill(say.dailyN, { n: repetition.every })
    case 'weekly': {
      const template = repetition.every === 1 ? say.weekly : repetition.every === 2 ? say.weekly2 : say.weeklyN
      return fill(template, { n: repetition.every, days: weekdaysIn(repetition.days, words) })
    }
    case 'monthDay': {
      const days = repetition.days.map((day) => (day === LAST ? say.lastDay : (listed(say.dayNumbers)[day - 1] ?? '')))
      return fill(repetition.every === 1 ? say.monthDay : say.monthDayN, {
        n: repetition.every,
        days: days.join(say.and),
      })
    }
    case 'monthWeekday':
      return fill(repetition.every === 1 ? say.monthWeekday : say.monthWeekdayN, {
        n: repetition.every,
        nth: repetition.nth.map((nth) => nthIn(nth, words)).join(say.and),
        days: weekdaysIn(repetition.days, words),
      })
    case 'yearDay':
      return fill(say.yearDay, { date: monthDateIn(`${two(repetition.month)}-${two(repetition.day)}`, words) })
    case 'yearWeekday':
      return fill(say.yearWeekday, {
        month: monthIn(repetition.month, words),
        nth: nthIn(repetition.nth, words),
        day: weekdaysIn([repetition.weekday], words),
      })
  }
}

/** The times of a plan: «9:00〜12:00». */
function wordsOfTimes(times: Times, { say }: Vocabulary, { daypart }: Pick<Knowing, 'daypart'>): string {
  switch (times.kind) {
    case 'allDay':
      return say.allDay
    case 'daypart':
      return fill(say.daypart, { name: daypart(times.id) ?? times.id })
    case 'clock': {
      const [from, to] = [clockIn(times.from), clockIn(times.to)]
      if (times.over === 1 && times.to === '00:00') return fill(say.clock, { from, to: '24:00' })
      const template = times.over === 0 ? say.clock : times.over === 1 ? say.nextDay : say.laterDay
      return fill(template, { from, to, n: times.over })
    }
  }
}

/** Says plainly that times end on a later day, «翌日の9:00まで»; null for those that end on the day they began. */
export function wordsOfLateEnd({ to, over }: Extract<Times, { kind: 'clock' }>, { say }: Say): string | null {
  if (over === 0) return null
  return fill(over === 1 ? say.endsNextDay : say.endsLaterDay, { to: clockIn(to), n: over })
}

/** Says from when to when one window lasts, local date and time each: «12:00〜翌9:00». */
export function wordsOfWindow(start: string, end: string, words: Vocabulary): string {
  const over = daysBetween(start.slice(0, 10), end.slice(0, 10))
  const times: Times = { kind: 'clock', from: start.slice(11), to: end.slice(11), over }
  return wordsOfTimes(times, words, { daypart: () => undefined })
}

function daysBetween(first: LocalDate, last: LocalDate): number {
  return (Date.parse(last) - Date.parse(first)) / DAY_MS
}

function restOf({ only, except, until, count, ...plan }: Plan, words: Vocabulary, { today }: Knowing): string {
  const { say } = words
  const first = plan.from ?? plan.startDay
  const begins = plan.repetition.kind !== 'once' && (first > today || plan.from !== null)
  return [
    only === null ? '' : fill(say.only, { kinds: kindsIn(only, words) }),
    except.length === 0 ? '' : fill(say.except, { kinds: kindsIn(except, words) }),
    begins ? fill(say.fromDay, { date: dateIn(first, words) }) : '',
    until === null ? '' : fill(say.untilDay, { date: dateIn(until, words) }),
    count === null ? '' : fill(say.count, { n: count }),
  ].join('')
}

/** The ends of a rule that no plan says, said like those of one. */
function endsOf(rule: ScheduleRule): Pick<Plan, 'until' | 'count' | 'repetition'> {
  const { until = null, count = null } =
    planOf({ ...rule, rrule: (rule.rrule ?? '').replace(/^.*?((;(COUNT|UNTIL)=[^;]*)?)$/, 'FREQ=DAILY$1') }) ?? {}
  return { until, count, repetition: { kind: 'daily', every: 1 } }
}

/** One part of an RRULE in words; its ends are said elsewhere. */
function partInWords(name: string, value: string, words: Vocabulary): string[] {
  const { say } = words
  const frequency = Object.entries(say.frequency).find(([each]) => each === value)?.[1]
  const template = Object.entries(say.part).find(([each]) => each === name)?.[1]
  if (template === undefined) return []
  const items = value.split(',').map((item) => itemInWords(name, item, words))
  return [fill(template, { value: frequency ?? items.join(say.and) })]
}

function itemInWords(name: string, item: string, words: Vocabulary): string {
  const { say } = words
  const numbered = /^([+-]?\d+)?([A-Z]{2})$/.exec(item)
  if (numbered !== null) {
    const day = WEEKDAYS.find((each) => each === numbered[2])
    const nth = numbered[1] === undefined ? '' : nthIn(Number(numbered[1]), words)
    return nth + (say.and === ', ' && nth !== '' ? ' ' : '') + (day === undefined ? item : weekdaysIn([day], words))
  }
  const number = Number(item)
  if (name === 'BYMONTH') return monthIn(number, words)
  return number < 0 ? fill(say.fromEnd, { n: -number }) : String(number)
}

type Say = Pick<Vocabulary, 'say'>

/** «月〜金» for three or more in a row, else each. */
function weekdaysIn(days: readonly Weekday[], { say }: Say): string {
  const names = listed(say.weekdays)
  const places = days.map((day) => WEEKDAYS.indexOf(day))
  const [first = 0, last = 0] = [places[0], places.at(-1)]
  const named = (place: number): string => names[place] ?? ''
  if (days.length >= 3 && last - first === days.length - 1) return fill(say.to, { from: named(first), to: named(last) })
  return places.map(named).join(say.and)
}

function nthIn(nth: number, { say }: Say): string {
  if (nth === LAST) return say.lastNth
  return listed(say.nths)[nth - 1] ?? fill(nth < 0 ? say.fromEnd : '{{n}}', { n: Math.abs(nth) })
}

function kindsIn(kinds: readonly DayKind[], { say }: Say): string {
  const names = listed(say.kinds)
  return DAY_KINDS.flatMap((kind, place) => (kinds.includes(kind) ? [names[place] ?? ''] : [])).join(say.and)
}

/** A local date in words, with its year. */
export function dateIn(day: LocalDate, words: Say): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  return fill(words.say.date, { year, month: monthIn(month, words), day: date })
}

function monthDateIn(monthDay: string, words: Say): string {
  const [month = 1, day = 1] = monthDay.split('-').map(Number)
  return fill(words.say.monthDate, { month: monthIn(month, words), day })
}

function monthIn(month: number, { say }: Say): string {
  return listed(say.months)[month - 1] ?? ''
}

/** `08:30` as people write it. */
function clockIn(time: string): string {
  return time.replace(/^0/, '')
}

function two(value: number): string {
  return String(value).padStart(2, '0')
}
