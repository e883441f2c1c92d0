import { occurrences } from '@akari/programme'
import { DAY_KINDS, WEEKDAYS } from '@akari/protocol'
import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { en } from '../../locales/en.ts'
import { ja } from '../../locales/ja.ts'
import { sampleRule } from './testing/sample-rule.ts'
import { clockTimes, newPlan, type Plan, planOf, ruleOf, type Times } from './plan.ts'
import { type Reading, readWords } from './read-words.ts'
import { firstDayOf, LAST, type Repetition, sortedDays, sortedNumbers } from './repetition.ts'
import { type Knowing, wordsOfLateEnd, wordsOfPlan, wordsOfRule, wordsOfWindow } from './words.ts'

const DAYPARTS = [{ id: 'office', name: '開庁時間' }]
const knowing: Knowing = { today: '2026-11-27', daypart: (id) => DAYPARTS.find((each) => each.id === id)?.name }
const japanese = ja.recurrence
const english = en.recurrence
const base = newPlan('2026-11-27')

function reading(words: Reading['words'], from: Plan = base): Reading {
  return { words, dayparts: DAYPARTS, today: knowing.today, base: from }
}

function read(sentence: string, words = japanese): Plan {
  const found = readWords(sentence, reading(words))
  if (!found.ok) throw new Error(`${sentence}: ${JSON.stringify(found)}`)
  return found.plan
}

describe('sentences of the city hall', () => {
  it.each([
    [
      '毎月第2火曜 9:00–12:00、祝日を除く',
      'FREQ=MONTHLY;BYDAY=2TU',
      '09:00',
      180,
      { days: { only: null, except: ['holiday'] } },
    ],
    ['毎週月〜金 8:30–17:15', 'FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR', '08:30', 525, {}],
    ['毎年12月29日〜1月3日 終日', 'FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=29', '00:00', 6 * 1440, { allDay: true }],
    ['毎年2月27日から4日間 終日', 'FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=27', '00:00', 4 * 1440, { allDay: true }],
    ['隔週水曜 13:00〜15:00', 'FREQ=WEEKLY;INTERVAL=2;BYDAY=WE', '13:00', 120, {}],
    ['月末 9時〜17時', 'FREQ=MONTHLY;BYMONTHDAY=-1', '09:00', 480, {}],
    ['毎月15日 午前10時〜午後3時半', 'FREQ=MONTHLY;BYMONTHDAY=15', '10:00', 330, {}],
    ['毎月１日と15日 ９：００～１２：００', 'FREQ=MONTHLY;BYMONTHDAY=1,15', '09:00', 180, {}],
    ['毎月第1・第3月曜日 正午から13時まで', 'FREQ=MONTHLY;BYDAY=1MO,3MO', '12:00', 60, {}],
    ['毎月最終金曜 22:00〜翌6:00', 'FREQ=MONTHLY;BYDAY=-1FR', '22:00', 480, {}],
    [
      '平日 8:30〜17:15、閉庁日を除く',
      'FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR',
      '08:30',
      525,
      { days: { only: null, except: ['closed'] } },
    ],
    ['毎日 20:00〜24:00、2026年12月25日まで', 'FREQ=DAILY', '20:00', 240, { until: '2026-12-25' }],
    [
      '土日 9:00〜17:00、祝日・年末年始を除く',
      'FREQ=WEEKLY;BYDAY=SA,SU',
      '09:00',
      480,
      { days: { only: null, except: ['holiday', 'yearEnd'] } },
    ],
    ['毎日 10:00〜12:00、祝日だけ', 'FREQ=DAILY', '10:00', 120, { days: { only: ['holiday'], except: [] } }],
    ['毎年10月第2月曜 9:00〜17:00', 'FREQ=YEARLY;BYMONTH=10;BYDAY=2MO', '09:00', 480, {}],
    ['毎週火曜 「開庁時間」', 'FREQ=WEEKLY;BYDAY=TU', '00:00', 1440, { daypartId: 'office' }],
    ['毎週金曜 9:00〜10:00、10回', 'FREQ=WEEKLY;BYDAY=FR;COUNT=10', '09:00', 60, {}],
    ['2026年12月24日 9:00〜17:00', null, '09:00', 480, {}],
    ['12/24 9:00〜17:00', null, '09:00', 480, {}],
    ['2026年12月29日〜2027年1月3日 終日', null, '00:00', 6 * 1440, { allDay: true }],
  ])('%s', (sentence, rrule, clock, durationMinutes, more) => {
    const rule = ruleOf(read(sentence), 'Asia/Tokyo')
    expect(rule).toMatchObject({ rrule, durationMinutes, ...more })
    expect(rule.start.slice(11)).toBe(clock)
  })

  it.each([
    ['every month on the 2nd Tue, 9:00–12:00, except on holidays', 'FREQ=MONTHLY;BYDAY=2TU'],
    ['weekdays 8:30-17:15', 'FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR'],
    ['every year on 29 December – 3 January, all day', 'FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=29'],
    ['every other week on Wednesday, 1:00 pm to 3:00 pm', 'FREQ=WEEKLY;INTERVAL=2;BYDAY=WE'],
    ['every month on the 15th, 9:00–10:00', 'FREQ=MONTHLY;BYMONTHDAY=15'],
    ['every Friday 9:00–10:00 until 25 December 2026', 'FREQ=WEEKLY;BYDAY=FR'],
  ])('%s', (sentence, rrule) => {
    expect(ruleOf(read(sentence, english), 'Asia/Tokyo').rrule).toBe(rrule)
  })

  it('says which word it does not know, and which day there is not', () => {
    expect(readWords('毎週ほげ曜 9:00〜10:00', reading(japanese))).toEqual({
      ok: false,
      problem: 'unknown',
      text: 'ほげ曜 9:00〜10:',
    })
    expect(readWords('2月30日 9:00〜10:00', reading(japanese))).toMatchObject({ ok: false, problem: 'impossible' })
    expect(readWords('毎週月曜 9:00〜26:00', reading(japanese))).toMatchObject({ ok: false, problem: 'impossible' })
    expect(readWords('毎年12月1日〜12月20日 終日', reading(japanese))).toMatchObject({
      ok: false,
      problem: 'impossible',
    })
    expect(readWords('  、', reading(japanese))).toEqual({ ok: false, problem: 'empty' })
  })

  it('keeps the exclusions of the series that is said anew', () => {
    const keep = { exdates: ['2026-12-01T09:00'], rdates: ['2026-12-05T09:00'] }
    expect(ruleOf(read('毎週火曜 9:00〜10:00'), 'Asia/Tokyo', keep)).toMatchObject(keep)
  })

  it('leaves the times alone where none are named', () => {
    expect(read('毎月15日').times).toEqual(base.times)
    expect(read('毎月15日 10:00').times).toEqual(clockTimes('10:00', 525))
  })
})

