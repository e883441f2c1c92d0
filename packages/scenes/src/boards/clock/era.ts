import type { KioskLanguage, LocalDate } from '@akari/protocol'

/** 元号 with their first days (元号法, and for the older ones the edicts); the newest first. */
const ERAS = [
  { from: '2019-05-01', names: { ja: '令和', easy: '令和《れいわ》', en: 'Reiwa', ko: '레이와' } },
  { from: '1989-01-08', names: { ja: '平成', easy: '平成《へいせい》', en: 'Heisei', ko: '헤이세이' } },
  { from: '1926-12-25', names: { ja: '昭和', easy: '昭和《しょうわ》', en: 'Shōwa', ko: '쇼와' } },
] as const
type Era = (typeof ERAS)[number]

/** The era of a date and its year in it, the first being 1; null before Shōwa. */
export function eraOf(date: LocalDate): { era: Era; year: number } | null {
  const era = ERAS.find(({ from }) => from <= date)
  return era === undefined ? null : { era, year: yearOf(date) - yearOf(era.from) + 1 }
}

/** 和暦 of a date: `令和8年`, `Reiwa 8`; the first year is 元年. Empty for a date before Shōwa. */
export function eraWords(date: LocalDate, language: KioskLanguage): string {
  const found = eraOf(date)
  if (found === null) return ''
  const { names } = found.era
  const year = String(found.year)
  switch (language) {
    case 'ja':
    case 'zh-Hans':
      return `${names.ja}${year === '1' ? '元' : year}年`
    case 'ja-x-easy':
      return `${names.easy}${year}年《ねん》`
    case 'en':
      return `${names.en} ${year}`
    case 'ko':
      return `${names.ko} ${year}년`
  }
}

function yearOf(date: LocalDate): number {
  return Number(date.slice(0, 4))
}
