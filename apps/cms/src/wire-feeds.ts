import type { KeyObject } from 'node:crypto'
import { carefulGetter } from '@akari/node-kit'
import type { FeedKind, FeedSnapshot, FileRef, Id } from '@akari/protocol'
import type { Logger } from 'pino'
import type { MainDatabase } from './db/database.ts'
import type { FileStore } from './features/assets/file-store.ts'
import { feedFetch } from './features/feeds/feed-fetch.ts'
import { feedLive } from './features/feeds/feed-live.ts'
import { feedStatesStore } from './features/feeds/feed-states.store.ts'
import { FEED_WORKER_ENTRY, type FeedThread, startFeedThread } from './features/feeds/feed-thread.ts'
import { addFeedRoutes } from './features/feeds/feeds.routes.ts'
import { feedsService } from './features/feeds/feeds.service.ts'
import { feedsStore } from './features/feeds/feeds.store.ts'
import { feedPoller } from './features/feeds/poller.ts'
import { timetablesService } from './features/feeds/timetables.ts'
import { timetablesStore } from './features/feeds/timetables.store.ts'
import { sourceTrier } from './features/feeds/try-source.ts'
import type { ServiceDeps } from './features/service-deps.ts'
import type { Api } from './http/api.ts'
import type { FeedMetrics } from './http/metrics.ts'
import type { Job } from './jobs.ts'

type Deps = ServiceDeps & {
  db: MainDatabase
  log: Logger
  media: { files: FileStore; workDir: string }
  /** What keys of feeds are sealed with. */
  identity: KeyObject
  /** Hosts of feeds that may have addresses inside the city's own network. */
  privateHosts: readonly string[]
  userAgent: string
  metrics: FeedMetrics
  /** Feeds that the programme of a display shows, displays whose programmes show a feed, and what displays are called. */
  published: { feedsOf: (displayId: Id) => Promise<Id[]>; showing: (feedId: Id) => Promise<Id[]> }
  displays: () => Promise<readonly { id: Id; profile: { name: string } }[]>
  /** What goes to displays the way of feeds; see feed-live.ts. */
  ownFeed: (id: Id) => FeedSnapshot | null
  boardsShowing: (feedId: Id) => Promise<string[]>
  /** Puts timetables into the programmes of displays. */
  relay: () => Promise<void>
  /** What displays are told of a feed is in the database: to all servers. */
  changed: () => void
  /** Who reads what sources send; called twice: for polls and for archives. */
  startThread?: () => FeedThread
}

/** A body of 32 MB is read in a second; an archive of a large city in ten. */
const POLLS = { entry: FEED_WORKER_ENTRY, idleMs: 15 * 60_000, limitMs: 30_000, memoryMb: 512 }
const IMPORTS = { entry: FEED_WORKER_ENTRY, idleMs: 60_000, limitMs: 120_000, memoryMb: 1536 }

/** The timetables that programmes are to have, wherever else they come from. */
export function feedTimetablesOf(db: MainDatabase): () => Promise<{ id: Id; timetable: FileRef }[]> {
  return timetablesStore(db).documents
}

/** Which feeds there are, for boards to show. */
export function knownFeedsOf(db: MainDatabase): () => Promise<{ id: Id; name: string; kind: FeedKind }[]> {
  const { list } = feedsStore(db)
  return async () => (await list()).map(({ id, name, source }) => ({ id, name, kind: source.kind }))
}

/** Wires live data of the outside world: buses, weather, news. Nothing is asked before the jobs run. */
export function wireFeeds({ db, log, media, identity, metrics, published, displays, relay, changed, ...deps }: Deps) {
  const { now, newId, audit, announce } = deps
  const store = feedsStore(db)
  const states = feedStatesStore(db)
  const standings = timetablesStore(db)
  const getter = carefulGetter({ userAgent: deps.userAgent, privateHosts: new Set(deps.privateHosts) })
  const fetch = feedFetch({ getter, identity })
  const thread = deps.startThread?.() ?? startFeedThread(POLLS)
  const timetables = timetablesService({
    store: standings,
    feeds: store,
    fetch,
    thread: deps.startThread?.() ?? startFeedThread(IMPORTS),
    files: media.files,
    workDir: media.workDir,
    announce,
    changed: async (feedId) => {
      await states.askNow(feedId, now().toISOString())
      announce('feeds')
      await relay()
    },
    now,
    random: Math.random,
    log,
  })
  const asking = { fetch, thread, timetables: standings, pathOf: media.files.pathOf }
  const poller = feedPoller({
    ...asking,
    feeds: store,
    states,
    changed,
    announce: () => announce('feeds'),
    polled: ({ id }, outcome) => metrics.polls.inc({ feed: id, outcome }),
    now,
    random: Math.random,
    log,
  })
  const feeds = feedsService({
    store,
    states,
    standings,
    timetables,
    poller,
    trySource: sourceTrier({ ...asking, forget: fetch.forget, now }),
    identity,
    changed,
    forget: fetch.forget,
    boardsShowing: deps.boardsShowing,
    displaysShowing: async (feedId) => {
      const showing = new Set(await published.showing(feedId))
      return (await displays()).filter(({ id }) => showing.has(id)).map(({ profile }) => profile.name)
    },
    now,
    newId,
    audit,
    announce,
  })
  const live = feedLive({ states, shownOn: published.feedsOf, ownFeed: deps.ownFeed })
  return {
    /** What the sample sets up. */
    list: feeds.list,
    add: feeds.add,
    upload: feeds.upload,
    files: timetables.keptFiles,
    addRoutes: (api: Api): void => addFeedRoutes(api, { feeds, live, timetables, workDir: media.workDir }),
    /** For the socket of a display. */
    forDisplay: async (displayId: Id) => {
      const shown = await live.shownOn(displayId)
      return { shown, known: live.of(shown) }
    },
    /** Reads what changed, whoever changed it, and tells the displays of this server. */
    refresh: async (tell: (snapshot: FeedSnapshot) => Promise<void>): Promise<void> => {
      for (const snapshot of await live.refresh()) await tell(snapshot)
    },
    /** Says how the feeds are, to whoever reads the metrics. */
    measure: async (): Promise<void> => {
      metrics.up.reset()
      metrics.ageSeconds.reset()
      for (const { id, source, health } of await feeds.list()) {
        const isWell = ['ok', 'empty', 'off', 'waiting'].includes(health.state)
        metrics.up.set({ feed: id, kind: source.kind, state: health.state }, isWell ? 1 : 0)
        if (health.checkedAt === null) continue
        metrics.ageSeconds.set({ feed: id }, (now().getTime() - Date.parse(health.checkedAt)) / 1000)
      }
    },
    jobs: [
      { name: 'feeds', cron: '* * * * * *', run: poller.tick },
      { name: 'timetables', cron: '20 * * * * *', run: timetables.fetchAllDue },
    ] satisfies readonly Job[],
    close: async (): Promise<void> => {
      fetch.close()
      await poller.close()
      await thread.close()
      await timetables.close()
    },
  }
}
