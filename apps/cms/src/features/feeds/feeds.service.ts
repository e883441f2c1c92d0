import type { KeyObject } from 'node:crypto'
import { setTimeout as later } from 'node:timers/promises'
import type { FeedInput, FeedNoticesInput, FeedTried, FeedView, Id } from '@akari/protocol'
import type { Actor } from '../../http/actor.ts'
import { AppError } from '../../http/app-error.ts'
import { sealBytes } from '../sealed-bytes.ts'
import { type Sentence, sentence } from '../../sentence.ts'
import type { ServiceDeps } from '../service-deps.ts'
import { FEED_KEYS } from './feed-fetch.ts'
import type { FeedStanding, FeedStatesStore } from './feed-states.store.ts'
import texts from './feeds.texts.json' with { type: 'json' }
import type { FeedsStore, StoredFeed } from './feeds.store.ts'
import { baselineOf } from './news-change.ts'
import type { Poller } from './poller.ts'
import { type Timetables, timetableView } from './timetables.ts'
import type { TimetableStanding, TimetablesStore } from './timetables.store.ts'
import type { TrySource } from './try-source.ts'

/** Whoever presses «ask now» waits so long for the answer; it goes on behind them. */
const PATIENCE_MS = 30_000
/** So many of those who use a feed are named; whoever takes it out of these is told of the others. */
const MOST_NAMED = 5

type Deps = ServiceDeps & {
  store: FeedsStore
  states: FeedStatesStore
  standings: TimetablesStore
  timetables: Timetables
  poller: Pick<Poller, 'askNow'>
  trySource: TrySource
  identity: KeyObject
  /** What displays are told of feeds changed. */
  changed: () => void
  forget: (feedId: Id) => void
  /** Names of displays that show a feed now. */
  displaysShowing: (feedId: Id) => Promise<string[]>
  /** Titles of boards that show it, published or not. */
  boardsShowing: (feedId: Id) => Promise<string[]>
}
export type FeedsService = ReturnType<typeof feedsService>

