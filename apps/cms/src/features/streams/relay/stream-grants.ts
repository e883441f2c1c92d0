import type { Id, Stream } from '@akari/protocol'
import type { StreamGrantsStore } from './stream-grants.store.ts'

/** A display asks several times a second; what is in its programme is looked up so often. */
const RECENT_MS = 2_000
/** A display shows what it had until every file of what it is to show instead is on its disk. */
const FORMER_MS = 10 * 60_000
/** How often a grant is written down for the other servers; theirs ends so much earlier at most. */
const KEPT_MS = 2 * 60_000
const MOST_GRANTS = 10_000

export type StreamGrants = (displayId: Id, streamId: Id) => Promise<Stream | null>

type Deps = {
  named: StreamGrants
  store: Pick<StreamGrantsStore, 'keep' | 'since'>
  /** A grant could not be written down: this server keeps to it, the others may not know of it. */
  unkept: (err: unknown) => void
  nowMs: () => number
}
type Grant = { stream: Stream; atMs: number; keptAtMs: number }

/**
 * Streams that displays may ask for: those that `named` finds in the published programme, and for ten minutes those that were
 * in it until now, at whichever server they were granted. Null for every other one, whether it exists or not. A refusal is never
 * remembered: a display that has a programme a moment after it was published is served.
 */
export function streamGrants({ named, store, unkept, nowMs }: Deps): StreamGrants {
  const granted = new Map<string, Grant>()

  function grant(key: string, displayId: Id, stream: Stream): Stream {
    const before = granted.get(key)
    const atMs = nowMs()
    const isKept = before !== undefined && atMs - before.keptAtMs < KEPT_MS
    // Not waited for: a picture must not wait for the database.
    if (!isKept) store.keep(displayId, stream, new Date(atMs).toISOString()).catch(unkept)
    granted.delete(key)
    granted.set(key, { stream, atMs, keptAtMs: isKept ? before.keptAtMs : atMs })
    if (granted.size > MOST_GRANTS) granted.delete(granted.keys().next().value ?? '')
    return stream
  }

  return async (displayId, streamId) => {
    const key = `${displayId} ${streamId}`
    const before = granted.get(key)
    if (before !== undefined && nowMs() - before.atMs < RECENT_MS) return before.stream
    const stream = await named(displayId, streamId)
    if (stream !== null) return grant(key, displayId, stream)
    if (before !== undefined && nowMs() - before.atMs < FORMER_MS) return before.stream
    return store.since(displayId, streamId, new Date(nowMs() - FORMER_MS).toISOString())
  }
}
