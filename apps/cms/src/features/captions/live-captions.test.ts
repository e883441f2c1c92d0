import { createLogger } from '@akari/node-kit'
import type { FeedSnapshot } from '@akari/protocol'
import { expect, it, onTestFinished, vi } from 'vitest'
import { liveCaptions } from './live-captions.ts'
import { someCaption } from './testing/some-caption.ts'

const MINUTE_MS = 60_000

it('empties the displays after ten minutes, and holds nothing of a sitting in which nothing was said for a day', () => {
  vi.useFakeTimers({ now: Date.parse('2026-11-30T10:00:00+09:00') })
  onTestFinished(() => void vi.useRealTimers())
  const told: FeedSnapshot[] = []
  const live = liveCaptions({
    captions: { since: () => Promise.resolve([]) },
    transcripts: { changedSince: () => Promise.resolve(new Map()) },
    tell: (snapshot) => {
      told.push(snapshot)
      return Promise.resolve()
    },
    now: () => new Date(),
    log: createLogger('test', { level: 'silent' }),
  })
  onTestFinished(live.close)
  live.said('morning', [someCaption({ segmentId: '1' })])
  vi.advanceTimersByTime(11 * MINUTE_MS)
  live.sweep()
  expect(told.at(-1)).toMatchObject({ feedId: 'morning', state: 'empty' })
  vi.advanceTimersByTime(23 * 60 * MINUTE_MS)
  live.sweep()
  expect(live.snapshot('morning')).not.toBeNull()
  vi.advanceTimersByTime(2 * 60 * MINUTE_MS)
  live.said('afternoon', [someCaption({ segmentId: '2' })])
  live.sweep()
  expect(live.snapshot('morning')).toBeNull()
  expect(live.snapshot('afternoon')).not.toBeNull()
  live.said('morning', [someCaption({ segmentId: '3' })])
  expect(live.snapshot('morning')).toMatchObject({ state: 'ok' })
})
