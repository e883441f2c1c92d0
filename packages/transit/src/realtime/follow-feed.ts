import { FUTURE_SECONDS } from './age.ts'
import { type DownReason, type FeedBody, readRealtime } from './read-realtime.ts'

/** The same bytes this often in a row mean that their sender no longer looks at its buses, whatever the header says. */
const FROZEN_POLLS = 3

type GoodBody = Extract<FeedBody, { message: unknown }>

/** What is known of one feed from poll to poll. Seconds are Unix time by our own clock. */
export type FollowedFeed = {
  /** The last body that could be read, and when it came; kept while the feed is down. */
  good: { body: GoodBody; at: number; bytes: Uint8Array } | null
  /** Polls in a row that brought the very bytes of `good` again. */
  repeats: number
  /** Since when nothing readable came, and why; null where the last poll was good. */
  down: { since: number; reason: DownReason | 'unreachable' } | null
}

export const UNFOLLOWED: FollowedFeed = { good: null, repeats: 0, down: null }

/** The feed after one more poll: its bytes, or null where none came. What cannot be read never replaces what could. */
export function followFeed(feed: FollowedFeed, bytes: Uint8Array | null, at: number): FollowedFeed {
  const body: FeedBody | null = bytes === null ? null : readRealtime(bytes)
  if (bytes === null || body === null || body.state === 'down') {
    const reason = body?.state === 'down' ? body.reason : 'unreachable'
    return { ...feed, down: { since: feed.down?.since ?? at, reason } }
  }
  if (feed.good !== null && areEqual(feed.good.bytes, bytes))
    return { good: feed.good, repeats: feed.repeats + 1, down: null }
  // A mirror behind the others may answer with an earlier state; against a time that is yet to come nothing is earlier.
  const newestAt = feed.good?.body.headerAt ?? 0
  if (newestAt <= at + FUTURE_SECONDS && (body.headerAt ?? at) < newestAt) return { ...feed, down: null }
  return { good: { body, at, bytes }, repeats: 0, down: null }
}

/** Whether the feed repeats itself: what has no time of its own in it cannot be trusted. An empty feed at night is the same all night. */
export function isFrozen({ good, repeats }: FollowedFeed): boolean {
  return good !== null && good.body.state === 'ok' && repeats >= FROZEN_POLLS
}

function areEqual(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, at) => byte === b[at])
}
