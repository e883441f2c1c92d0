import { folded, isLatin } from './fold.ts'
import { plainRomaji } from './romaji.ts'
import type { Entry } from './entry.ts'
import type { VenueIndex } from './venue-index.ts'
import type { Field } from './word-fields.ts'

export type Hit = { entry: Entry; score: number }

const MOST_HITS = 20
const LONGEST_QUERY = 100
const KIND_RANK = { occupant: 0, errand: 1, amenity: 2, unit: 3, faq: 4 }

/**
 * What a visitor may mean by some letters, the likeliest first: names, readings and romaji, parts of them, words for what one
 * comes for, categories, numbers of counters (`3番`), a sentence with such a word in it, and with a slip where nothing else fits.
 * Equals are ordered by `costs` (from where the visitor stands) where they are given, then by kind and id.
 */
export function findEntries({ entries }: VenueIndex, query: string, costs: Float64Array | null = null): Hit[] {
  const typed = query.slice(0, LONGEST_QUERY)
  const wanted = folded(typed)
  if (wanted === '') return []
  const counter = counterOf(typed)
  const romaji = isLatin(wanted) ? plainRomaji(wanted) : null
  const words = typed
    .split(/[\s　]+/)
    .map(folded)
    .filter(Boolean)
  const hits = entries.flatMap((entry): Hit[] => {
    if (counter !== null && entry.counters.includes(counter)) return [{ entry, score: 1.1 }]
    const score = Math.max(
      scoreOf(entry.fields, wanted, romaji),
      words.length > 1 ? scoreOfAll(entry.fields, words) : 0,
    )
    return score > 0 ? [{ entry, score }] : []
  })
  const found = hits.length > 0 ? hits : withSlip(entries, wanted, romaji)
  return found.toSorted((a, b) => order(a, b, costs)).slice(0, MOST_HITS)
}

function order(a: Hit, b: Hit, costs: Float64Array | null): number {
  const near = costs === null ? 0 : costTo(a.entry, costs) - costTo(b.entry, costs)
  return (
    b.score - a.score ||
    (Number.isNaN(near) ? 0 : near) ||
    KIND_RANK[a.entry.kind] - KIND_RANK[b.entry.kind] ||
    (a.entry.id < b.entry.id ? -1 : 1)
  )
}

export function costTo({ nodes }: Entry, costs: Float64Array): number {
  return nodes.reduce((least, node) => Math.min(least, costs[node] ?? Infinity), Infinity)
}

function scoreOf(fields: readonly Field[], wanted: string, romaji: string | null): number {
  let best = 0
  for (const { text, weight, isRomaji } of fields) {
    const sought = isRomaji ? romaji : wanted
    if (sought === null || weight <= best) continue
    best = Math.max(best, weight * likeness(text, sought))
  }
  return best
}

/** How well a text answers what is sought: it is it, begins with it, holds it, or is a word in it. */
function likeness(text: string, sought: string): number {
  if (text === sought) return 1
  const share = Math.min(text.length, sought.length) / Math.max(text.length, sought.length)
  if (text.startsWith(sought)) return 0.8 + 0.15 * share
  if (text.includes(sought)) return 0.6 + 0.15 * share
  return text.length > 1 && !isShortLatin(text) && sought.includes(text) ? 0.5 + 0.3 * share : 0
}

/** A few Latin letters stand in half of all words by chance. */
function isShortLatin(text: string): boolean {
  return text.length < 4 && isLatin(text)
}

function scoreOfAll(fields: readonly Field[], words: readonly string[]): number {
  const scores = words.map((word) => scoreOf(fields, word, isLatin(word) ? plainRomaji(word) : null))
  return scores.some((score) => score === 0) ? 0 : scores.reduce((a, b) => a + b, 0) / (words.length + 0.5)
}

function withSlip(entries: readonly Entry[], wanted: string, romaji: string | null): Hit[] {
  if (wanted.length < 3 || (romaji !== null && wanted.length < 4)) return []
  return entries.flatMap((entry): Hit[] => {
    const isNear = ({ text, isRomaji }: Field) => {
      const sought = isRomaji ? romaji : wanted
      return sought !== null && isOneSlipAway(text, sought)
    }
    const weight = entry.fields.reduce((best, field) => (isNear(field) ? Math.max(best, field.weight) : best), 0)
    return weight > 0 ? [{ entry, score: weight * 0.4 }] : []
  })
}

/** Is one letter changed, left out or added? */
function isOneSlipAway(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1) return false
  let head = 0
  while (head < a.length && head < b.length && a[head] === b[head]) head++
  let tail = 0
  while (tail < a.length - head && tail < b.length - head && a.at(-1 - tail) === b.at(-1 - tail)) tail++
  return Math.max(a.length, b.length) - head - tail <= 1
}

/** `3`, `３番`, `3番窓口`, `窓口3`, `counter 3`. */
function counterOf(query: string): number | null {
  const plain = query.normalize('NFKC').trim()
  const number = /^(?:窓口|まどぐち|counter|window|no\.?)?\s*(\d{1,3})\s*(?:番?(?:窓口|まどぐち)?|ばん)?$/i.exec(
    plain,
  )?.[1]
  return number === undefined ? null : Number(number)
}
