import { expect, test } from 'vitest'
import { addDays, toInstant, toLocal, weekdayOf } from './local-time.ts'

test('a wall clock in Tokyo is nine hours ahead of UTC', () => {
  expect(toInstant('2026-11-22T08:30', 'Asia/Tokyo')).toBe('2026-11-21T23:30:00.000Z')
  expect(toLocal('2026-11-21T23:30:00Z', 'Asia/Tokyo')).toBe('2026-11-22T08:30')
})

test('midnight is the first minute of the day', () => {
  expect(toLocal('2026-11-21T15:00:00Z', 'Asia/Tokyo')).toBe('2026-11-22T00:00')
})

test('zones with summer time are right on both sides of the change', () => {
  expect(toInstant('2026-03-29T01:30', 'Europe/Berlin')).toBe('2026-03-29T00:30:00.000Z')
  expect(toInstant('2026-03-29T03:30', 'Europe/Berlin')).toBe('2026-03-29T01:30:00.000Z')
})

test('days are counted over the end of a month, weeks from Monday', () => {
  expect(addDays('2026-11-30', 1)).toBe('2026-12-01')
  expect(weekdayOf('2026-11-23')).toBe(0)
  expect(weekdayOf('2026-11-22')).toBe(6)
})
