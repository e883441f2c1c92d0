import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { describe, expect, it } from 'vitest'
import { checkRule } from './check-rule.ts'
import { occurrences } from './rule.ts'
import { someRule } from './testing/some-schedule.ts'
import { rule } from './testing/sample.ts'

function starts(...args: Parameters<typeof occurrences>): string[] {
  return occurrences(...args).map((o) => o.originalStart)
}

describe('occurrences of a rule', () => {
  it('follow weekdays and times in the zone of the rule', () => {
    const weekdays = rule({ start: '2026-11-02T08:30', durationMinutes: 525, rrule: 'FREQ=WEEKLY;BYDAY=MO,FR' })
    expect(occurrences(weekdays, '2026-11-02T00:00:00+09:00', '2026-11-09T00:00:00+09:00')).toEqual([
      { startsAt: '2026-11-01T23:30:00.000Z', endsAt: '2026-11-02T08:15:00.000Z', originalStart: '2026-11-02T08:30' },
      { startsAt: '2026-11-05T23:30:00.000Z', endsAt: '2026-11-06T08:15:00.000Z', originalStart: '2026-11-06T08:30' },
    ])
  })

  it('include one that began the day before and still runs, under its start day', () => {
    const overnight = rule({ start: '2026-11-02T22:00', durationMinutes: 480 })
    expect(starts(overnight, '2026-11-05T05:59:00+09:00', '2026-11-05T06:00:00+09:00')).toEqual(['2026-11-04T22:00'])
    expect(starts(overnight, '2026-11-05T06:00:00+09:00', '2026-11-05T07:00:00+09:00')).toEqual([])
  })

  it('leave out exclusions by their original start and add extra dates', () => {
    const series = rule({ exdates: ['2026-11-03T09:00', '2026-11-20T15:00'], rdates: ['2026-11-03T13:00'] })
    expect(starts(series, '2026-11-02T00:00:00+09:00', '2026-11-05T00:00:00+09:00')).toEqual([
      '2026-11-02T09:00',
      '2026-11-03T13:00',
      '2026-11-04T09:00',
    ])
  })

  it('happen once without a recurrence', () => {
    expect(starts(rule({ rrule: null }), '2026-01-01T00:00:00Z', '2027-01-01T00:00:00Z')).toEqual(['2026-11-02T09:00'])
  })

  it('skip a start day that the recurrence does not name', () => {
    const mondays = rule({ start: '2026-11-04T09:00', rrule: 'FREQ=WEEKLY;BYDAY=MO' })
    expect(starts(mondays, '2026-11-01T00:00:00Z', '2026-11-12T00:00:00Z')).toEqual(['2026-11-09T09:00'])
  })

  it('end by the clock on the wall in the night the clocks go back', () => {
    const night = rule({ start: '2026-10-31T22:00', durationMinutes: 480, timeZone: 'America/New_York', rrule: null })
    const [only] = occurrences(night, '2026-10-31T00:00:00Z', '2026-11-02T00:00:00Z')
    expect(only).toMatchObject({ startsAt: '2026-11-01T02:00:00.000Z', endsAt: '2026-11-01T11:00:00.000Z' })
  })

  it('do not happen at an hour that the clocks skip (RFC 5545 §3.3.10)', () => {
    const early = rule({ start: '2026-03-07T02:30', timeZone: 'America/New_York' })
    expect(starts(early, '2026-03-07T00:00:00Z', '2026-03-10T00:00:00Z')).toEqual([
      '2026-03-07T02:30',
      '2026-03-09T02:30',
    ])
  })

  it('know 29 February', () => {
    const leapDay = rule({ start: '2024-02-29T09:00', rrule: 'FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29' })
    expect(starts(leapDay, '2024-01-01T00:00:00Z', '2032-12-31T00:00:00Z')).toEqual([
      '2024-02-29T09:00',
      '2028-02-29T09:00',
      '2032-02-29T09:00',
    ])
  })

  it('keep their local start all year in a zone with summer time', () => {
    const nine = rule({ start: '2026-01-01T09:00', timeZone: 'America/New_York' })
    const all = occurrences(nine, '2026-01-01T00:00:00Z', '2026-12-31T00:00:00Z')
    const hours = all.map((o) => Temporal.Instant.from(o.startsAt).toZonedDateTimeISO('America/New_York').hour)
    expect(hours.length).toBe(364)
    expect(new Set(hours)).toEqual(new Set([9]))
  })

  it('never throw, overlap what was asked, and are the same whatever stretch is asked for', () => {
    fc.assert(
      fc.property(someRule, fc.integer({ min: 0, max: 200 }), (generated, hour) => {
        const [from, to] = ['2026-10-25T00:00:00.000Z', '2026-11-12T00:00:00.000Z']
        const middle = new Date(Date.parse('2026-10-29T00:00:00Z') + hour * 3_600_000).toISOString()
        const whole = occurrences(generated, from, to)
        const before = occurrences(generated, from, middle)
        const after = occurrences(generated, middle, to)
        expect(before).toEqual(whole.filter((o) => o.startsAt < middle))
        expect(after).toEqual(whole.filter((o) => o.endsAt > middle))
        for (const o of whole) expect(o.startsAt < o.endsAt && o.startsAt < to && o.endsAt > from).toBe(true)
      }),
    )
  })
})

describe('saving a rule', () => {
  it('is allowed when it comes round at least once', () => {
    expect(checkRule(rule())).toEqual({ ok: true })
    expect(checkRule(rule({ rrule: null }))).toEqual({ ok: true })
    expect(checkRule(rule({ rrule: 'FREQ=MONTHLY;BYDAY=2TU' }))).toEqual({ ok: true })
  })

  it.each([
    ['30 February', rule({ rrule: 'FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30' })],
    ['an end before the start', rule({ rrule: 'FREQ=DAILY;UNTIL=20200101T000000Z' })],
    ['a single day that is excluded', rule({ rrule: null, exdates: ['2026-11-02T09:00'] })],
    ['a series that is excluded whole', rule({ rrule: 'FREQ=DAILY;COUNT=1', exdates: ['2026-11-02T09:00'] })],
  ])('finds that it never occurs: %s', (_, never) => {
    expect(checkRule(never)).toEqual({ ok: false, problem: 'never-occurs' })
  })

  it('finds an unknown zone', () => {
    expect(checkRule(rule({ timeZone: 'Asia/Koganei' }))).toEqual({ ok: false, problem: 'unknown-zone' })
  })

  it.each([
    'garbage',
    '',
    'FREQ=DAILY;FOO=BAR',
    'FREQ=DAILY;INTERVAL=0',
    'FREQ=DAILY;BYHOUR=99',
    'FREQ=DAILY;FREQ=WEEKLY',
    'FREQ=WEEKLY;BYDAY=XX',
    'FREQ=WEEKLY;BYDAY=2TU',
    'FREQ=MINUTELY',
    'FREQ=DAILY\nDTSTART:20200101T000000Z',
  ])('finds a recurrence that cannot be read: %j', (rrule) => {
    expect(checkRule(rule({ rrule }))).toEqual({ ok: false, problem: 'unreadable' })
  })

  it.each([{ start: '2026-02-30T09:00' }, { exdates: ['2026-11-31T09:00'] }, { rdates: ['2026-13-01T09:00'] }])(
    'finds a date that does not exist: %j',
    (changes) => {
      expect(checkRule(rule(changes))).toEqual({ ok: false, problem: 'unreadable' })
    },
  )
})
