import { faultText, JsonFile, spread } from '@akari/node-kit'
import { type FeedSnapshot, FeedSnapshots } from '@akari/protocol'
import type { CmsSession } from '../cms/session.ts'
import type { Faults } from '../faults.ts'
import { type Loop, startLoop } from '../loop.ts'
import type { StateAuthor } from '../state-author.ts'

/** What the CMS last told of buses, weather and news; how old each datum is, is judged where it is shown. */
export type FeedsKeeper = {
  restore: () => Promise<void>
  /** Anything that claims to be news of some feeds: each newer one takes the place of what there was of it. Never throws. */
  accept: (told: unknown) => void
  /** The same of all feeds of the programme: what is not among them is gone. */
  replace: (told: unknown) => void
}

export function feedsKeeper(deps: { path: string; author: StateAuthor; faults: Faults }): FeedsKeeper {
  const { author, faults } = deps
  const file = new JsonFile(FeedSnapshots, deps.path)
  const held = () => author.state().feeds ?? []

  function parsed(told: unknown): FeedSnapshot[] | null {
    const snapshots = FeedSnapshots.safeParse(told)
    if (snapshots.success) faults.clear('feeds-rejected')
    else faults.report('feeds-rejected', snapshots.error.issues[0]?.path.join('.') ?? 'unknown shape')
    return snapshots.success ? snapshots.data.feeds : null
  }

  function keep(feeds: FeedSnapshot[]): void {
    const before = held()
    if (feeds.length === before.length && feeds.every((feed) => before.includes(feed))) return
    author.update({ feeds })
    file.save({ feeds }).then(
      () => faults.clear('feeds-not-saved'),
      (error: unknown) => faults.report('feeds-not-saved', faultText(error)),
    )
  }

  /** Of two states of a feed the one with the higher number. */
  function newest(feed: FeedSnapshot): FeedSnapshot {
    const known = held().find(({ feedId }) => feedId === feed.feedId)
    return known !== undefined && known.revision >= feed.revision ? known : feed
  }

  return {
    restore: async () => {
      const loaded = await file.load()
      if (loaded.state === 'ok' && loaded.value.feeds.length > 0) author.update({ feeds: loaded.value.feeds })
      if (loaded.state === 'corrupt') faults.report('saved-feeds-unreadable', deps.path)
    },
    accept: (told) => {
      const feeds = parsed(told)
      if (feeds === null) return
      const others = held().filter(({ feedId }) => !feeds.some((feed) => feed.feedId === feedId))
      keep([...others, ...feeds.map(newest)])
    },
    replace: (told) => {
      const feeds = parsed(told)
      if (feeds !== null) keep(feeds.map(newest))
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
  let etag: string | null = null
  return startLoop({
    waitMs: () => spread(deps.waitMs()),
    failed: deps.failed,
    step: async (signal) => {
      const { programme, feeds = [] } = deps.author.state()
      if (programme?.feeds === undefined && feeds.length === 0) return
      const headers: Record<string, string> = etag === null ? {} : { 'if-none-match': etag }
      const answer = await deps.session.request('/api/player/feeds', { headers, signal })
      if (answer.state !== 'answered' || answer.status !== 200) return
      etag = answer.etag
      deps.feeds.replace(answer.body)
    },
  })
}
