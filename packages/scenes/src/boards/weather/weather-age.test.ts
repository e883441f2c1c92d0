import type { FeedSnapshot } from '@akari/protocol'
import { expect, test } from 'vitest'
import { knownWeather } from './weather-age.ts'

const publishedAt = '2026-11-28T11:00:00+09:00'
const checkedAt = '2026-11-28T13:00:00+09:00'
const snapshot: FeedSnapshot = {
  feedId: 'weather',
  revision: 1,
  checkedAt,
  state: 'ok',
  attribution: { text: { ja: '気象庁' } },
  data: {
    kind: 'weather',
    office: '130000',
    publisher: '気象庁',
    area: '東京地方',
    temperaturePlace: null,
    publishedAt,
    days: [{ date: '2026-11-28', code: '100', text: '晴れ', wind: null, min: null, max: 15 }],
    rain: [],
    week: null,
    heat: null,
  },
}
const after = (minutes: number): number => Date.parse(checkedAt) + minutes * 60_000

test('a forecast that was confirmed within the hour is shown as it is', () => {
  expect(knownWeather(snapshot, after(60))).toMatchObject({ kind: 'report', oldSince: null })
})

test('after an hour it is called old, after three it is gone', () => {
  expect(knownWeather(snapshot, after(61))).toMatchObject({ kind: 'report', oldSince: checkedAt })
  expect(knownWeather(snapshot, after(180))).toMatchObject({ kind: 'report', oldSince: checkedAt })
  expect(knownWeather(snapshot, after(181))).toEqual({ kind: 'none' })
})

test('one that the source repeats beyond its next publication is old, too', () => {
  const repeated = { ...snapshot, checkedAt: '2026-11-29T02:00:00+09:00' }
  expect(knownWeather(repeated, Date.parse(repeated.checkedAt))).toMatchObject({ oldSince: publishedAt })
})

test('nothing is shown of a time that is yet to come, without a clock, or where nothing is known', () => {
  expect(knownWeather(snapshot, after(-5))).toEqual({ kind: 'none' })
  expect(knownWeather(snapshot, null)).toEqual({ kind: 'none' })
  expect(knownWeather({ ...snapshot, data: null }, after(1))).toEqual({ kind: 'none' })
  expect(knownWeather({ ...snapshot, checkedAt: null }, after(1))).toEqual({ kind: 'none' })
  expect(knownWeather(null, after(1))).toEqual({ kind: 'none' })
})
