import { expect, test } from 'vitest'
import { continuedClock } from './continued-clock.ts'

const anchor = { offsetMs: 2000, trust: 'synced', bootId: 'boot', agentMonotonicMs: 500_000, heardAtMs: 1000 } as const

test('the clock of the agent goes on without it', () => {
  const clock = continuedClock(anchor, { wallMs: Date.UTC(2026, 10, 22, 5), monotonicMs: 61_000 })
  expect(clock).toEqual({ instant: '2026-11-22T05:00:02.000Z', trust: 'synced', monotonicMs: 560_000, bootId: 'boot' })
})

test('a wall clock that is put back does not move the monotonic clock', () => {
  const before = continuedClock(anchor, { wallMs: Date.UTC(2026, 10, 22, 5), monotonicMs: 61_000 })
  const after = continuedClock(anchor, { wallMs: Date.UTC(2020, 0, 1), monotonicMs: 62_000 })
  expect(after.monotonicMs - before.monotonicMs).toBe(1000)
})
