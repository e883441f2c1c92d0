import { type CarefulGetter, faultText, type Validators } from '@akari/node-kit'
import { readAtom } from '../http/atom.ts'
import { SourceError } from '../source-error.ts'
import type { Taken } from '../take-in.ts'
import { telegramName, type TelegramName } from './file-name.ts'
import type { PullState } from './pull-state.ts'
import { type FeedKind, isSnapshot, isWanted } from './wanted.ts'

const FEED_LIMITS = { maxBytes: 20_000_000, timeoutMs: 30_000 }
const TELEGRAM_LIMITS = { maxBytes: 5_000_000, timeoutMs: 20_000 }
/** A telegram that could not be fetched so often is given up. */
const TRIES = 5

type Entry = { url: URL; updated: Date } & TelegramName

/** What one reading of a feed gave; no `listing` for a feed that has not changed. */
export type Reading = { complete: boolean; listing: Listing | null; snapshots: number }
/** When the feed was written, and the times of its oldest and newest entry; null for a feed without entries. */
export type Listing = { updatedAt: Date; oldestAt: Date | null; newestAt: Date | null }

type Deps = {
  getter: CarefulGetter
  offices: ReadonlySet<string>
  now: () => Date
  state: () => PullState
  take: (bytes: Uint8Array, fileName: string, sentAt: Date) => Promise<Taken>
  failed: (message: string) => void
}

/** Reads feeds of JMA's PULL service: each changed feed once, each wanted telegram of it once, the newest first. */
export function feedReader({ getter, offices, now, state, take, failed }: Deps) {
  const validators = new Map<string, Validators>()
  const triesOf = new Map<string, number>()
  const underWay = new Set<string>()

  async function fetchOne(entry: Entry, signal: AbortSignal): Promise<boolean> {
    underWay.add(entry.name)
    try {
      const got = await getter.get(entry.url, { ...TELEGRAM_LIMITS, signal })
      if (got.status === 'not-modified') throw new SourceError(`${entry.name} came without content`)
      await take(got.body, entry.name, entry.updated)
      triesOf.delete(entry.name)
      return true
    } catch (err) {
      const tries = (triesOf.get(entry.name) ?? 0) + 1
      triesOf.set(entry.name, tries)
      failed(faultText(err))
      if (tries < TRIES || signal.aborted) return false
      triesOf.delete(entry.name)
      return true
    } finally {
      underWay.delete(entry.name)
    }
  }

  function entriesOf(body: Buffer, feed: FeedKind, url: URL): { wanted: Entry[]; listing: Listing } {
    const atom = readAtom(body, url)
    if (atom === null) throw new SourceError(`${url.pathname} is no Atom feed`)
    const times = atom.entries.map(({ updated }) => new Date(updated)).toSorted((a, b) => a.getTime() - b.getTime())
    const listing = { updatedAt: new Date(atom.updated), oldestAt: times[0] ?? null, newestAt: times.at(-1) ?? null }
    const wanted = atom.entries.flatMap(({ link, updated }) => {
      const at = new URL(link)
      if (at.origin !== url.origin) {
        failed(`${url.pathname} names another host: ${at.host}`)
        return []
      }
      const name = telegramName(at)
      return name !== null && isWanted(feed, name, offices) ? [{ url: at, updated: new Date(updated), ...name }] : []
    })
    return { wanted: wanted.toSorted((a, b) => b.updated.getTime() - a.updated.getTime()), listing }
  }

  return {
    /**
     * `only`: of the wanted telegrams those alone. Throws SourceError when the feed itself cannot be read. While a telegram of
     * it is still missing, the feed is asked for without conditions, or it would never be seen again.
     */
    read: async (
      feed: FeedKind,
      url: URL,
      signal: AbortSignal,
      only: (name: TelegramName) => boolean = () => true,
    ): Promise<Reading> => {
      const got = await getter.get(url, { ...FEED_LIMITS, signal }, validators.get(url.href))
      if (got.status === 'not-modified') return { complete: true, listing: null, snapshots: 0 }
      validators.delete(url.href)
      const { wanted, listing } = entriesOf(got.body, feed, url)
      const chosen = wanted.filter(only)
      let complete = true
      let snapshots = 0
      for (const entry of chosen) {
        const known = Object.hasOwn(state().seen, entry.name)
        const outdated = isSnapshot(entry) && snapshots > 0
        if (isSnapshot(entry)) snapshots += 1
        if (underWay.has(entry.name)) continue
        if (known || outdated || (await fetchOne(entry, signal))) state().seen[entry.name] = now().toISOString()
        else complete = false
      }
      if (complete && chosen.length === wanted.length) validators.set(url.href, got.validators)
      return { complete, listing, snapshots }
    },
  }
}
