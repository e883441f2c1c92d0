import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { HOLD_MS, startHoldWatch } from './hold-watch.ts'

/** A window of 1000 × 2000 pixels in which things happen. */
function glass() {
  const page = Object.assign(new EventTarget(), { innerWidth: 1000, innerHeight: 2000 })
  const onHeld = vi.fn<() => void>()
  const watch = startHoldWatch(page as unknown as Window, onHeld)
  const happens = (type: string, what: object = {}): void => {
    page.dispatchEvent(Object.assign(new Event(type), { clientX: 500, clientY: 500, ...what }))
  }
  return { page, onHeld, watch, happens }
}

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

test('a hand that is held for two seconds is told once, though it trembles', () => {
  const { onHeld, happens } = glass()
  happens('pointerdown')
  happens('pointermove', { clientX: 530 })
  vi.advanceTimersByTime(HOLD_MS - 1)
  expect(onHeld).not.toHaveBeenCalled()
  vi.advanceTimersByTime(HOLD_MS * 3)
  expect(onHeld).toHaveBeenCalledOnce()
})

test.for(['pointerup', 'pointercancel', 'wheel', 'blur'])('a touch that ends by %s is none that is held', (ending) => {
  const { onHeld, happens } = glass()
  happens('pointerdown')
  vi.advanceTimersByTime(HOLD_MS - 1)
  happens(ending)
  vi.advanceTimersByTime(HOLD_MS)
  expect(onHeld).not.toHaveBeenCalled()
})

test('a finger that wipes is not held, nor one whose button went away under it and that then left', () => {
  const { page, onHeld, happens } = glass()
  happens('pointerdown')
  happens('pointermove', { clientX: 560 })
  happens('pointerdown')
  page.dispatchEvent(new Event('touchend'))
  vi.advanceTimersByTime(HOLD_MS * 2)
  expect(onHeld).not.toHaveBeenCalled()
})

test('the space bar is held as a hand is; no other key is', () => {
  const { onHeld, happens } = glass()
  happens('keydown', { key: 'Enter', repeat: false })
  vi.advanceTimersByTime(HOLD_MS)
  happens('keyup')
  expect(onHeld).not.toHaveBeenCalled()
  happens('keydown', { key: ' ', repeat: false })
  vi.advanceTimersByTime(HOLD_MS / 2)
  happens('keydown', { key: ' ', repeat: true })
  vi.advanceTimersByTime(HOLD_MS / 2)
  expect(onHeld).toHaveBeenCalledOnce()
})

test('a watch that was closed tells nothing', () => {
  const { onHeld, watch, happens } = glass()
  happens('pointerdown')
  watch.close()
  happens('pointerdown')
  vi.advanceTimersByTime(HOLD_MS * 2)
  expect(onHeld).not.toHaveBeenCalled()
})
