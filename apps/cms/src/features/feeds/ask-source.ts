import { faultText, GuardError } from '@akari/node-kit'
import type { FeedState } from '@akari/protocol'
import { createHash } from 'node:crypto'
import { ThreadTooMuch } from '../asked-thread.ts'
import type { FeedFetch } from './feed-fetch.ts'
import type { FedBytes } from './feed-messages.ts'
import type { FeedMemory, FeedStanding } from './feed-states.store.ts'
import type { FeedThread } from './feed-thread.ts'
import type { StoredFeed } from './feeds.store.ts'
import { baselineOf, suddenChanges } from './news-change.ts'
import { FeedFault } from './normalise/feed-fault.ts'
import type { TimetablesStore } from './timetables.store.ts'

/** What a poll gave. `data` null: what there was stays. `isGood`: the source gave something that it should. */
export type Outcome = {
  state: FeedState | 'waiting' | 'quarantined'
  data: string | null
  isGood: boolean
  faults: string[]
  retryAfterMs: number | null
  counted: number | null
  memory: FeedMemory | null
}

export type AskDeps = {
  fetch: FeedFetch
  thread: FeedThread
  timetables: Pick<TimetablesStore, 'find'>
  pathOf: (sha256: string) => string
}

const TIMETABLE_MS = 600_000
/** A forecast is renewed three times a day: one as old as this is not any more. */
const OLD_FORECAST_MS = 24 * 3600_000

/** Asks the source of a feed what it says now. Never throws for what the source does. */
export async function askSource(deps: AskDeps, feed: StoredFeed, before: FeedStanding, at: Date): Promise<Outcome> {
  try {
    switch (feed.source.kind) {
      case 'transit':
        return await askTransit(deps, feed, feed.source, before, at)
      case 'weather':
        return await askWeather(deps, feed, feed.source, before, at)
      case 'news':
        return await askNews(deps, feed, feed.source, before, at)
    }
  } catch (err) {
    if (!isOfTheSource(err)) throw err
    return { ...same(before), state: 'down', isGood: false, faults: [faultText(err)], retryAfterMs: retryOf(err) }
  }
}

type Source<K extends StoredFeed['source']['kind']> = Extract<StoredFeed['source'], { kind: K }>

async function askTransit(
  { fetch, thread, timetables, pathOf }: AskDeps,
  feed: StoredFeed,
  { vehicles, trips, alerts }: Source<'transit'>,
  before: FeedStanding,
  at: Date,
): Promise<Outcome> {
  const document = (await timetables.find(feed.id))?.held?.document ?? null
  if (document === null) {
    return { ...same(before), state: 'waiting', isGood: false, faults: ['no timetable yet'], retryAfterMs: null }
  }
  const failed: { name: string; err: unknown }[] = []
  const fed = async (name: string, address: string | null): Promise<FedBytes> => {
    if (address === null) return null
    try {
      return await fetch.get(feed, address)
    } catch (err) {
      if (!isOfTheSource(err)) throw err
      failed.push({ name, err })
      return 'nothing'
    }
  }
  const [moving, predicted, told] = await Promise.all([
    fed('vehicles', vehicles),
    fed('trips', trips),
    fed('alerts', alerts),
  ])
  const timetable = { sha256: document.sha256, path: pathOf(document.sha256) }
  const bodies = { vehicles: moving, trips: predicted, alerts: told }
  const addresses = [vehicles, trips, alerts].join(' ')
  const result = await thread.transit({ feedId: feed.id, addresses, timetable, ...bodies, atMs: at.getTime() })
  const isOnlyTimetable = vehicles === null && trips === null && alerts === null
  const unreached = new Set(failed.map(({ name }) => `${name}: unreachable`))
  return {
    state: isOnlyTimetable ? 'ok' : result.state,
    data: result.data,
    isGood: isOnlyTimetable || result.isAnyGood,
    faults: [
      ...failed.map(({ name, err }) => `${name}: ${faultText(err)}`),
      ...result.faults.filter((f) => !unreached.has(f)),
    ],
    // A timetable alone says the same all day.
    retryAfterMs: isOnlyTimetable
      ? TIMETABLE_MS
      : failed.reduce<number | null>((most, { err }) => larger(most, retryOf(err)), null),
    counted: result.vehicles,
    memory: null,
  }
}

async function askWeather(
  { fetch, thread }: AskDeps,
  feed: StoredFeed,
  { forecast, office, area, place, heat }: Source<'weather'>,
  before: FeedStanding,
  at: Date,
): Promise<Outcome> {
  const body = await fetch.get(feed, forecast)
  const faults: string[] = []
  const heatBody =
    heat === null
      ? null
      : await fetch.get(feed, heat).catch((err: unknown) => {
          if (!isOfTheSource(err)) throw err
          faults.push(`heat: ${faultText(err)}`)
          return null
        })
  const choice = { office, area, place }
  const { report, heatFault } = await thread.weather({ forecast: body, heat: heatBody, choice, atMs: at.getTime() })
  if (heatFault !== null) faults.push(heatFault)
  const isOld = at.getTime() - Date.parse(report.publishedAt) > OLD_FORECAST_MS
  return {
    ...same(before),
    state: isOld ? 'frozen' : 'ok',
    data: JSON.stringify(report),
    isGood: true,
    faults,
    retryAfterMs: null,
    counted: report.days.length,
  }
}

async function askNews(
  { fetch, thread }: AskDeps,
  feed: StoredFeed,
  { news }: Source<'news'>,
  before: FeedStanding,
  at: Date,
): Promise<Outcome> {
  const read = await thread.news({ body: await fetch.get(feed, news), atMs: at.getTime() })
  const good = { isGood: true, faults: [], retryAfterMs: null, counted: read.list.items.length }
  const reasons = before.memory === null ? [] : suddenChanges(before.memory.baseline, read, at)
  if (before.memory !== null && reasons.length > 0) {
    const since = before.memory.held?.since ?? at.toISOString()
    const seen = createHash('sha256').update(JSON.stringify(read.list.items)).digest('hex').slice(0, 32)
    const memory = { baseline: before.memory.baseline, held: { since, reasons, seen, read } }
    return { ...good, state: 'quarantined', data: null, isGood: false, memory }
  }
  const state = read.list.items.length === 0 ? 'empty' : 'ok'
  const memory = { baseline: baselineOf(read, at), held: null }
  return { ...good, state, data: JSON.stringify(read.list), memory }
}

function same({ counted, memory }: FeedStanding): Pick<Outcome, 'data' | 'counted' | 'memory'> {
  return { data: null, counted, memory }
}

/** What is no fault of the source is one of ours, and is to be seen in the log. */
function isOfTheSource(err: unknown): boolean {
  return err instanceof GuardError || err instanceof FeedFault || err instanceof ThreadTooMuch
}

function retryOf(err: unknown): number | null {
  return err instanceof GuardError ? err.retryAfterMs : null
}

function larger(a: number | null, b: number | null): number | null {
  return a === null || b === null ? (a ?? b) : Math.max(a, b)
}
