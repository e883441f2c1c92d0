import { carefulGetter, faultText, JsonFile } from '@akari/node-kit'
import type { Logger } from 'pino'
import type { SourceMonitor } from '../source-monitor.ts'
import { type Ingest, takeIn } from '../take-in.ts'
import { dayIn, spending } from './byte-budget.ts'
import { feedReader, type Listing, type Reading } from './feed-reader.ts'
import { emptyState, pruned, PullState } from './pull-state.ts'
import { isSnapshot } from './wanted.ts'

/** A short feed holds at least the last ten minutes (気象庁防災情報XMLフォーマット形式電文の公開, PULL型). */
const SHORT_HOLDS_MS = 10 * 60_000
const GAP_MS = 9 * 60_000
const REGULAR_EVERY_MS = 5 * 60_000
/** The long feeds are written hourly: after so long they hold what they ever will. */
const OWED_AT_MOST_MS = 3 * 3600_000

const SHORT = ['extra', 'eqvol'] as const
type Short = (typeof SHORT)[number]

type Deps = {
  /** The folder of the feeds, ending in `/`. Telegrams are fetched from its origin only. */
  feedUrl: URL
  offices: readonly string[]
  budgetBytes: number
  timeZone: string
  userAgent: string
  /** Where the names of what was fetched are kept. */
  statePath: string
  ingest: Ingest
  monitor: SourceMonitor
  now: () => Date
  log: Logger
}

/**
 * JMA's PULL service: the short feeds at every call of `poll` (once a minute), `regular.xml` every five minutes, and the
 * long feeds with the newest VPWS50 at the start and whenever something may have been missed.
 */
export async function openJmaPull({ feedUrl, monitor, now, log, ...deps }: Deps) {
  const file = new JsonFile(PullState, deps.statePath)
  const loaded = await file.load()
  let state = loaded.state === 'ok' ? loaded.value : emptyState()
  const newestAt: Record<Short, Date | null> = { extra: null, eqvol: null }
  /** Long feeds to be read whole once: after the start, and when a short feed looks cut off. */
  const longOnce = new Set<Short>(SHORT)
  let running: Promise<void> | null = null
  let regularAt = Number.NEGATIVE_INFINITY
  let warnedSince: Date | null = null
  const closing = new AbortController()
  const getter = carefulGetter({
    userAgent: deps.userAgent,
    // Whoever runs the server named this host; telegrams come from nowhere else.
    privateHosts: new Set([feedUrl.hostname]),
    onBytes: (count) => {
      state.bytes += count
    },
  })
  const reader = feedReader({
    getter,
    offices: new Set(deps.offices),
    now,
    state: () => state,
    take: (bytes, fileName, sentAt) => takeIn({ ingest: deps.ingest, monitor }, bytes, { fileName, sentAt }),
    failed: (message) => {
      monitor.failed(message)
      log.warn({ source: monitor.id, message }, 'jma pull')
    },
  })
  monitor.tells({ alarms: () => (warnedSince === null ? [] : [{ kind: 'byte-budget', since: warnedSince }]) })

  const feed = (name: string) => new URL(`${name}.xml`, feedUrl)

  /** Null when the feed could not be read. */
  async function read(...args: Parameters<typeof reader.read>): Promise<Reading | null> {
    try {
      return await reader.read(...args)
    } catch (err) {
      if (closing.signal.aborted) return null
      monitor.failed(faultText(err))
      log.warn({ err, source: monitor.id }, 'feed not read')
      return null
    }
  }

  /** Tells whether it could be read, and whether something may have been missed since the last time. */
  async function readShort(name: Short, startedAt: Date): Promise<{ ok: boolean; gap: boolean }> {
    const lastAt = state.readAt[name] === null ? null : new Date(state.readAt[name])
    const reading = await read(name, feed(name), closing.signal)
    if (reading === null) return { ok: false, gap: false }
    const paused = lastAt === null || startedAt.getTime() - lastAt.getTime() > GAP_MS
    const missing = paused || isCutOff(reading.listing, newestAt[name], startedAt)
    if (missing) state.owed[name] = new Date(startedAt.getTime() - SHORT_HOLDS_MS).toISOString()
    const { oldestAt = null } = reading.listing ?? {}
    const noOverlap = oldestAt !== null && lastAt !== null && oldestAt > lastAt
    if (noOverlap) longOnce.add(name)
    newestAt[name] = reading.listing?.newestAt ?? newestAt[name]
    if (reading.complete) state.readAt[name] = startedAt.toISOString()
    return { ok: reading.complete, gap: missing || noOverlap }
  }

  async function readLong(name: Short, startedAt: Date): Promise<void> {
    const owed = state.owed[name]
    if (owed === null && !longOnce.has(name)) return
    const reading = await read(name, feed(`${name}_l`), closing.signal)
    if (reading?.complete === true) longOnce.delete(name)
    if (owed === null) return
    const filled = reading?.complete === true && reading.listing !== null && reading.listing.updatedAt >= new Date(owed)
    const givenUp = startedAt.getTime() - Date.parse(owed) > OWED_AT_MOST_MS
    if (filled || givenUp) state.owed[name] = null
  }

  /** The newest VPWS50 says what is in force everywhere, whatever was missed. */
  async function readRegular(afterGap: boolean, startedAt: Date): Promise<void> {
    regularAt = startedAt.getTime()
    const reading = await read('regular', feed('regular'), closing.signal)
    if (afterGap && (reading?.snapshots ?? 0) === 0) {
      await read('regular', feed('regular_l'), closing.signal, isSnapshot)
    }
  }

  function countBytes(at: Date): ReturnType<typeof spending> {
    const day = dayIn(deps.timeZone, at)
    if (state.day !== day) state = { ...pruned(state, at), day, bytes: 0 }
    monitor.countBytes(state.bytes, deps.budgetBytes)
    const allowed = spending(state.bytes, deps.budgetBytes)
    warnedSince = allowed === 'free' ? null : (warnedSince ?? at)
    return allowed
  }

  async function pollOnce(): Promise<void> {
    const startedAt = now()
    const allowed = countBytes(startedAt)
    if (allowed === 'nothing') {
      monitor.failed('the day has no bytes left')
      return
    }
    const atStart = longOnce.size === SHORT.length
    const short = await Promise.all(SHORT.map((name) => readShort(name, startedAt)))
    if (allowed !== 'essential') {
      const gap = atStart || short.some((each) => each.gap)
      for (const name of SHORT) await readLong(name, startedAt)
      if (gap || startedAt.getTime() - regularAt >= REGULAR_EVERY_MS) await readRegular(gap, startedAt)
    }
    if (closing.signal.aborted) return
    if (short.every(({ ok }) => ok)) monitor.heard({ complete: SHORT.every((name) => state.owed[name] === null) })
    countBytes(now())
    await file.save(state)
  }

  return {
    /** One at a time: a second call joins the first. */
    poll: (): Promise<void> => {
      running ??= pollOnce().finally(() => {
        running = null
      })
      return running
    },
    close: async (): Promise<void> => {
      closing.abort()
      getter.close()
      await running?.catch(() => undefined)
    },
  }
}

/** Has the feed lost entries that it should still hold? In a quiet hour old ones leave it without anything being lost. */
function isCutOff(listing: Listing | null, newestBefore: Date | null, at: Date): boolean {
  if (listing === null || listing.oldestAt === null || newestBefore === null) return false
  return listing.oldestAt > newestBefore && at.getTime() - newestBefore.getTime() < GAP_MS
}