const number = (min: number, max: number) => fc.integer({ min, max })
const some = <T>(of: readonly T[], maxLength = of.length) => fc.subarray([...of], { minLength: 1, maxLength })
const every = fc.oneof({ arbitrary: fc.constant(1), weight: 3 }, number(2, 12))
const nths = fc.constantFrom(1, 2, 3, 4, 5, LAST)
const weekday = fc.constantFrom(...WEEKDAYS)
const weekdays = some(WEEKDAYS).map(sortedDays)

const repetitions: fc.Arbitrary<Repetition> = fc.oneof(
  fc.constant({ kind: 'once' } as const),
  every.map((n) => ({ kind: 'daily', every: n }) as const),
  fc
    .record({ kind: fc.constant('weekly' as const), every, days: weekdays })
    .filter(({ every: n, days }) => n > 1 || days.length < 7),
  fc.record({
    kind: fc.constant('monthDay' as const),
    every,
    days: some([...Array.from({ length: 28 }, (_, n) => n + 1), 30, 31, LAST], 5).map(sortedNumbers),
  }),
  fc.record({
    kind: fc.constant('monthWeekday' as const),
    every,
    nth: fc.array(nths, { minLength: 1, maxLength: 3 }).map(sortedNumbers),
    days: weekdays,
  }),
  fc.record({ kind: fc.constant('yearDay' as const), month: number(1, 12), day: number(1, 28) }),
  fc.record({ kind: fc.constant('yearWeekday' as const), month: number(1, 12), nth: nths, weekday }),
)

const clocks = fc
  .tuple(number(0, 23), number(0, 59), number(1, 3 * 1440 - 1))
  .map(([hour, minute, minutes]) =>
    clockTimes(`${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`, minutes),
  )
const times: fc.Arbitrary<Times> = fc.oneof(
  { arbitrary: clocks, weight: 3 },
  number(1, 7).map((days) => ({ kind: 'allDay', days }) as const),
  fc.constant({ kind: 'daypart', id: 'office' } as const),
)
const dates = number(0, 700).map((later) => new Date(Date.UTC(2026, 10, 1 + later)).toISOString().slice(0, 10))

const plans: fc.Arbitrary<Plan> = fc
  .record({
    repetition: repetitions,
    startDay: dates,
    from: fc.constant(null),
    until: fc.option(dates),
    count: fc.option(number(1, 200)),
    times,
    only: fc.option(some(DAY_KINDS)),
    except: fc.subarray([...DAY_KINDS]),
  })
  .map((plan) => ({ ...plan, startDay: firstDayOf(plan.repetition, plan.startDay) }))
  .map((plan) => (plan.repetition.kind === 'once' ? { ...plan, count: null } : plan))

test.each([
  ['Japanese', japanese],
  ['English', english],
])('what is said in %s is read as the same plan again', (_, words) => {
  fc.assert(
    fc.property(plans, (plan) => {
      const found = readWords(wordsOfPlan(plan, words, knowing), reading(words, plan))
      expect(found).toEqual({ ok: true, plan })
    }),
    { numRuns: 300 },
  )
})

