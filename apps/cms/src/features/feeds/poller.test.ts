import { expect, it } from 'vitest'
import { pauseMs } from './poller.ts'

const feed: Parameters<typeof pauseMs>[0] = {
  everySeconds: 20,
  source: { kind: 'transit', timetable: null, vehicles: null, trips: null, alerts: null, routes: [], stops: [] },
}

it('asks about every interval, a tenth earlier or later, so that no servers fall into step', () => {
  expect([0, 0.5, 1].map((random) => pauseMs(feed, 0, null, random))).toEqual([18_000, 20_000, 22_000])
})

it('waits anywhere between what is polite and a ceiling that doubles, ten minutes at most', () => {
  expect([1, 2, 3, 10, 1000].map((failures) => pauseMs(feed, failures, null, 1))).toEqual([
    40_000, 80_000, 160_000, 600_000, 600_000,
  ])
  expect(pauseMs(feed, 1000, null, 0)).toBe(9000)
})

it('never asks before the source wants to be asked again', () => {
  expect(pauseMs(feed, 1, 3_600_000, 0.5)).toBe(3_600_000)
})

it('asks a source that is asked once an hour no less often for its failures', () => {
  expect(pauseMs({ ...feed, everySeconds: 3600 }, 3, null, 1)).toBe(3_600_000)
})
