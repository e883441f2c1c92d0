import { expect, test } from 'vitest'
import { growthOf } from './slope.ts'

const line = (amountAt: (n: number) => number) =>
  Array.from({ length: 101 }, (_, n) => ({ atMs: n * 1000, amount: amountAt(n) }))

test('what stays the same does not grow, whatever it does in between', () => {
  const { share } = growthOf(line((n) => 1000 + (n % 2 === 0 ? 50 : -50)))
  expect(share).toBeCloseTo(0, 2)
})

test('what grows steadily grows by its slope over what comes after the warm-up', () => {
  const { from, to } = growthOf(line((n) => 1000 + n))
  expect(from).toBeCloseTo(1025)
  expect(to).toBeCloseTo(1097)
})

test('what is held for a while, as a download is, counts for nothing, however often that is', () => {
  expect(growthOf(line((n) => (n % 3 === 0 ? 1000 : 1000 + n))).share).toBeCloseTo(0)
})

test('a step that stays is told', () => {
  expect(growthOf(line((n) => (n < 60 ? 1000 : 1100))).share).toBeGreaterThan(0.05)
})

test('what is filled at the beginning and then stays counts for nothing', () => {
  expect(growthOf(line((n) => Math.min(n, 20) * 100)).share).toBeCloseTo(0)
})

test('two points are no line', () => {
  expect(() => growthOf(line(() => 1).slice(0, 2))).toThrow('too few')
})
