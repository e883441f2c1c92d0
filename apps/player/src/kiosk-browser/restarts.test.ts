import { expect, test } from 'vitest'
import { recentEnds, waitBeforeRestartMs } from './restarts.ts'

test('a browser that ends once is back at once; one that keeps ending waits longer each time, at most half a minute', () => {
  const waits: number[] = []
  let ends: number[] = []
  for (let nowMs = 0; nowMs < 12_000; nowMs += 1_000) {
    ends = [...recentEnds(ends, nowMs), nowMs]
    waits.push(waitBeforeRestartMs(ends, nowMs))
  }
  expect(waits.slice(0, 4)).toEqual([250, 500, 1000, 2000])
  expect(Math.max(...waits)).toBe(30_000)
})

test('ends of more than a minute ago no longer count', () => {
  expect(waitBeforeRestartMs([0, 1000, 2000, 70_000], 70_000)).toBe(250)
  expect(recentEnds([0, 1000, 70_000], 70_000)).toEqual([70_000])
})
