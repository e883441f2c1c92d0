import { expect, test } from 'vitest'
import { clockOf, minutesOf, partsOf, snapped } from './day-minutes.ts'

test('a range over midnight is drawn at both ends of the day', () => {
  expect(partsOf({ start: '20:00', end: '06:00' })).toEqual([
    { from: 1200, to: 1440, continues: false },
    { from: 0, to: 360, continues: true },
  ])
  expect(partsOf({ start: '20:00', end: '00:00' })).toEqual([{ from: 1200, to: 1440, continues: false }])
  expect(partsOf({ start: '08:30', end: '17:15' })).toEqual([{ from: 510, to: 1035, continues: false }])
  expect(partsOf({ start: '00:00', end: '00:00' })).toEqual([{ from: 0, to: 1440, continues: false }])
})

test('what is pulled with the pointer falls on quarters of an hour, inside the day', () => {
  expect([snapped(-20), snapped(7), snapped(8), snapped(1500)]).toEqual([0, 0, 15, 1440])
  expect([clockOf(0), clockOf(510), clockOf(1440)]).toEqual(['00:00', '08:30', '00:00'])
  expect(minutesOf('17:15')).toBe(1035)
})
