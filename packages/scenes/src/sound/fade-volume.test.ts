import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { fadeVolume, type HeardElement } from './fade-volume.ts'

/** An element that plays; `isLocked`: in a browser that lets nothing be heard before a touch. */
class Film implements HeardElement {
  heard: number[] = []
  paused = false
  readonly #isLocked: boolean
  #muted = true
  #volume = 1
  constructor(isLocked = false) {
    this.#isLocked = isLocked
  }
  get muted(): boolean {
    return this.#muted
  }
  set muted(next: boolean) {
    this.#muted = next
    this.#changed()
  }
  get volume(): number {
    return this.#volume
  }
  set volume(next: number) {
    this.#volume = next
    this.#changed()
  }
  play(): Promise<void> {
    this.paused = false
    return Promise.resolve()
  }
  #changed(): void {
    const loudness = this.#muted ? 0 : this.#volume
    this.heard.push(loudness)
    if (this.#isLocked && loudness > 0) this.paused = true
  }
}

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

test('a change is a fade, up and down, and ends muted', async () => {
  const video = new Film()
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
  const video = new Film()
  fadeVolume(video, { volume: 1, fadeMs: 0 }, vi.fn<() => void>())
  expect([video.muted, video.volume]).toEqual([false, 1])
  fadeVolume(video, { volume: 0, fadeMs: 0 }, vi.fn<() => void>())
  expect(video.muted).toBe(true)
})

test('a fade that is stopped stays where it is', async () => {
  const video = new Film()
  const stop = fadeVolume(video, { volume: 1, fadeMs: 300 }, vi.fn<() => void>())
  stop()
  const at = video.volume
  await vi.advanceTimersByTimeAsync(1000)
  expect(video.volume).toBe(at)
})

test('a browser that refuses leaves the picture playing, muted, and it is told once', async () => {
  const video = new Film(true)
  const refused = vi.fn<() => void>()
  fadeVolume(video, { volume: 0.5, fadeMs: 300 }, refused)
  await vi.advanceTimersByTimeAsync(1000)
  expect(refused).toHaveBeenCalledOnce()
  expect([video.muted, video.paused]).toEqual([true, false])
})
