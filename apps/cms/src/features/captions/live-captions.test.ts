import { createLogger } from '@akari/node-kit'
import type { FeedSnapshot } from '@akari/protocol'
import { expect, it, onTestFinished, vi } from 'vitest'
import { liveCaptions } from './live-captions.ts'
import { someCaption } from './testing/some-caption.ts'

const MINUTE_MS = 60_000

/** Live captions whose displays' snapshots are put into `told`; nothing is in their database. */
function liveOf(told: FeedSnapshot[]) {
  return liveCaptions({
    captions: { since: () => Promise.resolve([]) },
    transcripts: { changedSince: () => Promise.resolve(new Map()) },
    tell: (snapshot) => {
      told.push(snapshot)
      return Promise.resolve()
    },
    now: () => new Date(),
    log: createLogger('test', { level: 'silent' }),
  })
}

it('keeps when a caption began and who speaks when it is said again, and names who else does', () => {
  const live = liveOf([])
  onTestFinished(live.close)
  const [first, second] = [new Date(Date.now() - 5000).toISOString(), new Date(Date.now() - 1000).toISOString()]
  const interim = someCaption({ segmentId: '1', state: 'interim', speaker: '議長', spokenAt: first })
  const final = someCaption({ segmentId: '1', spokenAt: second })
  const [shown, kept] = live.said('s', [interim, final])
  expect(shown).toEqual(interim)
  expect(kept).toEqual({ ...final, spokenAt: first, speaker: '議長' })
  expect(live.said('s', [{ ...final, speaker: '市長' }])).toMatchObject([{ speaker: '市長', spokenAt: first }])
  const english = someCaption({ segmentId: '1', language: 'en', spokenAt: second })
  expect(live.said('s', [english])).toEqual([english])
})

it('empties the displays after ten minutes, and holds nothing of a sitting in which nothing was said for a day', () => {
  vi.useFakeTimers({ now: Date.parse('2026-11-30T10:00:00+09:00') })
  onTestFinished(() => void vi.useRealTimers())
  const told: FeedSnapshot[] = []
  const live = liveOf(told)
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
