import type { FeedSnapshot, FeedSnapshots, Id, Revision } from '@akari/protocol'
import type { FeedStatesStore } from './feed-states.store.ts'

export type FeedLive = ReturnType<typeof feedLive>

/** What this server holds of what displays are told, so that a thousand of them read nothing from the database. */
export function feedLive(deps: {
  states: Pick<FeedStatesStore, 'revisions' | 'snapshot'>
  /** Ids of the feeds that a display's programme shows. */
  shownOn: (displayId: Id) => Promise<Id[]>
  /** What goes the way of feeds and has no source outside: sittings, captions. Null for what is none of them. */
  ownFeed: (id: Id) => FeedSnapshot | null
}) {
  const held = new Map<Id, FeedSnapshot>()
  const known = (ids: readonly Id[]): FeedSnapshots => ({
    feeds: ids.flatMap((id) => held.get(id) ?? deps.ownFeed(id) ?? []),
  })

  return {
    /** Reads what changed, whoever changed it; gives the newer snapshots. */
    refresh: async (): Promise<FeedSnapshot[]> => {
      const revisions = await deps.states.revisions()
      for (const id of held.keys()) if (!revisions.has(id)) held.delete(id)
      const newer: FeedSnapshot[] = []
      for (const [id, revision] of revisions) {
        if (held.get(id)?.revision === revision) continue
        const snapshot = await deps.states.snapshot(id)
        if (snapshot === null) continue
        held.set(id, snapshot)
        newer.push(snapshot)
      }
      return newer
    },
    shownOn: deps.shownOn,
    /** All that a display's programme shows, as far as it exists. */
    forDisplay: async (displayId: Id): Promise<FeedSnapshots> => known(await deps.shownOn(displayId)),
    of: known,
    ownFeed: deps.ownFeed,
  }
}

/** Changes whenever one of the snapshots does. */
export function tagOf({ feeds }: FeedSnapshots): string {
  const numbers = feeds.map(({ feedId, revision }): [Id, Revision] => [feedId, revision])
  return `"${numbers.map(([id, revision]) => `${id}-${revision.toString(36)}`).join('.')}"`
}
