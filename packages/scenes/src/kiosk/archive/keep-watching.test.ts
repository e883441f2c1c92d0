import { beforeEach, expect, it, onTestFinished, vi } from 'vitest'
import { keepWatching } from './keep-watching.ts'

const MINUTE_MS = 60_000

beforeEach(() => {
  vi.useFakeTimers()
  onTestFinished(() => void vi.useRealTimers())
})

it('keeps a visit for ten minutes after the last touch or key, and not longer', () => {
  const [touches, stay] = [new EventTarget(), vi.fn<() => void>()]
  onTestFinished(keepWatching(touches, stay))
  vi.advanceTimersByTime(9 * MINUTE_MS)
  expect(stay).toHaveBeenCalledTimes(9 * 12)
  touches.dispatchEvent(new Event('pointerdown'))
  vi.advanceTimersByTime(9 * MINUTE_MS)
  touches.dispatchEvent(new Event('keydown'))
  vi.advanceTimersByTime(9 * MINUTE_MS)
  expect(stay).toHaveBeenCalledTimes(27 * 12)
  stay.mockClear()
  vi.advanceTimersByTime(60 * MINUTE_MS)
  expect(stay).toHaveBeenCalledTimes(11)
})

it('says nothing any more once the film stands still', () => {
  const [touches, stay] = [new EventTarget(), vi.fn<() => void>()]
  const end = keepWatching(touches, stay)
  vi.advanceTimersByTime(MINUTE_MS)
  end()
  stay.mockClear()
  touches.dispatchEvent(new Event('pointerdown'))
  vi.advanceTimersByTime(MINUTE_MS)
  expect(stay).not.toHaveBeenCalled()
})
