import { type AssetFolder, type AssetView, KIOSK_LANGUAGES, type Language } from '@akari/protocol'
import { matches } from '../../parts/matching.ts'
import { everyLanguage } from '../../parts/texts-in.ts'

export const KINDS = ['all', 'image', 'video', 'venue', 'audio'] as const
export const FILTERS = ['unused', 'expiring', 'expired', 'noLanguage', 'noAlt'] as const
export const SORTS = ['newest', 'oldest', 'title', 'largest', 'expiry'] as const
type Filter = (typeof FILTERS)[number]
type Sort = (typeof SORTS)[number]

/** `place`: `all`, `loose` (in no folder), or the id of a folder, which holds what is in its folders, too. */
export type Query = {
  place: string
  search: string
  kind: (typeof KINDS)[number]
  filters: readonly Filter[]
  tag: string | null
  sort: Sort
}
export const EVERYTHING: Query = { place: 'all', search: '', kind: 'all', filters: [], tag: null, sort: 'newest' }

const DAY_MS = 86_400_000
/** As long ahead as the publish bar warns. */
const SOON_DAYS = 7

/** What a query finds, in its order. Language versions stand with the asset they belong to. */
export function found(assets: readonly AssetView[], folders: readonly AssetFolder[], query: Query, now: Date) {
  const inside = query.place === 'all' || query.place === 'loose' ? null : withInner(folders, query.place)
  return assets
    .filter((asset) => asset.variantOf === null && isIn(asset, query.place, inside))
    .filter((asset) => query.kind === 'all' || asset.kind === query.kind)
    .filter((asset) => query.tag === null || asset.tags.includes(query.tag))
    .filter((asset) => query.filters.every((filter) => passes(asset, filter, now)))
    .filter((asset) => matches(query.search, wordsOf(asset, folders)))
    .toSorted(orderBy(query.sort))
}

/** A folder and all that are in it. */
export function withInner(folders: readonly AssetFolder[], id: string): ReadonlySet<string> {
  const inside = new Set([id])
  for (let before = 0; before !== inside.size; ) {
    before = inside.size
    for (const folder of folders) if (folder.parentId !== null && inside.has(folder.parentId)) inside.add(folder.id)
  }
  return inside
}

/** «行事 / 秋まつり», from the top. */
export function pathOf(folders: readonly AssetFolder[], id: string): string {
  const names: string[] = []
  let at: string | null = id
  while (at !== null && names.length < folders.length + 1) {
    const folder: AssetFolder | undefined = folders.find((each) => each.id === at)
    if (folder === undefined) break
    names.unshift(folder.name)
    at = folder.parentId
  }
  return names.join(' / ')
}

type Expiry = 'none' | 'later' | 'soon' | 'over'

/** How near the last day of an asset is. */
export function expiryOf({ validUntil }: Pick<AssetView, 'validUntil'>, now: Date): Expiry {
  if (validUntil === null) return 'none'
  const leftMs = Date.parse(validUntil) - now.getTime()
  if (leftMs <= 0) return 'over'
  return leftMs <= SOON_DAYS * DAY_MS ? 'soon' : 'later'
}

/** A picture or a film: has files in several languages, and words for those who do not see it. */
export function isSeen({ kind }: Pick<AssetView, 'kind'>): boolean {
  return kind === 'image' || kind === 'video'
}

/** Languages a visitor can choose in which there is no file; the asset's own counts as Japanese. */
export function missingLanguages(asset: AssetView): Language[] {
  if (!isSeen(asset)) return []
  const there = new Set<Language>(asset.variants.map(({ language }) => language))
  return KIOSK_LANGUAGES.filter((language) => language !== 'ja' && !there.has(language))
}

/** Every tag in use, most used first. */
export function tagsOf(assets: readonly AssetView[]): string[] {
  const counts = new Map<string, number>()
  for (const tag of assets.flatMap(({ tags }) => tags)) counts.set(tag, (counts.get(tag) ?? 0) + 1)
  return [...counts].sort(([a, x], [b, y]) => y - x || a.localeCompare(b, 'ja')).map(([tag]) => tag)
}

function isIn(asset: AssetView, place: string, inside: ReadonlySet<string> | null): boolean {
  if (place === 'all') return true
  return inside === null ? asset.folderId === null : asset.folderId !== null && inside.has(asset.folderId)
}

function passes(asset: AssetView, filter: Filter, now: Date): boolean {
  switch (filter) {
    case 'unused':
      return asset.usedIn.length === 0
    case 'expiring':
      return expiryOf(asset, now) === 'soon'
    case 'expired':
      return expiryOf(asset, now) === 'over'
    case 'noLanguage':
      return missingLanguages(asset).length > 0
    case 'noAlt':
      return isSeen(asset) && asset.alt === null
  }
}

function wordsOf(asset: AssetView, folders: readonly AssetFolder[]): string[] {
  const alt = asset.alt === null ? [] : everyLanguage(asset.alt)
  const folder = asset.folderId === null ? [] : [pathOf(folders, asset.folderId)]
  return [...everyLanguage(asset.title), ...alt, asset.filename, ...asset.tags, ...folder]
}

function orderBy(sort: Sort): (a: AssetView, b: AssetView) => number {
  const title = (a: AssetView, b: AssetView): number => a.title.ja.localeCompare(b.title.ja, 'ja', { numeric: true })
  switch (sort) {
    case 'newest':
      return (a, b) => b.createdAt.localeCompare(a.createdAt) || title(a, b)
    case 'oldest':
      return (a, b) => a.createdAt.localeCompare(b.createdAt) || title(a, b)
    case 'title':
      return title
    case 'largest':
      return (a, b) => b.bytes - a.bytes
    case 'expiry':
      return (a, b) => endOf(a) - endOf(b) || title(a, b)
  }
}

function endOf({ validUntil }: AssetView): number {
  return validUntil === null ? Number.MAX_SAFE_INTEGER : Date.parse(validUntil)
}
