import { type FeedSnapshot, type Id, sittingLive } from '@akari/protocol'
import type { SittingStore, StoredSitting } from './sittings.store.ts'
import texts from './sittings.texts.json' with { type: 'json' }

/** Sittings before and after are no display's; one that is in a playlist says what it last said for so long. */
const DAYS_MS = 8 * 86_400_000

/** What displays are told of sittings, in memory: a thousand of them that ask read nothing from the database. */
export function sittingFeeds({
  store,
  atKiosks,
  now,
}: {
  store: Pick<SittingStore, 'around'>
  /** Those of these whose recording kiosks show. */
  atKiosks: (sittingIds: readonly Id[]) => Promise<ReadonlySet<Id>>
  now: () => Date
}) {
  let held = new Map<Id, FeedSnapshot>()

  return {
    /** For displays that ask; null for what is no sitting of these days. */
    snapshot: (id: Id): FeedSnapshot | null => held.get(id) ?? null,
    /** Reads what changed, whoever changed it; gives the newer snapshots. */
    refresh: async (): Promise<FeedSnapshot[]> => {
      const nowMs = now().getTime()
      const [from, until] = [nowMs - DAYS_MS, nowMs + DAYS_MS].map((at) => new Date(at).toISOString())
      const sittings = await store.around(from ?? '', until ?? '')
      const closed = sittings.filter(({ standing }) => standing.phase === 'adjourned').map(({ id }) => id)
      const watched = closed.length === 0 ? new Set<Id>() : await atKiosks(closed)
      const read = sittings.map((sitting) => snapshotOf(sitting, watched.has(sitting.id)))
      const newer = read.filter(({ feedId, revision }) => held.get(feedId)?.revision !== revision)
      held = new Map(read.map((snapshot) => [snapshot.feedId, snapshot]))
      return newer
    },
  }
}
export type SittingFeeds = ReturnType<typeof sittingFeeds>

function snapshotOf(sitting: StoredSitting, isAtKiosks: boolean): FeedSnapshot {
  return {
    feedId: sitting.id,
    revision: sitting.revision,
    checkedAt: new Date(sitting.revision).toISOString(),
    state: 'ok',
    attribution: { text: texts.attribution },
    data: { ...sittingLive(sitting.plan, sitting.standing), ...(isAtKiosks && { atKiosks: true }) },
  }
}
