import type { RainChance, WeatherReport } from '@akari/protocol'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { forecastAt, highestRain, rainPeriods } from './forecast-days.ts'

const ZONE = 'Asia/Tokyo'
const HOUR_MS = 3_600_000
const at = (local: string): number => Date.parse(`${local}+09:00`)
const chance = (from: string, percent: number, hours = 6): RainChance => ({
  from: `${from}+09:00`,
  until: new Date(at(from) + hours * HOUR_MS).toISOString(),
  percent,
})

/** As JMA tells it at 17 o'clock: the morning's low is past, the week leaves tomorrow's temperatures out. */
const evening: WeatherReport = {
  kind: 'weather',
  office: '130000',
  publisher: '気象庁',
  area: '東京地方',
  temperaturePlace: '府中',
  publishedAt: '2026-11-28T17:00:00+09:00',
  days: [
    { date: '2026-11-28', code: '200', text: 'くもり', wind: null, min: null, max: null },
    { date: '2026-11-29', code: '101', text: '晴れ 時々 くもり', wind: null, min: 4, max: 15 },
  ],
  rain: [chance('2026-11-28T18:00', 20), chance('2026-11-29T00:00', 10), chance('2026-11-29T06:00', 0)],
  week: {
    publishedAt: '2026-11-28T17:00:00+09:00',
    days: [
      { date: '2026-11-29', code: '101', rain: 10, min: null, max: null, reliability: null },
      { date: '2026-11-30', code: '201', rain: 30, min: 5, max: 13, reliability: 'A' },
      { date: '2026-12-01', code: '300', rain: 80, min: 7, max: 10, reliability: 'B' },
    ],
  },
  heat: null,
}

test('today is the day of the clock, not the first of the report', () => {
  const before = forecastAt(evening, at('2026-11-28T20:00:00'), ZONE)
  expect([before.today?.date, before.tomorrow?.date]).toEqual(['2026-11-28', '2026-11-29'])
  const after = forecastAt(evening, at('2026-11-29T00:10:00'), ZONE)
  expect([after.today?.date, after.today?.text]).toEqual(['2026-11-29', '晴れ 時々 くもり'])
  expect(after.week.map(({ date }) => date)).toEqual(['2026-12-01'])
})

test('a day that only the week tells has its code, its chance of rain and no words', () => {
  const { tomorrow } = forecastAt(evening, at('2026-11-29T09:00:00'), ZONE)
  expect(tomorrow).toEqual({
    date: '2026-11-30',
    code: '201',
    text: null,
    min: 5,
    max: 13,
    rain: [{ from: 0, until: 24, percent: 30, isOver: false }],
  })
})

test('a report of long ago says nothing of today', () => {
  const late = forecastAt(evening, at('2026-12-09T09:00:00'), ZONE)
  expect(late).toEqual({ today: null, tomorrow: null, week: [] })
})

test('the quarters of today: what is over, what is told, what is not', () => {
  const periods = rainPeriods(evening.rain, '2026-11-28', at('2026-11-28T18:30:00'), ZONE)
  expect(periods.map(({ percent }) => percent)).toEqual([null, null, null, 20])
  expect(periods.map(({ isOver }) => isOver)).toEqual([true, true, true, false])
  expect(highestRain(periods)).toBe(20)
  expect(highestRain([])).toBeNull()
})

test('whatever a report tells, no chance is on a day or at hours it is not for, and none that is over counts', () => {
  const start = at('2026-11-26T00:00:00')
  const told = fc.record({
    hour: fc.integer({ min: 0, max: 95 }),
    hours: fc.constantFrom(6, 12, 3, 0, -6),
    percent: fc.integer({ min: 0, max: 100 }),
  })
  const now = fc.integer({ min: start, max: start + 96 * HOUR_MS })
  fc.assert(
    fc.property(fc.array(told, { maxLength: 12 }), now, fc.integer({ min: 0, max: 3 }), (list, nowMs, day) => {
      const rain = list.map(({ hour, hours, percent }) => ({
        from: new Date(start + hour * HOUR_MS).toISOString(),
        until: new Date(start + (hour + hours) * HOUR_MS).toISOString(),
        percent,
      }))
      const midnight = start + day * 24 * HOUR_MS
      const periods = rainPeriods(rain, `2026-11-${26 + day}`, nowMs, ZONE)
      for (const { from, until, percent, isOver } of periods) {
        const [fromMs, untilMs] = [midnight + from * HOUR_MS, midnight + until * HOUR_MS]
        expect(isOver).toBe(untilMs <= Math.floor(nowMs / 60_000) * 60_000)
        if (percent !== null)
          expect(
            rain.some(
              (one) => one.percent === percent && Date.parse(one.from) <= fromMs && fromMs < Date.parse(one.until),
            ),
          ).toBe(true)
      }
      const highest = highestRain(periods)
      const left = periods.flatMap(({ percent, isOver }) => (isOver || percent === null ? [] : [percent]))
      expect(highest).toBe(left.length === 0 ? null : Math.max(...left))
    }),
  )
})
