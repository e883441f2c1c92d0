import type { FeedSnapshot, Instant, NewsItem, NewsList } from '@akari/protocol'

const HOUR_MS = 3_600_000
/** News that nobody has confirmed for so long are called old, and after so long they are none. */
const OLD_AFTER_MS = HOUR_MS
const GONE_AFTER_MS = 24 * HOUR_MS
/** What was published so long ago is history. */
const NEWS_FOR_MS = 30 * 24 * HOUR_MS
const AHEAD_MS = 60_000

/** What may be said of a news feed. `silent`: nothing at all, the board gives way to what follows it. */
export type KnownNews =
  | { kind: 'silent' }
  | { kind: 'empty'; attribution: FeedSnapshot['attribution'] }
  | {
      kind: 'news'
      attribution: FeedSnapshot['attribution']
      language: NewsList['language']
      items: readonly NewsItem[]
      /** Since when nobody could ask the source; null: it was asked lately. */
      oldSince: Instant | null
    }

/**
 * The news of a feed, the newest first. A feed that was switched off, that nothing good was ever heard of or that is silent
 * for a day says nothing; without a clock (`nowMs` null) nobody can tell how old anything is.
 */
export function knownNews(snapshot: FeedSnapshot | null, nowMs: number | null): KnownNews {
  const { data, checkedAt, attribution } = snapshot ?? { data: null, checkedAt: null, attribution: null }
  if (data?.kind !== 'news' || checkedAt === null || attribution === null || nowMs === null) return { kind: 'silent' }
  const sinceChecked = nowMs - Date.parse(checkedAt)
  if (sinceChecked > GONE_AFTER_MS || sinceChecked < -AHEAD_MS) return { kind: 'silent' }
  const items = data.items.filter(({ publishedAt }) => isNews(publishedAt, nowMs)).toSorted(newestFirst)
  if (items.length === 0) return { kind: 'empty', attribution }
  const oldSince = sinceChecked > OLD_AFTER_MS ? checkedAt : null
  return { kind: 'news', attribution, language: data.language, items, oldSince }
}

/** A title in 《》 would be taken for the reading of what stands before it: a word joiner keeps it what it is. */
export function typed(text: string): string {
  return text.replaceAll('《', '《\u2060')
}

function isNews(publishedAt: Instant | null, nowMs: number): boolean {
  if (publishedAt === null) return true
  const age = nowMs - Date.parse(publishedAt)
  return age >= -AHEAD_MS && age <= NEWS_FOR_MS
}

/** What has no time stays behind what has one, in the order of the feed. */
function newestFirst(a: NewsItem, b: NewsItem): number {
  const at = ({ publishedAt }: NewsItem): number => (publishedAt === null ? 0 : Date.parse(publishedAt))
  return at(b) - at(a)
}
