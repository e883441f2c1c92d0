import fc from 'fast-check'
import { expect, it } from 'vitest'
import { clockOf, msOf, sizeOf } from './lengths.ts'

it('reads what it writes, to the second', () => {
  fc.assert(
    fc.property(fc.nat(100 * 3_600_000), (ms) => {
      expect(msOf(clockOf(ms))).toBe(Math.floor(ms / 1000) * 1000)
    }),
  )
})

it('reads times as they are typed, and nothing else', () => {
  expect(['90', '1:30', '１：０２：０３', ' 0:05 '].map(msOf)).toEqual([90_000, 90_000, 3_723_000, 5_000])
  expect(['', '1:2:3:4', 'a', '-1', '1.5', '9:99', '1:60:00'].map(msOf)).toEqual(Array.from({ length: 7 }, () => null))
})

it('says sizes in the unit that people compare', () => {
  expect([0, 840 * 1024 ** 2, 3.25 * 1024 ** 3, 200 * 1024 ** 3].map(sizeOf)).toEqual([
    '0 MB',
    '840 MB',
    '3.3 GB',
    '200 GB',
  ])
})
