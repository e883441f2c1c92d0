import type { Id, Stream } from '@akari/protocol'

/** A display asks several times a second; what is in its programme is looked up so often. */
const RECENT_MS = 2_000
/** A display shows what it had until every file of what it is to show instead is on its disk. */
const FORMER_MS = 10 * 60_000
const MOST_GRANTS = 10_000

export type StreamGrants = (displayId: Id, streamId: Id) => Promise<Stream | null>

/**
 * Streams that displays may ask for: those that `named` finds in the published programme, and for ten minutes those that were
 * in it until now. Null for every other one, whether it exists or not. A refusal is never remembered: a display that has a
 * programme a moment after it was published is served.
 */
export function streamGrants({ named, nowMs }: { named: StreamGrants; nowMs: () => number }): StreamGrants {
  const granted = new Map<string, { stream: Stream; atMs: number }>()

  return async (displayId, streamId) => {
    const key = `${displayId} ${streamId}`
    const before = granted.get(key)
    if (before !== undefined && nowMs() - before.atMs < RECENT_MS) return before.stream
    const stream = await named(displayId, streamId)
    if (stream === null) return before !== undefined && nowMs() - before.atMs < FORMER_MS ? before.stream : null
    granted.delete(key)
    granted.set(key, { stream, atMs: nowMs() })
    if (granted.size > MOST_GRANTS) granted.delete(granted.keys().next().value ?? '')
    return stream
  }
}
