import type { Id, StreamView } from '@akari/protocol'

/** A changed address is followed so soon, at every node. */
const RECENT_MS = 2_000
const MOST_STREAMS = 1000

/** Streams as they were at most two seconds ago: a hundred displays ask for them all the time. */
export function recentStreams(find: (id: Id) => Promise<StreamView | null>, nowMs: () => number) {
  const known = new Map<Id, { stream: Promise<StreamView | null>; atMs: number }>()
  return (id: Id): Promise<StreamView | null> => {
    const recent = known.get(id)
    if (recent !== undefined && nowMs() - recent.atMs < RECENT_MS) return recent.stream
    if (known.size >= MOST_STREAMS) known.clear()
    const stream = find(id)
    known.set(id, { stream, atMs: nowMs() })
    // A database that is away is asked again at once.
    stream.catch(() => known.delete(id))
    return stream
  }
}
