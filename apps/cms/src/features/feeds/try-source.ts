import { inTurn } from '@akari/node-kit'
import { FeedSnapshot, type FeedTried, type Id } from '@akari/protocol'
import { askSource, type AskDeps } from './ask-source.ts'
import { withNotices } from './feed-states.store.ts'
import type { StoredFeed } from './feeds.store.ts'

/** What a source is called while it is tried: nothing of it is kept under another name. */
const TRIED = 'tried'

type Deps = AskDeps & { forget: (feedId: Id) => void; now: () => Date }

/** Asks a source as it is to be set up, with the timetable of the feed that it is to be (null: a new one). */
export type TrySource = (source: Omit<StoredFeed, 'id'>, of: Id | null) => Promise<FeedTried>

/** Sources are tried one after the other, and nothing of them is kept. */
export function sourceTrier({ forget, now, timetables, ...deps }: Deps): TrySource {
  const turn = inTurn()

  async function ask(source: Omit<StoredFeed, 'id'>, of: Id | null): Promise<FeedTried> {
    const at = now()
    const own = { find: () => (of === null ? Promise.resolve(null) : timetables.find(of)) }
    try {
      const { state, faults, counted, data } = await askSource(
        { ...deps, timetables: own },
        { ...source, id: TRIED },
        nothingKnown(at),
        at,
      )
      return { state, faults, counted, data: FeedSnapshot.shape.data.parse(withNotices(data, [])) }
    } finally {
      forget(TRIED)
    }
  }

  return (source, of) => turn(() => ask(source, of))
}

function nothingKnown(at: Date) {
  const never = { data: null, checkedAt: null, askedAt: null, lastError: null, counted: null, memory: null }
  return { ...never, state: 'waiting', failures: 0, nextAt: at.toISOString() } as const
}