test('a plan becomes a rule and the same plan again', () => {
  fc.assert(
    fc.property(plans, (plan) => {
      expect(planOf(ruleOf(plan, 'Asia/Tokyo'))).toEqual(plan)
    }),
  )
})

test('a series is on the days it says', () => {
  const days = (sentence: string): string[] =>
    occurrences(ruleOf(read(sentence), 'Asia/Tokyo'), '2026-11-27T00:00:00+09:00', '2027-02-01T00:00:00+09:00').map(
      (each) => each.originalStart.slice(5, 10),
    )
  expect(days('毎月第2火曜 9:00〜12:00')).toEqual(['12-08', '01-12'])
  expect(days('月末 9:00〜12:00')).toEqual(['11-30', '12-31', '01-31'])
  expect(days('隔週金曜 9:00〜12:00')).toEqual(['11-27', '12-11', '12-25', '01-08', '01-22'])
})

test('a rule that no plan says is left alone, and is said all the same', () => {
  const rule = sampleRule('2026-12-01T09:00', 60, 'FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1', {
    until: '2027-03-31',
  })
  expect(planOf(rule)).toBeNull()
  expect(wordsOfRule(rule, japanese, knowing)).toBe(
    '特別な繰り返し（毎月・月・火・水・木・金曜・そのうち終わりから1番目） 9:00〜10:00、2026年12月1日から、2027年3月31日まで',
  )
  const odd = [
    'FREQ=YEARLY;BYWEEKNO=20',
    'FREQ=HOURLY;INTERVAL=3',
    'FREQ=YEARLY;BYYEARDAY=-1',
    'FREQ=DAILY;BYHOUR=9,15;BYMINUTE=0,30',
  ]
  for (const rrule of odd) {
    const spoken = wordsOfRule(sampleRule('2026-11-01T09:00', 30, rrule), english, knowing)
    expect([rrule, spoken]).toEqual([rrule, expect.not.stringMatching(/\{\{|undefined/)])
    expect(planOf(sampleRule('2026-11-01T09:00', 30, rrule))).toBeNull()
  }
})

test.each([
  ['FREQ=WEEKLY', { kind: 'weekly', every: 1, days: ['MO'] }],
  ['FREQ=MONTHLY', { kind: 'monthDay', every: 1, days: [23] }],
  ['FREQ=YEARLY', { kind: 'yearDay', month: 11, day: 23 }],
  ['FREQ=WEEKLY;INTERVAL=2;BYDAY=MO;WKST=SU', null],
  ['FREQ=MONTHLY;BYDAY=1MO,2TU', null],
  ['FREQ=YEARLY;BYMONTHDAY=1', null],
  ['FREQ=MONTHLY;BYMONTHDAY=-2', null],
])('%s is read with what it leaves to its start', (rrule, repetition) => {
  expect(planOf(sampleRule('2026-11-23T09:00', 60, rrule))?.repetition ?? null).toEqual(repetition)
})

test.each([
  ['FREQ=DAILY;UNTIL=20261225', '2026-12-25'],
  ['FREQ=DAILY;UNTIL=20261225T145900Z', '2026-12-25'],
  ['FREQ=DAILY;UNTIL=20261224T230000Z', '2026-12-24'],
])('the last day of %s is %s', (rrule, until) => {
  expect(planOf(sampleRule('2026-11-23T09:00', 60, rrule))?.until).toBe(until)
})

test.each([
  ['2026-11-30T09:00', '2026-11-30T12:00', '9:00〜12:00', '9:00–12:00'],
  ['2026-11-30T12:00', '2026-12-01T09:00', '12:00〜翌9:00', '12:00–9:00 the next day'],
  ['2026-11-30T12:00', '2026-12-01T12:00', '12:00〜翌12:00', '12:00–12:00 the next day'],
  ['2026-11-30T18:00', '2026-12-01T00:00', '18:00〜24:00', '18:00–24:00'],
  ['2026-11-30T12:00', '2026-12-03T09:00', '12:00〜3日後の9:00', '12:00–9:00 3 days later'],
])('a window from %s to %s says on which day it ends', (start, end, inJapanese, inEnglish) => {
  expect([japanese, english].map((words) => wordsOfWindow(start, end, words))).toEqual([inJapanese, inEnglish])
})

test('times that end at or before their start say that they end the next day', () => {
  const late = (from: string, to: string, over: number): (string | null)[] =>
    [japanese, english].map((words) => wordsOfLateEnd({ kind: 'clock', from, to, over }, words))
  expect(late('12:00', '09:00', 1)).toEqual(['翌日の9:00まで', 'until 9:00 the next day'])
  expect(late('12:00', '12:00', 1)).toEqual(['翌日の12:00まで', 'until 12:00 the next day'])
  expect(late('12:00', '09:00', 2)).toEqual(['2日後の9:00まで', 'until 9:00 2 days later'])
  expect(late('09:00', '12:00', 0)).toEqual([null, null])
})
