import { faultText, JsonFile, spread } from '@akari/node-kit'
import { FeedSnapshot, type Id, MOST_FEEDS, NamedFeeds, type PlayerState } from '@akari/protocol'
import type { CmsSession } from '../cms/session.ts'
import type { Faults } from '../faults.ts'
import { type Loop, startLoop } from '../loop.ts'
import type { StateAuthor } from '../state-author.ts'

/**
 * What the CMS last told of buses, weather and news, of sittings and what is spoken in them; how old each datum is, is judged
 * where it is shown. All but what is spoken outlives a restart: captions come too often for a disk, and are old the moment after.
 */
export type FeedsKeeper = {
  restore: () => Promise<void>
  /** Anything that claims to be news of some feeds: each newer one takes the place of what there was of it. Never throws. */
  accept: (told: unknown) => void
  /** The same of all feeds of the programme: what is not among them is gone. False where it is nothing of the kind. */
  replace: (told: unknown) => boolean
}

type Told = { feedId: Id; feed: FeedSnapshot | null }

export function feedsKeeper(deps: { path: string; author: StateAuthor; faults: Faults }): FeedsKeeper {
  const { author, faults } = deps
  const file = new JsonFile(NamedFeeds, deps.path)
  const held = () => author.state().feeds ?? []
  let isSaving = false
  /** Those that the disk has, or is being given. */
  let onDisk: readonly FeedSnapshot[] = []

  /** Each feed by itself: null where it is not what it should be. All of it is null where it is nothing of the kind. */
  function understood(told: unknown): Told[] | null {
    const named = NamedFeeds.safeParse(told)
    if (!named.success) {
      faults.report('feeds-rejected', 'unknown shape')
      return null
    }
    const strange: string[] = []
    const feeds = named.data.feeds.map((each): Told => {
      const read = FeedSnapshot.safeParse(each)
      if (!read.success) strange.push(`${each.feedId}: ${read.error.issues[0]?.path.join('.')}`)
      return { feedId: each.feedId, feed: read.data ?? null }
    })
    if (strange.length === 0) faults.clear('feeds-rejected')
    else faults.report('feeds-rejected', strange.join(', ').slice(0, 300))
    return feeds
  }

  /** What is held, and of two states of a feed the one with the higher number. */
  function withNewer(told: readonly Told[]): FeedSnapshot[] {
    const all = new Map(held().map((feed) => [feed.feedId, feed]))
    for (const { feedId, feed } of told)
      if (feed !== null && feed.revision > (all.get(feedId)?.revision ?? -1)) all.set(feedId, feed)
    return [...all.values()]
  }

  function keep(feeds: FeedSnapshot[]): void {
    const before = held()
    if (feeds.length === before.length && feeds.every((feed) => before.includes(feed))) return
    author.update({ feeds })
    save()
  }

  /** The newest only: a disk that is slower than the buses does not fall behind them. */
  function save(): void {
    const feeds = held().filter(({ data }) => data?.kind !== 'captions')
    if (isSaving || (feeds.length === onDisk.length && feeds.every((feed) => onDisk.includes(feed)))) return
    isSaving = true
    onDisk = feeds
    const done = file.save({ feeds }).then(
      () => faults.clear('feeds-not-saved'),
      (error: unknown) => faults.report('feeds-not-saved', faultText(error)),
    )
    void done.then(() => {
      isSaving = false
      save()
    })
  }

  return {
    restore: async () => {
      const loaded = await file.load()
      if (loaded.state === 'corrupt') faults.report('saved-feeds-unreadable', deps.path)
      const saved = loaded.state === 'ok' ? understood(loaded.value) : null
      if (saved !== null && saved.length > 0) author.update({ feeds: withNewer(saved) })
    },
    accept: (told) => {
      const feeds = understood(told)
      if (feeds !== null) keep(withNewer(feeds).slice(-MOST_FEEDS))
    },
    replace: (told) => {
      const feeds = understood(told)
      if (feeds === null) return false
      const named = new Set(feeds.map(({ feedId }) => feedId))
      keep(withNewer(feeds).filter(({ feedId }) => named.has(feedId)))
      return true
    },
  }
}

/** Asks for the feeds whatever the socket says, as long as the programme shows any. */
export function startFeedsPoll(deps: {
  session: CmsSession
  author: StateAuthor
  feeds: FeedsKeeper
  waitMs: () => number
  failed: (error: unknown) => void
}): Loop {
  /** What was answered last, and what came of it: only as long as that is what is held, «as before» is an answer. */
  let last: { etag: string; feeds: PlayerState['feeds'] } | null = null
  return startLoop({
    waitMs: () => spread(deps.waitMs()),
    failed: deps.failed,
    step: async (signal) => {
      const { programme, feeds } = deps.author.state()
      if (programme?.feeds === undefined && (feeds ?? []).length === 0) return
      const headers: Record<string, string> =
        last !== null && last.feeds === feeds ? { 'if-none-match': last.etag } : {}
      const answer = await deps.session.request('/api/player/feeds', { headers, signal })
      if (answer.state !== 'answered' || answer.status !== 200) return
      const isTaken = deps.feeds.replace(answer.body)
      last = isTaken && answer.etag !== null ? { etag: answer.etag, feeds: deps.author.state().feeds } : null
    },
  })
}
