import { expect, test } from 'vitest'
import { readClock } from './read-clock.ts'

test.each([
  ['8:30', '08:30'],
  ['0830', '08:30'],
  ['830', '08:30'],
  ['17', '17:00'],
  ['１７：１５', '17:15'],
  ['8時', '08:00'],
  ['8時5分', '08:05'],
  ['24:00', '00:00'],
])('%s is read as %s', (typed, clock) => {
  expect(readClock(typed)).toBe(clock)
})

test.each(['', '25:00', '8:60', '24:30', 'noon', '8:3:0'])('%s is not a time of day', (typed) => {
  expect(readClock(typed)).toBeNull()
})
