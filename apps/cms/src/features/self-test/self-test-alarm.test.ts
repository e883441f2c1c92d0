import type { SelfTestRun } from '@akari/protocol'
import { expect, it } from 'vitest'
import { alarmOf, percentile } from './self-test-alarm.ts'

const NOW = '2026-11-30T00:00:00Z'
const run = (day: number, shownMs: number | null): SelfTestRun => ({
  id: `run-${day}`,
  cause: 'nightly',
  displayId: 'canary',
  acceptedAt: new Date(Date.UTC(2026, 10, day)).toISOString(),
  broadcastMs: 3,
  receivedMs: shownMs,
  shownMs,
  seenMs: null,
  outcome: shownMs === null ? 'failed' : 'passed',
  reason: shownMs === null ? 'not-received' : null,
})
const nights = (times: readonly (number | null)[]) => times.map((ms, index) => run(index + 1, ms))

it('alarms after a failure until the next success', () => {
  expect(alarmOf(nights([100, null]), NOW)).toMatchObject({ kind: 'failed', reason: 'not-received' })
  expect(alarmOf(nights([100, null, 110]), NOW)).toBeNull()
  expect(alarmOf([], NOW)).toBeNull()
})

it('alarms when the last seven are more than twice as slow as the month is', () => {
  const usual = Array.from({ length: 20 }, () => 100)
  expect(alarmOf(nights([...usual, 201]), NOW)).toEqual({ kind: 'slow', p95Ms: 201, usualMs: 100 })
  expect(alarmOf(nights([...usual, 200]), NOW)).toBeNull()
  expect(alarmOf(nights([100, 100, 500]), NOW)).toBeNull()
})

it('takes the nearest rank', () => {
  expect(percentile([5, 1, 3], 0.5)).toBe(3)
  expect(percentile([1, 2, 3, 4], 0.95)).toBe(4)
  expect(percentile([], 0.5)).toBeNull()
})
