import { type DayKind, type Weekday, WEEKDAYS } from '@akari/protocol'
import type { Token } from './read-tokens.ts'
import { LAST } from './repetition.ts'

/** A date as it was named; the year may be left out. `role`: what the words around it make of it. */
export type NamedDate = { year: number | null; month: number; day: number; role: 'plain' | 'from' | 'until' | 'end' }
export type NamedTime = { minutes: number; over: number }

/** Everything a sentence named, sorted by what it is. */
export type Gathered = {
  unit: 'day' | 'week' | 'month' | 'year' | null
  every: number
  weekdays: Weekday[]
  nth: number[]
  monthDays: number[]
  months: number[]
  dates: NamedDate[]
  times: NamedTime[]
  allDay: boolean
  lasting: number | null
  daypartId: string | null
  only: DayKind[]
  except: DayKind[]
  count: number | null
}

/** What the next word may have to do with. */
type Hand = {
  last: 'weekday' | 'date' | 'time' | 'month' | null
  range: boolean
  asked: 'from' | 'until' | null
  kinds: DayKind[]
  mode: 'only' | 'except' | null
  number: number | null
  later: number
  half: 'am' | 'pm' | null
}

const WORKDAYS: readonly Weekday[] = ['MO', 'TU', 'WE', 'TH', 'FR']

/** Sorts the words of a sentence; `left` is a number that belongs to nothing. */
export function gathered(tokens: readonly Token[]): Gathered | { left: string } {
  const found = nothing()
  const hand = emptyHand()
  for (const [index, token] of tokens.entries()) {
    // «December 29» only where they stand together.
    if (hand.last === 'month' && token.kind !== 'number') hand.last = null
    take(token, tokens[index + 1], found, hand)
  }
  if (hand.number !== null) return { left: String(hand.number) }
  // «祝日 9:00〜12:00»: days that are named and not left out are those that are meant.
  return { ...found, only: [...found.only, ...hand.kinds] }
}

function nothing(): Gathered {
  const lists = { weekdays: [], nth: [], monthDays: [], months: [], dates: [], times: [], only: [], except: [] }
  return { unit: null, every: 1, allDay: false, lasting: null, daypartId: null, count: null, ...lists }
}

function emptyHand(): Hand {
  return { last: null, range: false, asked: null, kinds: [], mode: null, number: null, later: 0, half: null }
}

function take(token: Token, next: Token | undefined, found: Gathered, hand: Hand): void {
  const [a = 0, b = 0, c = 0] = token.numbers
  switch (token.kind) {
    case 'everyDay':
      return every(found, 'day', 1)
    case 'everyDays':
      return every(found, 'day', a)
    case 'everyOtherDay':
      return every(found, 'day', 2)
    case 'everyWeek':
      return every(found, 'week', 1)
    case 'everySecondWeek':
      return every(found, 'week', 2)
    case 'everyWeeks':
      return every(found, 'week', a)
    case 'everyMonth':
      return every(found, 'month', 1)
    case 'everyMonths':
      return every(found, 'month', a)
    case 'everyYear':
      return every(found, 'year', 1)
    case 'MO':
    case 'TU':
    case 'WE':
    case 'TH':
    case 'FR':
    case 'SA':
    case 'SU':
      return weekday(token.kind, found, hand)
    case 'workdays':
      found.weekdays.push(...WORKDAYS)
      return
    case 'weekend':
      found.weekdays.push('SA', 'SU')
      return
    case 'nth':
      found.nth.push(a)
      return
    case 'lastNth':
      found.nth.push(LAST)
      return
    case 'dayNumber':
      found.monthDays.push(a)
      return
    case 'lastDay':
      found.monthDays.push(LAST)
      return
    case 'month':
      return month(a, found, hand)
    case 'number':
      return number(a, found, hand)
    case 'dateYmd':
      return date({ year: a, month: b, day: c, role: 'plain' }, found, hand)
    case 'dateMd':
      return date({ year: null, month: a, day: b, role: 'plain' }, found, hand)
    case 'time':
      return time(a * 60 + b, found, hand)
    case 'hour':
      return time(a * 60, found, hand)
    case 'half':
      return time(a * 60 + 30, found, hand)
    case 'noon':
      return time(12 * 60, found, hand)
    case 'am':
    case 'pm':
      return halfOfDay(token.kind, next, found, hand)
    case 'nextDay':
      return laterDay(1, next, found, hand)
    case 'laterDay':
      return laterDay(a, next, found, hand)
    case 'range': {
      const named = found.dates.at(-1)
      if (hand.last === 'date' && named?.role === 'plain') named.role = 'from'
      hand.range = true
      return
    }
    case 'from':
    case 'until':
      return bound(token.kind, found, hand, next)
    case 'allDay':
      found.allDay = true
      return
    case 'lasting':
      return lasting(a, found, hand)
    case 'daypart':
      found.daypartId = token.text
      return
    case 'holiday':
    case 'closed':
    case 'yearEnd':
      if (hand.mode === null) hand.kinds.push(token.kind)
      else found[hand.mode].push(token.kind)
      return
    case 'openDays':
      found.except.push('closed')
      return
    case 'only':
    case 'except':
      // «祝日を除く» names them before, «except on holidays» after.
      hand.mode = hand.kinds.length > 0 ? null : token.kind
      found[token.kind].push(...hand.kinds.splice(0))
      return
    case 'count':
      found.count = a
      return
    case 'skip':
      return
  }
}

