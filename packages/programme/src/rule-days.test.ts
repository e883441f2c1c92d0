import { DAY_KINDS, Daypart, OfficeCalendar } from '@akari/protocol'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dayKinds, weekdayOf } from './calendar.ts'
import { checkRule } from './check-rule.ts'
import { occurrences } from './rule.ts'
import { ruleContext } from './rule-days.ts'
import { rule } from './testing/sample.ts'

const calendar = OfficeCalendar.parse({
  holidays: [{ date: '2026-11-03', name: '文化の日' }],
  closedWeekdays: ['SA', 'SU'],
  closedDates: ['2026-11-13'],
  openDates: ['2026-11-15'],
  yearEnd: { from: '12-29', to: '01-03' },
})
const office = Daypart.parse({
  id: 'office',
  name: '開庁時間',
  times: [
    { start: '08:30', end: '12:00' },
    { start: '13:00', end: '17:15' },
  ],
  exceptions: [{ weekdays: ['WE'], times: [{ start: '08:30', end: '19:30' }] }],
})
const night = Daypart.parse({ id: 'night', name: '夜間', times: [{ start: '22:00', end: '06:00' }] })
const context = ruleContext({ calendar, dayparts: [office, night] })

function kinds(date: string): string[] {
  return [...dayKinds(calendar, date)]
}

function starts(changes: Parameters<typeof rule>[0], from: string, to: string): string[] {
  return occurrences(rule(changes), `${from}T00:00:00+09:00`, `${to}T00:00:00+09:00`, context).map(
    (o) => o.originalStart,
  )
}

describe('the calendar of the city hall', () => {
  it('knows holidays, closed days and the year end, each at once where a day is several', () => {
    expect(kinds('2026-11-02')).toEqual([])
    expect(kinds('2026-11-03')).toEqual(['holiday', 'closed'])
    expect(kinds('2026-11-07')).toEqual(['closed'])
    expect(kinds('2026-11-13')).toEqual(['closed'])
    expect(kinds('2026-12-29')).toEqual(['closed', 'yearEnd'])
    expect(kinds('2027-01-03')).toEqual(['closed', 'yearEnd'])
    expect(kinds('2027-01-04')).toEqual([])
  })

  it('keeps a day open that was opened by hand', () => {
    expect(kinds('2026-11-15')).toEqual([])
  })

  it('takes every day for an ordinary one where nobody made a calendar', () => {
    expect([...dayKinds(undefined, '2026-11-03')]).toEqual([])
  })

  it('names the weekday that the world does', () => {
    fc.assert(
      fc.property(fc.date({ min: new Date('1970-01-01'), max: new Date('2200-01-01'), noInvalidDate: true }), (day) => {
        const names = ['SU', 'MO', 'TU', 'WE', 'TH', 'FR', 'SA']
        expect(weekdayOf(day.toISOString().slice(0, 10))).toBe(names[day.getUTCDay()])
      }),
    )
  })
})

describe('a rule that keeps to days of the calendar', () => {
  it('leaves out closed days by the local day it starts on', () => {
    const days = { only: null, except: ['closed' as const] }
    expect(starts({ days }, '2026-11-02', '2026-11-09')).toEqual(
      ['02', '04', '05', '06'].map((day) => `2026-11-${day}T09:00`),
    )
  })

  it('comes only on the days it asks for', () => {
    const days = { only: ['yearEnd' as const], except: [] }
    expect(starts({ days }, '2026-12-27', '2026-12-31')).toEqual(['2026-12-29T09:00', '2026-12-30T09:00'])
  })

  it('keeps a date that somebody named by hand', () => {
    const days = { only: null, except: ['closed' as const] }
    expect(starts({ days, rdates: ['2026-11-07T10:00'] }, '2026-11-06', '2026-11-09')).toEqual([
      '2026-11-06T09:00',
      '2026-11-07T10:00',
    ])
  })

  it('starts neither before its first date nor after its last', () => {
    expect(starts({ from: '2026-11-05', until: '2026-11-06' }, '2026-11-02', '2026-11-20')).toEqual([
      '2026-11-05T09:00',
      '2026-11-06T09:00',
    ])
  })

  it('never starts on a day that its filter leaves out, whatever the filter', () => {
    const filter = fc.record({
      only: fc.option(fc.subarray([...DAY_KINDS]), { nil: null }),
      except: fc.subarray([...DAY_KINDS]),
    })
    fc.assert(
      fc.property(filter, fc.constantFrom(undefined, 'office', 'night'), (days, daypartId) => {
        const series = rule({ days, ...(daypartId === undefined ? {} : { daypartId }) })
        for (const { originalStart } of occurrences(series, '2026-12-20T00:00:00Z', '2027-01-10T00:00:00Z', context)) {
          const on = dayKinds(calendar, originalStart.slice(0, 10))
          expect(days.only === null || days.only.some((kind) => on.has(kind))).toBe(true)
          expect(days.except.some((kind) => on.has(kind))).toBe(false)
        }
      }),
    )
  })
})

