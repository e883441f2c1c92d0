import { expect, it } from 'vitest'
import { partClock } from './part-clock.ts'

/** Second by second from 0; `recordedMs` gives how much is recorded by then. The first second at which it is lost. */
function lostAt(seconds: number, recordedMs: (second: number) => number): number | null {
  const clock = partClock()
  for (let second = 1; second <= seconds; second += 1) {
    clock.recorded(recordedMs(second), 2_000, second * 1_000)
    if (clock.isLost(2_000, second * 1_000)) return second
  }
  return null
}

it('takes the earliest start that fits what was recorded at any moment', () => {
  const clock = partClock()
  clock.recorded(4_000, 3_000, 100_000)
  clock.recorded(8_000, 3_000, 102_000)
  clock.recorded(9_000, 3_000, 106_000)
  expect(clock.startedAtMs()).toBe(91_000)
})

it('bears with segments of ten seconds, and with a stream that catches up', () => {
  expect(lostAt(300, (second) => 10_000 * Math.ceil(second / 10))).toBeNull()
  expect(lostAt(300, (second) => 1_000 * (second > 100 && second < 125 ? 100 : second))).toBeNull()
})

it('is lost when nothing comes any more, and when what came back is late for good', () => {
  expect(lostAt(300, (second) => 1_000 * Math.min(second, 100))).toBe(137)
  expect(lostAt(300, (second) => 1_000 * (second < 100 ? second : second - 12))).toBe(131)
})

it('is not lost before anything was recorded', () => {
  const clock = partClock()
  expect([clock.isLost(0, 1_000), clock.isLost(0, 100_000)]).toEqual([false, false])
})