function every(found: Gathered, unit: NonNullable<Gathered['unit']>, n: number): void {
  found.unit = unit
  found.every = n
}

function weekday(day: Weekday, found: Gathered, hand: Hand): void {
  const before = found.weekdays.at(-1)
  if (hand.range && hand.last === 'weekday' && before !== undefined) {
    const first = WEEKDAYS.indexOf(before)
    const length = (WEEKDAYS.indexOf(day) - first + 7) % 7
    for (let n = 1; n <= length; n++) found.weekdays.push(WEEKDAYS[(first + n) % 7] ?? day)
  } else found.weekdays.push(day)
  hand.range = false
  hand.last = 'weekday'
}

/** «12月», «29 December» or «December 29»: with a number beside it a date. */
function month(of: number, found: Gathered, hand: Hand): void {
  if (hand.number !== null) {
    const day = hand.number
    hand.number = null
    return date({ year: null, month: of, day, role: 'plain' }, found, hand)
  }
  found.months.push(of)
  hand.last = 'month'
}

function number(value: number, found: Gathered, hand: Hand): void {
  const named = found.dates.at(-1)
  if (value >= 1000 && hand.last === 'date' && named?.year === null) named.year = value
  else if (hand.last === 'month')
    date({ year: null, month: found.months.pop() ?? 0, day: value, role: 'plain' }, found, hand)
  else hand.number = value
}

function date(named: NamedDate, found: Gathered, hand: Hand): void {
  const before = found.dates.at(-1)
  if (hand.asked !== null) found.dates.push({ ...named, role: hand.asked })
  else if (hand.range && hand.last === 'date' && before?.role === 'from') {
    before.role = 'plain'
    found.dates.push({ ...named, role: 'end' })
  } else found.dates.push(named)
  hand.asked = null
  hand.range = false
  hand.last = 'date'
}

/** «12月25日まで» bounds what was named before, «until 25 December» what comes after; that of a time needs no word. */
function bound(role: 'from' | 'until', found: Gathered, hand: Hand, next: Token | undefined): void {
  const named = found.dates.at(-1)
  if (isDate(next)) hand.asked = role
  else if (hand.last === 'date' && named !== undefined) {
    const before = found.dates.at(-2)
    if (named.role === 'end' && before !== undefined) before.role = 'from'
    named.role = role
    hand.last = null
  }
}

function time(minutes: number, found: Gathered, hand: Hand): void {
  const afternoon = hand.half === 'pm' && minutes < 12 * 60 ? 12 * 60 : 0
  found.times.push({ minutes: minutes + afternoon, over: hand.later })
  hand.half = null
  hand.later = 0
  hand.range = false
  hand.last = 'time'
}

/** «2月23日から7日間»: the day before it is no bound. */
function lasting(days: number, found: Gathered, hand: Hand): void {
  const named = found.dates.at(-1)
  if (hand.range && hand.last === 'date' && named !== undefined) named.role = 'plain'
  found.lasting = days
}

/** Said before the time in Japanese, after it in English. */
function halfOfDay(half: 'am' | 'pm', next: Token | undefined, found: Gathered, hand: Hand): void {
  const named = found.times.at(-1)
  if (isTime(next)) hand.half = half
  else if (named !== undefined && half === 'pm' && named.minutes < 12 * 60) named.minutes += 12 * 60
}

function laterDay(days: number, next: Token | undefined, found: Gathered, hand: Hand): void {
  const named = found.times.at(-1)
  if (isTime(next)) hand.later = days
  else if (named !== undefined) named.over = days
}

function isTime(token: Token | undefined): boolean {
  return token !== undefined && ['time', 'hour', 'half', 'noon', 'am', 'pm'].includes(token.kind)
}

function isDate(token: Token | undefined): boolean {
  return token !== undefined && ['dateYmd', 'dateMd', 'number', 'month'].includes(token.kind)
}
