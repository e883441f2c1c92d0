import { expect, test } from 'vitest'
import { lotsOf } from './lots.ts'

test('many become lots, and none is lost or doubled', () => {
  expect(lotsOf([1, 2, 3, 4, 5], 2)).toEqual([[1, 2], [3, 4], [5]])
  expect(lotsOf([1, 2], 2)).toEqual([[1, 2]])
  expect(lotsOf([], 2)).toEqual([])
})
