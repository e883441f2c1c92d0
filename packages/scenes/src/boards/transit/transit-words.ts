import type { KioskLanguage } from '@akari/protocol'
import en from './words/en.json'
import easy from './words/ja-x-easy.json'
import ja from './words/ja.json'
import ko from './words/ko.json'
import zhHans from './words/zh-Hans.json'

/** What boards of buses say by themselves; Japanese defines the keys, and a language that lacks one does not compile. */
export type TransitWords = typeof ja
export type TransitWord = keyof TransitWords

export const TRANSIT_WORDS: Record<KioskLanguage, TransitWords> = { ja, 'ja-x-easy': easy, en, 'zh-Hans': zhHans, ko }

/** A word of a board with its `{gaps}` filled. */
export function transitWord(
  language: KioskLanguage,
  word: TransitWord,
  gaps: Record<string, string | number> = {},
): string {
  return TRANSIT_WORDS[language][word].replaceAll(/\{(\w+)\}/g, (whole, name: string) => String(gaps[name] ?? whole))
}
