import { expect, it } from 'vitest'
import { type Live, noted, seenOf, type Stood } from './seen-standing.ts'

const START = 1_796_000_000_000
const version = (n: number) => ({ version: n }) as Live
const first: Stood = [{ live: version(1), sinceMs: -Infinity }]
const seen = (stood: Stood, atMs: number) => seenOf(stood, START + atMs)?.version

it('counts what somebody else did only once it has stood there for a while', () => {
  const stood = noted(first, version(2), null, START)
  expect([seen(stood, 0), seen(stood, 699), seen(stood, 700)]).toEqual([1, 1, 2])
})

it('counts what the clerk did here at once, whether its answer or the news of it came first', () => {
  expect(seen(noted(first, version(2), 2, START), 0)).toBe(2)
  const newsFirst = noted(first, version(2), null, START)
  expect(seen(noted(newsFirst, version(2), 2, START + 50), 50)).toBe(2)
})

it('counts of two steps of others, one after the other, each in its time', () => {
  const stood = noted(noted(first, version(2), null, START), version(3), null, START + 500)
  expect([seen(stood, 600), seen(stood, 700), seen(stood, 1200)]).toEqual([1, 2, 3])
})

it('does not begin anew where the same is told again, and forgets what nobody can mean any more', () => {
  const again = noted(noted(first, version(2), null, START), version(2), null, START + 600)
  expect(seen(again, 700)).toBe(2)
  expect(noted(again, version(3), null, START + 900).map(({ live }) => live.version)).toEqual([2, 3])
})
