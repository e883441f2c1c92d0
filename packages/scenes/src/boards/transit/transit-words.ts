import type { KioskLanguage } from '@akari/protocol'
import { filled } from '../../locales/filled.ts'
import { momentWords } from '../../text/moment.ts'
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
  return filled(TRANSIT_WORDS[language][word], gaps)
}

const DAY_MS = 86_400_000

/** A day counted from 1970-01-01, in words. */
export function dateOf(day: number, language: KioskLanguage): string {
  return momentWords(day * DAY_MS, language, 'UTC').date
}
