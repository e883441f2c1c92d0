import { expect, test } from 'vitest'
import { inLots } from './lots.ts'

const twice = (lot: number[]) => Promise.resolve(lot.map((each) => each * 2))
const upTo = (last: number) => (lot: number[]) =>
  lot.some((each) => each > last) ? Promise.reject(new Error('refused')) : twice(lot)

test('many become lots, and none is lost or doubled', async () => {
  const lots: number[][] = []
  const told = (lot: number[]) => twice((lots.push(lot), lot))
  expect(await inLots([1, 2, 3, 4, 5], 2, told)).toEqual({ done: [2, 4, 6, 8, 10], left: null })
  expect(lots).toEqual([[1, 2], [3, 4], [5]])
  expect(await inLots([], 2, told)).toEqual({ done: [], left: null })
})

test('what was done before a lot was refused stands, and nothing after it is tried', async () => {
  const error = new Error('refused')
  expect(await inLots([1, 2, 3, 4, 5, 1], 2, upTo(2))).toEqual({ done: [2, 4], left: { items: [3, 4, 5, 1], error } })
})

test('where the first lot is refused, nothing was done', async () => {
  await expect(inLots([3, 1], 2, upTo(2))).rejects.toThrow('refused')
})