describe('a rule of whole days', () => {
  it('runs from local midnight to local midnight, 25 hours where the clocks go back', () => {
    const whole = rule({ allDay: true, timeZone: 'America/New_York', rrule: null, start: '2026-11-01T09:00' })
    expect(occurrences(whole, '2026-10-30T00:00:00Z', '2026-11-05T00:00:00Z')).toEqual([
      { startsAt: '2026-11-01T04:00:00.000Z', endsAt: '2026-11-02T05:00:00.000Z', originalStart: '2026-11-01T00:00' },
    ])
  })

  it('takes a longer duration for whole days', () => {
    const fair = rule({ allDay: true, durationMinutes: 2 * 1440, rrule: null })
    expect(occurrences(fair, '2026-11-01T00:00:00Z', '2026-11-09T00:00:00Z')).toMatchObject([
      { startsAt: '2026-11-01T15:00:00.000Z', endsAt: '2026-11-03T15:00:00.000Z' },
    ])
  })

  it('is excluded by its day, also after its time was edited', () => {
    expect(starts({ allDay: true, exdates: ['2026-11-03T09:00'] }, '2026-11-02', '2026-11-05')).toEqual([
      '2026-11-02T00:00',
      '2026-11-04T00:00',
    ])
  })

  it('keeps the last day that UNTIL names in UTC', () => {
    const until = { allDay: true, rrule: 'FREQ=DAILY;UNTIL=20261103T150000Z' }
    expect(starts(until, '2026-11-02', '2026-11-09').at(-1)).toBe('2026-11-04T00:00')
  })
})

describe('a rule with a daypart', () => {
  it('takes its times from the daypart, by weekday', () => {
    expect(starts({ daypartId: 'office' }, '2026-11-03', '2026-11-05')).toEqual([
      '2026-11-03T08:30',
      '2026-11-03T13:00',
      '2026-11-04T08:30',
    ])
  })

  it('gives an overnight time to the day it starts on', () => {
    const days = { only: null, except: ['closed' as const] }
    const all = occurrences(
      rule({ daypartId: 'night', days }),
      '2026-11-06T20:00:00+09:00',
      '2026-11-08T00:00:00+09:00',
      context,
    )
    expect(all).toEqual([
      { startsAt: '2026-11-06T13:00:00.000Z', endsAt: '2026-11-06T21:00:00.000Z', originalStart: '2026-11-06T22:00' },
    ])
  })

  it('stays excluded on a day when the daypart moves', () => {
    const exdates = ['2026-11-03T08:30']
    const moved = ruleContext({ dayparts: [{ ...office, times: [{ start: '09:00', end: '12:00' }] }] })
    const all = occurrences(
      rule({ daypartId: 'office', exdates }),
      '2026-11-03T00:00:00+09:00',
      '2026-11-04T00:00:00+09:00',
      moved,
    )
    expect(all).toEqual([])
  })

  it('is the same whatever stretch is asked for', () => {
    const series = rule({ daypartId: 'night', timeZone: 'America/New_York' })
    const [from, to] = ['2026-10-28T00:00:00.000Z', '2026-11-06T00:00:00.000Z']
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 216 }), (hour) => {
        const middle = new Date(Date.parse(from) + hour * 3_600_000).toISOString()
        const whole = occurrences(series, from, to, context)
        expect(occurrences(series, from, middle, context)).toEqual(whole.filter((o) => o.startsAt < middle))
        expect(occurrences(series, middle, to, context)).toEqual(whole.filter((o) => o.endsAt > middle))
      }),
    )
  })
})

describe('saving a rule of days', () => {
  it.each([
    ['never-on-its-days', rule({ rrule: 'FREQ=WEEKLY;BYDAY=MO', days: { only: ['yearEnd'], except: ['yearEnd'] } })],
    ['never-on-its-days', rule({ rrule: null, until: '2026-11-01' })],
    ['never-on-its-days', rule({ rrule: null, start: '2026-11-07T09:00', days: { only: null, except: ['closed'] } })],
    ['never-occurs', rule({ rrule: 'FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30', allDay: true })],
    ['unknown-daypart', rule({ daypartId: 'gone' })],
    ['contradictory', rule({ rrule: 'FREQ=DAILY;COUNT=2;UNTIL=20270101' })],
    ['contradictory', rule({ from: '2026-11-05', until: '2026-11-04' })],
    ['contradictory', rule({ allDay: true, daypartId: 'office' })],
    ['zero-length', rule({ durationMinutes: 0 })],
  ])('finds %s', (problem, never) => {
    expect(checkRule(never, context)).toEqual({ ok: false, problem })
  })

  it('finds a daypart without any times', () => {
    const empty = ruleContext({ dayparts: [Daypart.parse({ id: 'empty', name: '空', times: [] })] })
    expect(checkRule(rule({ daypartId: 'empty' }), empty)).toEqual({ ok: false, problem: 'never-on-its-days' })
  })

  it('allows what comes round on some day of its own', () => {
    expect(checkRule(rule({ daypartId: 'office', days: { only: ['yearEnd'], except: [] } }), context)).toEqual({
      ok: true,
    })
  })
})