/** Feeds as staff set them up and look after them. Writes throw `conflict` on an old version and `not-found`. */
export function feedsService(deps: Deps) {
  const { store, states, standings, timetables, now } = deps

  async function found(id: Id): Promise<StoredFeed> {
    const feed = await store.find(id)
    if (feed === null) throw new AppError('not-found')
    return feed
  }
  async function view(id: Id): Promise<FeedView> {
    return viewOf(await found(id), await states.find(id), await standings.find(id), now())
  }
  async function replace(before: StoredFeed, change: Partial<StoredFeed>, version: number, isOther = false) {
    const feed = { ...before, ...change, version: version + 1, updatedAt: now().toISOString() }
    if (!(await store.replace(feed, version, isOther, now().getTime()))) throw new AppError('conflict')
    deps.changed()
    deps.announce('feeds')
    return feed
  }
  const said = (actor: Actor, action: string, { id, name, source }: StoredFeed, detail: Record<string, unknown> = {}) =>
    deps.audit(actor, action, id, { name, kind: source.kind, ...detail })

  /** A feed as it is filled in, in place of one there is (null: none). A key that is left out stays, but goes to no other host. */
  function filledIn({ key, version: _version, ...settings }: FeedInput, before: StoredFeed | null) {
    if (key === null) return { ...settings, key, sealedKey: null }
    const { value, ...place } = key
    if (value !== undefined) {
      return { ...settings, key: place, sealedKey: sealBytes(Buffer.from(value), deps.identity, FEED_KEYS) }
    }
    const sealedKey = before?.sealedKey ?? null
    if (sealedKey !== null && before !== null && hostsOf(settings.source) !== hostsOf(before.source)) {
      throw new AppError('feed-refused', sentence(texts.keyAgain))
    }
    return { ...settings, key: place, sealedKey }
  }
  const fresh = () => ({ on: true, notices: [], version: 1, updatedAt: now().toISOString() })

  return {
    list: async (): Promise<FeedView[]> => {
      const [feeds, standing, plans] = [await store.list(), await states.list(), await standings.list()]
      return feeds.map((feed) => viewOf(feed, standing.get(feed.id) ?? null, plans.get(feed.id) ?? null, now()))
    },
    view,
    snapshot: async (id: Id) => {
      const snapshot = await states.snapshot(id)
      if (snapshot === null) throw new AppError('not-found')
      return snapshot
    },
    add: async (input: FeedInput, actor: Actor): Promise<FeedView> => {
      const feed = { ...filledIn(input, null), ...fresh(), id: deps.newId() }
      await store.insert(feed, now().getTime())
      await said(actor, 'feed.create', feed)
      deps.announce('feeds')
      return view(feed.id)
    },
    replace: async (id: Id, input: FeedInput, actor: Actor): Promise<FeedView> => {
      const before = await found(id)
      if (input.source.kind !== before.source.kind) throw new AppError('feed-refused', sentence(texts.otherKind))
      const isOther = addressesOf(input.source) !== addressesOf(before.source)
      const feed = await replace(before, filledIn(input, before), input.version, isOther)
      deps.forget(id)
      await said(actor, 'feed.update', feed, { keyChanged: feed.sealedKey !== before.sealedKey })
      if (feed.source.kind === 'transit') await followChoice(before, feed)
      await states.askNow(id, now().toISOString())
      return view(id)
    },
    /** `in-use` while a display shows it or a board names it. */
    remove: async (id: Id, actor: Actor): Promise<void> => {
      const feed = await found(id)
      refuseUsed(texts.shown, await deps.displaysShowing(id))
      refuseUsed(texts.onBoards, await deps.boardsShowing(id))
      if (!(await store.remove(id))) throw new AppError('not-found')
      deps.forget(id)
      await said(actor, 'feed.delete', feed)
      deps.changed()
      deps.announce('feeds')
    },
    /** At once, on every display: news that went wrong disappear. */
    switch: async (id: Id, on: boolean, actor: Actor): Promise<FeedView> => {
      const before = await found(id)
      if (before.on !== on) {
        const feed = await replace(before, { on }, before.version)
        await said(actor, on ? 'feed.on' : 'feed.off', feed)
        if (on) await states.askNow(id, now().toISOString())
      }
      return view(id)
    },
    notices: async (id: Id, { notices, version }: FeedNoticesInput, actor: Actor): Promise<FeedView> => {
      const feed = await replace(await found(id), { notices }, version)
      await said(actor, 'feed.notices', feed, { notices: notices.map(({ text }) => text.ja) })
      return view(id)
    },
    /** Shows what was held back, if it is what was looked at (`not-as-seen` otherwise). */
    release: async (id: Id, seen: string, actor: Actor): Promise<FeedView> => {
      const feed = await found(id)
      const standing = await states.find(id)
      const held = standing?.memory?.held ?? null
      if (standing === null || held === null) throw new AppError('feed-refused', sentence(texts.notNews))
      if (held.seen !== seen) throw new AppError('not-as-seen')
      const at = now()
      const { list } = held.read
      const released = await states.settle(
        id,
        feed.version,
        {
          ...standing,
          state: list.items.length === 0 ? 'empty' : 'ok',
          data: JSON.stringify(list),
          checkedAt: at.toISOString(),
          memory: { baseline: baselineOf(held.read, at), held: null },
          isNews: true,
        },
        at.getTime(),
      )
      if (!released) throw new AppError('conflict')
      await said(actor, 'feed.release', feed, { reasons: held.reasons, titles: list.items.map(({ title }) => title) })
      deps.changed()
      deps.announce('feeds')
      return view(id)
    },
    /** Asks a source as it is filled in, once, and keeps nothing but that it was asked; `of` is the feed it is to be. */
    try: async (input: FeedInput, of: Id | null, actor: Actor): Promise<FeedTried> => {
      const source = { ...filledIn(input, of === null ? null : await found(of)), ...fresh() }
      await deps.audit(actor, 'feed.try', of ?? source.name, { name: source.name, kind: source.source.kind })
      return deps.trySource(source, of)
    },
    /** Asks the source, and for a timetable, now. */
    askNow: async (id: Id): Promise<FeedView> => {
      const feed = await found(id)
      if (feed.source.kind === 'transit' && feed.source.timetable !== null) await timetables.fetchNow(id)
      if (feed.on) await Promise.race([deps.poller.askNow(id), later(PATIENCE_MS, undefined, { ref: false })])
      return view(id)
    },
    upload: async (id: Id, version: number, path: string, actor: Actor): Promise<FeedView> => {
      const feed = await found(id)
      if (feed.source.kind !== 'transit') throw new AppError('feed-refused', sentence(texts.notTransit))
      if (feed.version !== version) throw new AppError('conflict')
      await timetables.upload(feed, path)
      await said(actor, 'feed.timetable', feed)
      return view(id)
    },
  }

  /** Another address is fetched from at the next turn; other routes are cut out of the archive that is here, behind the answer. */
  async function followChoice(before: StoredFeed, feed: StoredFeed): Promise<void> {
    if (before.source.kind !== 'transit' || feed.source.kind !== 'transit') return
    if (before.source.timetable !== feed.source.timetable) await timetables.fetchNow(feed.id)
    timetables.followChoice(feed.id)
  }
}

