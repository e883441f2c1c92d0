import { expect, test } from 'vitest'
import { restartPace } from './restarts.ts'

test('a process that ends once is back at once; one that keeps ending waits longer each time, at most five seconds', () => {
  let nowMs = 0
  const pace = restartPace(() => nowMs)
  const waits = Array.from({ length: 12 }, () => {
    nowMs += 1_000
    return pace.ended().waitMs
  })
  expect(waits.slice(0, 5)).toEqual([250, 500, 1000, 2000, 4000])
  expect(waits.slice(5)).toEqual(Array(7).fill(5_000))
})

test('ends of more than a minute ago no longer count', () => {
  let nowMs = 0
  const pace = restartPace(() => nowMs)
  pace.ended()
  nowMs = 59_999
  expect(pace.ended()).toEqual({ waitMs: 500, recent: 2 })
  nowMs = 120_000
  expect(pace.ended()).toEqual({ waitMs: 250, recent: 1 })
})
