import type { Envelope } from '../telegram.ts'
import { comparable } from '../xml/element.ts'

export type WeatherCode =
  | 'VPWW53'
  | 'VPWW54'
  | 'VPWW55'
  | 'VPWW56'
  | 'VPWW57'
  | 'VPWW58'
  | 'VPWW59'
  | 'VPWW60'
  | 'VPWW61'
  | 'VPWS50'
export type CityNoticeCode = 'VPHW50' | 'VPHW51' | 'VXWW50'
/** Context of earthquakes and volcanoes. */
export type ContextCode =
  | 'VXSE42'
  | 'VXSE52'
  | 'VTSE51'
  | 'VTSE52'
  | 'VYSE51'
  | 'VYSE52'
  | 'VYSE60'
  | 'VZSE40'
  | 'VZVO40'
/** Weather bulletins that are an outlook, or that a better telegram says. */
export type BulletinCode = 'VPWP50' | 'VPOA50' | 'VPNO50'
export type ReadableCode =
  | WeatherCode
  | CityNoticeCode
  | ContextCode
  | BulletinCode
  | 'VXSE43'
  | 'VXSE45'
  | 'VXSE51'
  | 'VXSE53'
  | 'VXSE62'
  | 'VTSE41'
  | 'VYSE50'
  | 'VXKO'
  | 'VPBS50'
  | 'VPFT50'
  | 'VFVO50'
  | 'VFVO56'

/**
 * A telegram does not carry its own code: Control/Title tells it. The hazard in a VPWW title has been worded differently
 * between versions, so only its first words count.
 */
const TITLES: readonly [ReadableCode, RegExp][] = [
  ['VXSE42', /^緊急地震速報配信テスト/],
  ['VXSE43', /^緊急地震速報\(警報\)$/],
  ['VXSE45', /^緊急地震速報\(地震動予報\)$/],
  ['VXSE51', /^震度速報$/],
  ['VXSE52', /^震源に関する情報$/],
  ['VXSE53', /^(震源・震度(に関する)?情報|遠地地震に関する情報)$/],
  ['VXSE62', /^長周期地震動に関する観測情報$/],
  ['VTSE41', /^津波警報・注意報・予報a?$/],
  ['VTSE51', /^津波情報a?$/],
  ['VTSE52', /^沖合の津波観測に関する情報$/],
  ['VYSE50', /^南海トラフ地震臨時情報/],
  ['VYSE51', /^南海トラフ地震関連解説情報/],
  ['VYSE60', /^北海道・三陸沖後発地震注意情報/],
  ['VPWW53', /^気象特別警報・警報・注意報$/],
  ['VPWW54', /^気象警報・注意報\(H27\)$/],
  ['VPWW55', /^気象警報・注意報\(R06\)\(大雨[^)]*\)$/],
  ['VPWW56', /^気象警報・注意報\(R06\)\(土砂[^)]*\)$/],
  ['VPWW57', /^気象警報・注意報\(R06\)\(高潮[^)]*\)$/],
  ['VPWW58', /^気象警報・注意報\(R06\)\(暴風[^)]*\)$/],
  ['VPWW59', /^気象警報・注意報\(R06\)\(波浪[^)]*\)$/],
  ['VPWW60', /^気象警報・注意報\(R06\)\(大雪[^)]*\)$/],
  ['VPWW61', /^気象警報・注意報\(R06\)\(その他[^)]*\)$/],
  ['VPWS50', /^気象警報・注意報\(R06\)\(集約[^)]*\)$/],
  ['VPWP50', /^気象警報・注意報時系列情報/],
  ['VPBS50', /^府県気象防災速報$/],
  ['VXKO', /^指定河川洪水予報$/],
  ['VPHW50', /^竜巻注意情報$/],
  ['VPHW51', /^竜巻注意情報\(目撃[^)]*\)$/],
  ['VPFT50', /^熱中症(特別)?警戒/],
  ['VFVO50', /^噴火警報・予報$/],
  ['VFVO56', /^噴火速報$/],
  ['VXWW50', /^土砂災害警戒情報$/],
  ['VPOA50', /^記録的短時間大雨情報$/],
  ['VPNO50', /^気象特別警報報知$/],
  ['VZSE40', /^地震・津波に関するお知らせ$/],
  ['VZVO40', /^火山に関するお知らせ$/],
]

/** Telegrams that come often and that nobody reads, so that the log can still call them by their code. */
const UNREAD_TITLES: readonly [string, RegExp][] = [
  ['VXSE44', /^緊急地震速報\(予報\)$/],
  ['VXSE47', /^リアルタイム震度/],
  ['VXSE56', /^地震の活動状況等に関する情報$/],
  ['VXSE60', /^地震回数に関する情報$/],
  ['VXSE61', /^顕著な地震の震源要素更新のお知らせ$/],
  ['VPFD60', /^警報級の可能性\(明日まで\)$/],
  ['VPFD61', /^早期注意情報\(明後日まで\)$/],
]

/** Telegrams that share a title, told apart by the file's name. */
const TWINS: ReadonlyMap<string, ReadableCode> = new Map([
  ['VXSE40', 'VXSE43'],
  ['VYSE52', 'VYSE51'],
])
const READABLE: ReadonlySet<string> = new Set(TITLES.map(([code]) => code))

/** `read`: how to read it; `name`: what to call it. */
export type TelegramKind = { read: ReadableCode; name: string } | { read: null; name: string | null }

/**
 * What kind of telegram this is. The title decides; the name of the file (`20260907135754_0_VPWW53_130000.xml`) helps where
 * a title is worded anew, or where two kinds share one.
 */
export function kindOf(envelope: Envelope, fileName: string | null): TelegramKind {
  const title = comparable(envelope.controlTitle).replaceAll(/\s/g, '')
  const hint = fileName === null ? null : codeInName(fileName)
  const read = TITLES.find(([, pattern]) => pattern.test(title))?.[0]
  if (read !== undefined) return named(read, hint)
  const unread = UNREAD_TITLES.find(([, pattern]) => pattern.test(title))?.[0]
  if (unread !== undefined) return { read: null, name: hint === null || READABLE.has(hint) ? unread : hint }
  if (hint === null) return { read: null, name: null }
  const hinted = [...READABLE].find((code) => code === hint || (code === 'VXKO' && hint.startsWith(code)))
  const known = TITLES.find(([code]) => code === hinted)?.[0]
  return known === undefined ? { read: null, name: hint } : { read: known, name: hint }
}

function named(read: ReadableCode, hint: string | null): TelegramKind {
  if (hint === null) return { read, name: read }
  if (read === 'VXKO') return { read, name: /^VXKO[5-8]\d$/.test(hint) ? hint : read }
  if (TWINS.get(hint) !== read) return { read, name: read }
  return hint === 'VYSE52' ? { read: 'VYSE52', name: hint } : { read: null, name: hint }
}

/** `VPWW53` of `20260907135754_0_VPWW53_130000.xml`. */
function codeInName(fileName: string): string | null {
  return /(?:^|[/\\_-])(V[A-Z]{3}(?:\d\d|ii))(?=[_.-]|$)/.exec(fileName)?.[1] ?? null
}
