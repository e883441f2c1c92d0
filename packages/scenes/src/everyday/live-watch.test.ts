import { expect, test } from 'vitest'
import { type LiveWatch, lookAt, newLiveWatch } from './live-watch.ts'

function standStill(from: LiveWatch, untilMs: number, broken: boolean): { watch: LiveWatch; restartsAt: number[] } {
  const restartsAt: number[] = []
  let watch = from
  for (let nowMs = 500; nowMs <= untilMs; nowMs += 500) {
    const looked = lookAt(watch, { nowMs, position: 0, broken })
    watch = looked.watch
    if (looked.restart) restartsAt.push(nowMs)
  }
  return { watch, restartsAt }
}

test('the slate appears after three seconds without progress, not before', () => {
  const moving = lookAt(newLiveWatch(0), { nowMs: 1000, position: 4, broken: false }).watch
  expect(moving.picture).toBe('moving')
  expect(lookAt(moving, { nowMs: 3900, position: 4, broken: false }).watch.picture).toBe('moving')
  expect(lookAt(moving, { nowMs: 4000, position: 4, broken: false }).watch.picture).toBe('stopped')
})

test('the picture comes back by itself as soon as the stream moves', () => {
  const { watch } = standStill(newLiveWatch(0), 5000, false)
  expect(watch.picture).toBe('stopped')
  expect(lookAt(watch, { nowMs: 5500, position: 0.4, broken: false }).watch).toMatchObject({
    picture: 'moving',
    attempts: 0,
  })
})

test('a broken stream is tried again at growing intervals, for ever', () => {
  const { restartsAt } = standStill(newLiveWatch(0), 120_000, true)
  expect(restartsAt.slice(0, 4)).toEqual([1000, 3000, 7000, 15_000])
  const waits = restartsAt.slice(5).map((at, index) => at - (restartsAt[index + 4] ?? 0))
  expect(Math.max(...waits)).toBe(15_000)
})

test('a standing stream without an error is rebuilt too', () => {
  expect(standStill(newLiveWatch(0), 20_000, false).restartsAt).toEqual([8000, 18_000])
})
