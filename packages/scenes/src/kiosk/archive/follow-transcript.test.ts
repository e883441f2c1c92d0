import type { RecordingTranscript } from '@akari/protocol'
import { beforeEach, expect, it, onTestFinished, vi } from 'vitest'
import { followTranscript, type LoadTranscript, type TranscriptNow } from './follow-transcript.ts'

const SPOKEN: RecordingTranscript = { format: 1, segments: [] }

beforeEach(() => {
  vi.useFakeTimers()
  onTestFinished(() => void vi.useRealTimers())
})

/** Follows a transcript of which every attempt goes as `load` says; what it told, and how it asked. */
function follow(load: (attempt: number) => Promise<RecordingTranscript>) {
  const [told, again, signals]: [TranscriptNow[], boolean[], AbortSignal[]] = [[], [], []]
  const asked: LoadTranscript = (isAgain, signal) => {
    signals.push(signal)
    return load(again.push(isAgain))
  }
  const end = followTranscript(asked, (now) => told.push(now))
  onTestFinished(end)
  return { told, again, signals, end }
}
const torn = (): Promise<RecordingTranscript> => Promise.reject(new Error('torn'))

it('has a transcript that can be read at once, and asks no more', async () => {
  const { told, again } = follow(() => Promise.resolve(SPOKEN))
  await vi.advanceTimersByTimeAsync(600_000)
  expect(told).toEqual([{ state: 'there', transcript: SPOKEN }])
  expect(again).toEqual([false])
})

it('says of one that cannot be read that it is so, and has it as soon as it is mended', async () => {
  const { told, again } = follow((attempt) => (attempt < 3 ? torn() : Promise.resolve(SPOKEN)))
  await vi.advanceTimersByTimeAsync(0)
  expect(told).toEqual([{ state: 'unreadable' }])
  await vi.advanceTimersByTimeAsync(6_000)
  expect(told.at(-1)).toEqual({ state: 'there', transcript: SPOKEN })
  // What was torn may be kept by the browser: it is asked for past that.
  expect(again).toEqual([false, true, true])
})

it('asks less and less often, and once a minute at least', async () => {
  const { again } = follow(torn)
  const atMs = []
  for (let ms = 0; ms < 300_000; ms += 1_000) {
    const before = again.length
    await vi.advanceTimersByTimeAsync(ms === 0 ? 0 : 1_000)
    if (again.length > before || ms === 0) atMs.push(ms)
  }
  expect(atMs).toEqual([0, 2_000, 6_000, 14_000, 30_000, 62_000, 122_000, 182_000, 242_000])
})

it('neither asks nor tells anything once it was ended', async () => {
  const { told, again, signals, end } = follow(torn)
  await vi.advanceTimersByTimeAsync(0)
  end()
  await vi.advanceTimersByTimeAsync(600_000)
  expect([told.length, again.length, signals[0]?.aborted]).toEqual([1, 1, true])
})
