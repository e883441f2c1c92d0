import { expect, test } from 'vitest'
import { type LiveLook, type LiveWatch, lookAt, newLiveWatch } from './live-watch.ts'

const FED: Omit<LiveLook, 'nowMs' | 'mark'> = { broken: null, starving: false, knockEveryMs: 1000 }

function standStill(
  untilMs: number,
  seen: Partial<LiveLook> = {},
  from = newLiveWatch(0),
): { watch: LiveWatch; restartsAt: number[] } {
  const restartsAt: number[] = []
  let watch = from
  for (let nowMs = 250; nowMs <= untilMs; nowMs += 250) {
    const looked = lookAt(watch, { nowMs, mark: from.mark, ...FED, ...seen })
    watch = looked.watch
    if (looked.restart) restartsAt.push(nowMs)
  }
  return { watch, restartsAt }
}
const moving = lookAt(newLiveWatch(0), { nowMs: 1000, mark: '30', ...FED }).watch

test('the slate appears after three seconds without a new picture, not before', () => {
  expect(moving.picture).toBe('moving')
  expect(lookAt(moving, { nowMs: 3900, mark: '30', ...FED }).watch.picture).toBe('moving')
  expect(lookAt(moving, { nowMs: 4000, mark: '30', ...FED }).watch.picture).toBe('stopped')
})

test('where nothing comes any more the slate does not wait so long', () => {
  const starving = { ...FED, starving: true }
  expect(lookAt(moving, { nowMs: 1300, mark: '30', ...starving }).watch.picture).toBe('moving')
  expect(lookAt(moving, { nowMs: 1400, mark: '30', ...starving }).watch.picture).toBe('stopped')
  expect(lookAt(moving, { nowMs: 1400, mark: '31', ...starving }).watch.picture).toBe('moving')
})

test('a picture that was never there is missing, not stopped, and comes by itself as soon as it moves', () => {
  const { watch } = standStill(5000)
  expect(watch.picture).toBe('missing')
  expect(lookAt(watch, { nowMs: 5250, mark: '4', ...FED }).watch.picture).toBe('moving')
})

test('a stream that was cut is knocked at every half segment, for ever', () => {
  const { restartsAt } = standStill(3_600_000, { broken: 'unreachable', starving: true }, moving)
  const [first = 0] = restartsAt
  expect(restartsAt).toEqual(Array.from({ length: restartsAt.length }, (_, n) => first + n * 1000))
  expect(restartsAt.at(-1)).toBeGreaterThan(3_598_000)
})

test('one that has not begun is knocked at every half segment for three minutes, then every five seconds', () => {
  const { restartsAt } = standStill(300_000, { broken: 'unreachable', starving: true })
  const waits = restartsAt.map((at, index) => at - (restartsAt[index - 1] ?? 0))
  expect(new Set(waits.slice(0, 179))).toEqual(new Set([1000]))
  expect(new Set(waits.slice(180))).toEqual(new Set([5000]))
  expect(restartsAt.at(-1)).toBeGreaterThan(295_000)
})

test('one that cannot be played is tried again at growing intervals, for ever', () => {
  const { restartsAt } = standStill(200_000, { broken: 'unplayable' })
  expect(restartsAt.slice(0, 5)).toEqual([1000, 3000, 7000, 15_000, 30_000])
  const waits = restartsAt.slice(6).map((at, index) => at - (restartsAt[index + 5] ?? 0))
  expect(new Set(waits)).toEqual(new Set([30_000]))
})

test('a picture that stands although all comes is connected anew, with growing patience', () => {
  expect(standStill(60_000).restartsAt).toEqual([4000, 12_000, 27_000, 57_000])
})

test('a moment of picture between two failures does not make the next attempt an early one', () => {
  const failed = standStill(15_000, { broken: 'unplayable' }).watch
  expect(failed.attempts).toBe(4)
  const moved = lookAt(failed, { nowMs: 15_250, mark: '1', ...FED }).watch
  expect(moved.attempts).toBe(4)
  expect(lookAt(moved, { nowMs: 25_250, mark: '2', ...FED }).watch.attempts).toBe(0)
})
