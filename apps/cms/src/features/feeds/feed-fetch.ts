import type { KeyObject } from 'node:crypto'
import type { Writable } from 'node:stream'
import { type CarefulGetter, GuardError, type Validators } from '@akari/node-kit'
import { unsealBytes } from '../sealed-bytes.ts'
import type { StoredFeed } from './feeds.store.ts'

/** Keys of feeds are sealed for nothing else. */
export const FEED_KEYS = 'akari.feed-keys.v1'

const PATIENCE_MS = 20_000
const MOST_BYTES = { transit: 32_000_000, weather: 2_000_000, news: 5_000_000 } as const
/** What is larger is fetched whole again, rather than held in memory. */
const MOST_HELD_BYTES = 4_000_000
const REDIRECTS = 3
/** An archive may be as large as an importer takes, and come slowly. */
const ARCHIVE = { maxBytes: 100_000_000, timeoutMs: 5 * 60_000, redirects: REDIRECTS }

export type FeedFetch = {
  /** What is at an address of a feed; what was there before where it says that nothing changed. Throws GuardError. */
  get: (feed: StoredFeed, address: string) => Promise<Buffer>
  /** The same into a file; null where nothing changed since `known`. */
  archive: (feed: StoredFeed, address: string, to: Writable, known: Validators | null) => Promise<Validators | null>
  forget: (feedId: string) => void
  close: () => void
}

/** Goes to the addresses of feeds, with their keys, which nobody else ever sees. */
export function feedFetch({ getter, identity }: { getter: CarefulGetter; identity: KeyObject }): FeedFetch {
  const held = new Map<string, Map<string, { validators: Validators; body: Buffer }>>()
  const closing = new AbortController()

  /** Where to go, what to carry there, and the key, so that nothing that is told has it in it. */
  function way({ key, sealedKey }: StoredFeed, address: string) {
    const url = new URL(address)
    const secret = sealedKey === null ? null : unsealBytes(sealedKey, identity, FEED_KEYS)
    if (key === null) return { url, secretHeaders: {}, secret: null }
    if (secret === null) throw new GuardError('its key cannot be opened on this server: enter it again')
    const value = secret.toString('utf8')
    if (key.in === 'query') url.searchParams.append(key.name, value)
    return { url, secretHeaders: key.in === 'header' ? { [key.name]: value } : {}, secret: value }
  }

  async function telling<T>(secret: string | null, work: () => Promise<T>): Promise<T> {
    try {
      return await work()
    } catch (err) {
      if (!(err instanceof GuardError) || secret === null) throw err
      throw new GuardError(err.message.replaceAll(secret, '…'), { retryAfterMs: err.retryAfterMs })
    }
  }

  return {
    get: async (feed, address) => {
      const { url, secretHeaders, secret } = way(feed, address)
      const own = held.get(feed.id) ?? new Map<string, { validators: Validators; body: Buffer }>()
      held.set(feed.id, own)
      const before = own.get(address)
      const limits = { maxBytes: MOST_BYTES[feed.source.kind], timeoutMs: PATIENCE_MS, redirects: REDIRECTS }
      const got = await telling(secret, () =>
        getter.get(url, { ...limits, secretHeaders, signal: closing.signal }, before?.validators),
      )
      if (got.status === 'not-modified') {
        if (before === undefined) throw new GuardError(`${url.host}${url.pathname}: not changed, but never told`)
        return before.body
      }
      const { etag, lastModified } = got.validators
      if ((etag ?? lastModified) !== null && got.body.byteLength <= MOST_HELD_BYTES) own.set(address, got)
      else own.delete(address)
      return got.body
    },
    archive: async (feed, address, to, known) => {
      const { url, secretHeaders, secret } = way(feed, address)
      const got = await telling(secret, () =>
        getter.get(url, { ...ARCHIVE, secretHeaders, to, signal: closing.signal }, known ?? undefined),
      )
      return got.status === 'not-modified' ? null : got.validators
    },
    forget: (feedId) => {
      held.delete(feedId)
    },
    close: () => {
      closing.abort()
      getter.close()
    },
  }
}
