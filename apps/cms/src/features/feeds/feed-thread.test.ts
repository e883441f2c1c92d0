import { expect, it, onTestFinished } from 'vitest'
import { ThreadTooMuch } from '../asked-thread.ts'
import { FEED_WORKER_ENTRY, startFeedThread } from './feed-thread.ts'
import { NEWS, rss } from './testing/sources.ts'

const LIMITS = { entry: FEED_WORKER_ENTRY, idleMs: 60_000, limitMs: 60_000, memoryMb: 256 }

function thread(changes: Partial<typeof LIMITS> = {}) {
  const started = startFeedThread({ ...LIMITS, ...changes })
  onTestFinished(started.close)
  return started
}

it('reads in a thread of its own, and says why where there is nothing to read', async () => {
  const { news } = thread()
  expect((await news({ body: Buffer.from(rss(NEWS)), atMs: 0 })).list.items).toHaveLength(NEWS.length)
  await expect(news({ body: Buffer.from('<html></html>'), atMs: 0 })).rejects.toThrow('no news feed')
})

it('gives up what takes too long, and reads the next with a new thread', async () => {
  const hurried = thread({ limitMs: 1 })
  const body = Buffer.from(rss(NEWS))
  await expect(hurried.news({ body, atMs: 0 })).rejects.toBeInstanceOf(ThreadTooMuch)
  await expect(hurried.news({ body, atMs: 0 })).rejects.toBeInstanceOf(ThreadTooMuch)
})
