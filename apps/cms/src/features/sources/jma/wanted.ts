import type { TelegramName } from './file-name.ts'

/** Offices in file names that speak for the whole country. */
const NATIONAL: ReadonlySet<string> = new Set(['010000', '000000'])

/** Warnings and news for a prefecture, by telegram code; forecasts and outlooks of the same office stay where they are. */
const BY_OFFICE = /^(VPWW(5[3-9]|6[01])|VPWS50|VXWW50|VPOA50|VPBS50|VPHW5[01]|VPNO50|VPFT50|VZ(SE|VO)40)$/

/** 指定河川洪水予報: the name tells no prefecture, so every one is read. */
const RIVER = /^VXKO[5-8]\d$/

export type FeedKind = 'extra' | 'eqvol' | 'regular'

/**
 * Is this telegram worth fetching for a place under these offices (府県予報区, as in file names)? Decided by name alone: a
 * telegram that concerns nobody here costs no bytes.
 */
export function isWanted(feed: FeedKind, { code, area }: TelegramName, offices: ReadonlySet<string>): boolean {
  if (feed === 'eqvol' || RIVER.test(code)) return true
  return BY_OFFICE.test(code) && (offices.has(area) || NATIONAL.has(area))
}

/** VPWS50 tells everything in force in the country: only the newest says anything. */
export function isSnapshot({ code }: TelegramName): boolean {
  return code === 'VPWS50'
}
