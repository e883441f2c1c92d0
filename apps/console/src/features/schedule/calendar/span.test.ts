import { expect, test } from 'vitest'
import { sampleRule } from '../../../parts/recurrence/testing/sample-rule.ts'
import { sampleEntry } from '../testing/samples.ts'
import { localAt, minuteIn, spanOf, stepFrom } from './span.ts'
import { nearestStop, stopsOf } from './stops.ts'

test('a week is from Monday, a month the whole month, also in February of a leap year', () => {
  expect(spanOf('week', '2026-11-29').days).toEqual(spanOf('week', '2026-11-23').days)
  expect(spanOf('month', '2028-02-10').days).toHaveLength(29)
  expect(spanOf('day', '2026-11-23')).toMatchObject({ from: '2026-11-22T15:00:00.000Z', minutes: 1440 })
})

test('steps lead to the neighbouring day, week or month, over the end of a year', () => {
  expect(stepFrom('day', '2026-12-31', 1)).toBe('2027-01-01')
  expect(stepFrom('week', '2026-11-25', -1)).toBe('2026-11-18')
  expect(stepFrom('month', '2027-01-31', 1)).toBe('2027-02-01')
  expect(stepFrom('month', '2027-01-31', -1)).toBe('2026-12-01')
})

test('minutes count from midnight of the first day, before and after the span, too', () => {
  const span = spanOf('week', '2026-11-25')
  expect(minuteIn(span)(Date.parse('2026-11-24T00:30:00+09:00'))).toBe(1470)
  expect(minuteIn(span)(Date.parse('2026-11-22T22:00:00+09:00'))).toBe(-120)
  expect(localAt(span, 1470)).toEqual({ day: '2026-11-24', time: '00:30' })
  expect(localAt(span, -120)).toEqual({ day: '2026-11-22', time: '22:00' })
})

test('the keyboard stops at every bar, and at the slots in which none begins', () => {
  const span = spanOf('day', '2026-11-23')
  const entry = sampleEntry('e', sampleRule('2026-11-23T09:15', 60, null))
  const bar = {
    key: 'e',
    entry,
    occurrences: [],
    fromMinute: 555,
    toMinute: 615,
    first: { from: 555, to: 615 },
    label: { from: 555, to: 615 },
    lane: 0,
  }
  const stops = stopsOf(span, [bar])
  expect(stops).toHaveLength(24)
  expect(stops[9]).toEqual({ minute: 555, bar })
  expect(stops[10]).toEqual({ minute: 600, bar: null })
  expect(nearestStop(stops, 560)).toBe(9)
})
