import { createHash } from 'node:crypto'
import {
  Language,
  MOST_NEWS,
  NEWS_SUMMARY_LENGTH,
  NEWS_TITLE_LENGTH,
  type NewsItem,
  type NewsList,
} from '@akari/protocol'
import { plainText } from './plain-text.ts'
import { type RawItem, readNewsXml } from './news-xml.ts'

/** Clocks differ by so much; what says that it is from later does not know when it is from. */
const MAY_BE_AHEAD_MS = 10 * 60_000
const SOURCE_LENGTH = 80

/** News as displays may show them, and what sudden changes are told by: how the feed calls itself, and whose addresses it names. */
export type ReadNews = { list: NewsList; title: string; hosts: string[] }

/**
 * What a news feed says, as plain text by its type: the newest first, each once, those without a headline left out. Throws
 * FeedFault where it is no feed.
 */
export function readNews(bytes: Uint8Array, at: Date): ReadNews {
  const raw = readNewsXml(bytes)
  const title = plainText(raw.title, SOURCE_LENGTH)
  const items = new Map<string, NewsItem>()
  for (const each of raw.items) {
    const item = itemOf(each, title, at)
    if (item !== null && !items.has(item.id)) items.set(item.id, item)
  }
  const newestFirst = [...items.values()].sort((a, b) => timeOf(b) - timeOf(a)).slice(0, MOST_NEWS)
  return {
    list: { kind: 'news', language: languageOf(raw.language), items: newestFirst },
    title,
    hosts: [...new Set(raw.items.flatMap(({ link = '' }) => URL.parse(link)?.hostname ?? []))].sort(),
  }
}

function itemOf(
  { id, link, title = '', summary = '', date, author = '' }: RawItem,
  feed: string,
  at: Date,
): NewsItem | null {
  const headline = plainText(title, NEWS_TITLE_LENGTH)
  if (headline === '') return null
  const more = plainText(summary, NEWS_SUMMARY_LENGTH)
  return {
    id: createHash('sha256')
      .update(id ?? link ?? headline)
      .digest('hex')
      .slice(0, 32),
    title: headline,
    ...(more === '' || more === headline ? {} : { summary: more }),
    publishedAt: instantOf(date, at),
    source: plainText(author, SOURCE_LENGTH) || feed || '—',
  }
}

/** RFC 822 dates of RSS 2.0, ISO 8601 of the others. */
function instantOf(text: string | undefined, at: Date): string | null {
  const ms = text === undefined ? Number.NaN : Date.parse(text.slice(0, 60))
  if (Number.isNaN(ms) || ms > at.getTime() + MAY_BE_AHEAD_MS || ms < 0) return null
  return new Date(ms).toISOString()
}

/** What says no time keeps its place behind what does. */
function timeOf({ publishedAt }: NewsItem): number {
  return publishedAt === null ? 0 : Date.parse(publishedAt)
}

function languageOf(tag: string): Language | null {
  const known = Language.safeParse(tag)
  if (known.success) return known.data
  const [primary = ''] = tag.toLowerCase().split('-')
  if (primary === 'zh') return /hant|tw|hk/i.test(tag) ? 'zh-Hant' : 'zh-Hans'
  const general = Language.safeParse(primary)
  return general.success ? general.data : null
}
