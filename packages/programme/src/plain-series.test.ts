import fc from 'fast-check'
import { RRuleTemporal } from 'rrule-temporal'
import { Temporal } from 'temporal-polyfill'
import { describe, expect, it } from 'vitest'
import { localMsOf, localTimeAt, plainStarts } from './plain-series.ts'

const ZONE = 'Asia/Tokyo'
const OFFSET_MS = 9 * 3_600_000
const DAY_MS = 86_400_000

const weekday = fc.constantFrom('MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU')
const list = <T>(one: fc.Arbitrary<T>, most = 4) =>
  fc.uniqueArray(one, { minLength: 1, maxLength: most }).map((values) => values.join(','))
const ordinalDay = fc
  .tuple(fc.constantFrom('', '1', '2', '3', '4', '5', '-1', '-2', '-5'), weekday)
  .map((p) => p.join(''))
const monthDay = fc.oneof(fc.integer({ min: 1, max: 31 }), fc.integer({ min: -31, max: -1 }))
const part = (name: string, value: fc.Arbitrary<string | number>) =>
  fc.option(value.map((of) => `;${name}=${of}`)).map((text) => text ?? '')
const common = fc
  .tuple(
    part('INTERVAL', fc.integer({ min: 1, max: 5 })),
    part(
      'UNTIL',
      fc.integer({ min: 0, max: 700 }).map((day) => untilAfter(day)),
    ),
    part('BYHOUR', list(fc.integer({ min: 0, max: 23 }))),
    part('BYMINUTE', list(fc.integer({ min: 0, max: 59 }))),
  )
  .map((parts) => parts.join(''))
const pattern = fc.oneof(
  part('BYDAY', list(weekday)).map((days) => `FREQ=DAILY${days}`),
  fc.tuple(part('BYDAY', list(weekday)), part('WKST', weekday)).map((parts) => `FREQ=WEEKLY${parts.join('')}`),
  part('BYDAY', list(ordinalDay)).map((days) => `FREQ=MONTHLY${days}`),
  part('BYMONTHDAY', list(monthDay)).map((days) => `FREQ=MONTHLY${days}`),
)
const hourly = fc.integer({ min: 1, max: 200 }).map((hours) => `FREQ=HOURLY;INTERVAL=${hours}`)
const rrule = fc.oneof({ arbitrary: fc.tuple(pattern, common).map((parts) => parts.join('')), weight: 5 }, hourly)
const start = fc
  .integer({ min: 0, max: 700 * 1440 })
  .map((minute) => localTimeAt(localMsOf('2023-06-01T00:00') + minute * 60_000))

function untilAfter(day: number): string {
  const date = new Date(localMsOf('2023-06-01T13:30') + day * DAY_MS).toISOString()
  return `${date.slice(0, 19).replaceAll(/[-:]/g, '')}Z`
}

function byLibrary(first: string, rule: string, fromMs: number, toMs: number): number[] {
  const dtstart = Temporal.PlainDateTime.from(first).toZonedDateTime(ZONE)
  const series = new RRuleTemporal({ rruleString: `RRULE:${rule}`, dtstart, temporal: Temporal, maxIterations: 10_000 })
  return series
    .between(new Date(fromMs - OFFSET_MS), new Date(toMs - OFFSET_MS), true)
    .map(({ epochMilliseconds }) => epochMilliseconds + OFFSET_MS)
}

describe('a plain series', () => {
  it('starts exactly when the library says, whatever the rule and the stretch', () => {
    fc.assert(
      fc.property(
        start,
        rrule,
        fc.integer({ min: -100, max: 900 }),
        fc.nat({ max: 120 }),
        (first, rule, after, days) => {
          const fromMs = localMsOf('2023-06-01T07:45') + after * DAY_MS
          const toMs = fromMs + days * DAY_MS
          const plain = plainStarts(first, rule, fromMs, toMs, OFFSET_MS)
          expect(plain).not.toBeNull()
          expect(plain?.map(localTimeAt)).toEqual(byLibrary(first, rule, fromMs, toMs).map(localTimeAt))
        },
      ),
      { numRuns: 400 },
    )
  })

  it.each([
    ['the 29th of February', '2024-02-29T10:00', 'FREQ=MONTHLY', '2024-02-01', '2025-04-01'],
    ['the last Friday of the year', '2024-01-26T23:59', 'FREQ=MONTHLY;BYDAY=-1FR', '2024-12-01', '2025-01-31'],
    ['a fortnight over the year end', '2024-12-23T00:00', 'FREQ=WEEKLY;INTERVAL=2;WKST=SU', '2024-12-01', '2025-02-01'],
    ['the fifth Sunday', '2024-01-07T09:00', 'FREQ=MONTHLY;BYDAY=5SU', '2024-01-01', '2025-01-01'],
  ])('is right about %s', (_what, first, rule, from, to) => {
    const [fromMs, toMs] = [localMsOf(`${from}T00:00`), localMsOf(`${to}T00:00`)]
    expect(plainStarts(first, rule, fromMs, toMs, OFFSET_MS)).toEqual(byLibrary(first, rule, fromMs, toMs))
  })

  it.each([
    'FREQ=DAILY;COUNT=5',
    'FREQ=DAILY;UNTIL=20261101',
    'FREQ=YEARLY',
    'FREQ=HOURLY;BYHOUR=9',
    'FREQ=MONTHLY;BYDAY=MO;BYSETPOS=1',
    'FREQ=MONTHLY;BYDAY=MO;BYMONTHDAY=1',
    'FREQ=DAILY;BYMONTH=2',
  ])('leaves %s to the library', (rule) => {
    expect(plainStarts('2026-11-01T09:00', rule, 0, 1, OFFSET_MS)).toBeNull()
  })

  it('writes every local minute as the calendar does', () => {
    fc.assert(
      fc.property(fc.integer({ min: localMsOf('0000-01-01T00:00'), max: localMsOf('9999-12-31T23:59') }), (ms) => {
        expect(localTimeAt(ms)).toBe(new Date(ms).toISOString().slice(0, 16))
      }),
    )
  })
})
