import type { NewsItem, QuarantineReason } from '@akari/protocol'
import { z } from 'zod'
import type { ReadNews } from './normalise/news.ts'

/** Fewer items than this say nothing about what a feed usually has. */
const TELLING = 4
const FLOOD = 15
/** After so long without an answer everything may be new. */
const LONG_AGO_MS = 48 * 3600_000

/** What a feed was like when somebody last trusted it: at the first answer, whenever little changed, and at a release. */
export const NewsBaseline = z.object({
  title: z.string(),
  hosts: z.array(z.string()),
  ids: z.array(z.string()),
  /** Share of letters in Japanese script. */
  japanese: z.number(),
  at: z.string(),
})
export type NewsBaseline = z.infer<typeof NewsBaseline>

export function baselineOf({ list, title, hosts }: ReadNews, at: Date): NewsBaseline {
  return {
    title,
    hosts,
    ids: list.items.map(({ id }) => id),
    japanese: japaneseShare(list.items),
    at: at.toISOString(),
  }
}

/** Why a person should look before this is shown; nothing where it changed as news do. A source that was taken over changes like this. */
export function suddenChanges(before: NewsBaseline, read: ReadNews, at: Date): QuarantineReason[] {
  const now = baselineOf(read, at)
  const known = new Set(before.ids)
  const fresh = now.ids.filter((id) => !known.has(id))
  const isLongAgo = at.getTime() - Date.parse(before.at) > LONG_AGO_MS
  const found: [QuarantineReason, boolean][] = [
    ['renamed', before.title !== '' && now.title !== before.title],
    [
      'elsewhere',
      before.hosts.length > 0 && now.hosts.length > 0 && !now.hosts.some((host) => before.hosts.includes(host)),
    ],
    ['all-new', !isLongAgo && known.size >= TELLING && now.ids.length >= TELLING && fresh.length === now.ids.length],
    ['other-script', now.ids.length >= TELLING && Math.abs(now.japanese - before.japanese) > 0.5],
    ['flood', !isLongAgo && known.size >= TELLING && fresh.length >= FLOOD && fresh.length > known.size],
  ]
  return found.flatMap(([reason, is]) => (is ? [reason] : []))
}

function japaneseShare(items: readonly NewsItem[]): number {
  const text = items.map(({ title }) => title).join('')
  const letters = text.match(/\p{L}/gu)?.length ?? 0
  const japanese = text.match(/[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/gu)?.length ?? 0
  return letters === 0 ? 0 : japanese / letters
}