function refuseUsed(text: Sentence, names: readonly string[]): void {
  if (names.length > 0) throw new AppError('in-use', sentence(text, { names: names.slice(0, MOST_NAMED).join('、') }))
}

function viewOf(feed: StoredFeed, standing: FeedStanding | null, plan: TimetableStanding | null, at: Date): FeedView {
  const { id, name, source, everySeconds, attribution, key, sealedKey, on, notices, version, updatedAt } = feed
  const held = standing?.memory?.held ?? null
  return {
    id,
    name,
    source,
    everySeconds,
    attribution,
    key: key === null ? null : { ...key, isSet: sealedKey !== null },
    on,
    notices,
    version,
    updatedAt,
    health: {
      state: on ? (standing?.state ?? 'waiting') : 'off',
      checkedAt: standing?.checkedAt ?? null,
      askedAt: standing?.askedAt ?? null,
      nextAt: on ? (standing?.nextAt ?? null) : null,
      failures: standing?.failures ?? 0,
      lastError: newest(standing?.lastError ?? null, plan?.lastError ?? null),
      counted: standing?.counted ?? null,
    },
    timetable: plan === null ? null : timetableView(feed, plan, at),
    quarantine:
      held === null ? null : { since: held.since, reasons: held.reasons, seen: held.seen, items: held.read.list.items },
  }
}

function newest<T extends { at: string }>(a: T | null, b: T | null): T | null {
  if (a === null || b === null) return a ?? b
  return Date.parse(a.at) >= Date.parse(b.at) ? a : b
}

function urlsOf(source: StoredFeed['source']): string[] {
  switch (source.kind) {
    case 'transit':
      return [source.timetable, source.vehicles, source.trips, source.alerts].flatMap((url) => url ?? [])
    case 'weather':
      return [source.forecast, source.heat].flatMap((url) => url ?? [])
    case 'news':
      return [source.news]
  }
}

/** Where a key goes to. */
function hostsOf(source: StoredFeed['source']): string {
  return [...new Set(urlsOf(source).map((url) => new URL(url).origin))].sort().join(' ')
}

/** What makes it another source: of what one office says nothing follows for another. */
function addressesOf(source: StoredFeed['source']): string {
  const choice = source.kind === 'weather' ? [source.office, source.area] : []
  return [...urlsOf(source), ...choice].join(' ')
}
