import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { fadeVolume, type HeardElement } from './fade-volume.ts'

type Element = HeardElement & { heard: number[] }

/** An element that plays; `isLocked`: as a browser does that lets nothing be heard before a touch. */
function element(changes: Partial<Element> = {}, isLocked = false): Element {
  let [muted, volume, paused] = [true, 1, false]
  const heard: number[] = []
  const set = (): void => {
    heard.push(muted ? 0 : volume)
    if (isLocked && !muted && volume > 0) paused = true
  }
  const made = {
    heard,
    play: vi.fn<() => Promise<void>>(() => {
      paused = false
      return Promise.resolve()
    }),
  }
  Object.defineProperties(made, {
    muted: { get: () => muted, set: (next: boolean) => void ((muted = next), set()) },
    volume: { get: () => volume, set: (next: number) => void ((volume = next), set()) },
    paused: { get: () => paused },
  })
  return Object.assign(made, changes) as unknown as Element
}

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

test('a change is a fade, up and down, and ends muted', async () => {
  const video = element()
  fadeVolume(video, { volume: 0.6, fadeMs: 300 }, vi.fn<() => void>())
  expect(video.muted).toBe(false)
  expect(video.volume).toBeLessThan(0.1)
  await vi.advanceTimersByTimeAsync(300)
  expect(video.volume).toBe(0.6)
  const steps = video.heard.length
  fadeVolume(video, { volume: 0, fadeMs: 300 }, vi.fn<() => void>())
  expect(video.volume).toBeGreaterThan(0.4)
  await vi.advanceTimersByTimeAsync(300)
  expect(video.muted).toBe(true)
  expect(video.heard.length).toBeGreaterThan(steps + 5)
})

test('what must be silent at once is', () => {
  const video = element()
  fadeVolume(video, { volume: 1, fadeMs: 0 }, vi.fn<() => void>())
  expect([video.muted, video.volume]).toEqual([false, 1])
  fadeVolume(video, { volume: 0, fadeMs: 0 }, vi.fn<() => void>())
  expect(video.muted).toBe(true)
})

test('a fade that is stopped stays where it is', async () => {
  const video = element()
  const stop = fadeVolume(video, { volume: 1, fadeMs: 300 }, vi.fn<() => void>())
  stop()
  const at = video.volume
  await vi.advanceTimersByTimeAsync(1000)
  expect(video.volume).toBe(at)
})

test('a browser that refuses leaves the picture playing, muted, and it is told once', async () => {
  const video = element({}, true)
  const refused = vi.fn<() => void>()
  fadeVolume(video, { volume: 0.5, fadeMs: 300 }, refused)
  await vi.advanceTimersByTimeAsync(1000)
  expect(refused).toHaveBeenCalledOnce()
  expect([video.muted, video.paused]).toEqual([true, false])
})
