import type { KioskLanguage } from '@akari/protocol'
import { filled } from '../../locales/filled.ts'
import en from './words/en.json'
import easy from './words/ja-x-easy.json'
import ja from './words/ja.json'
import ko from './words/ko.json'
import zhHans from './words/zh-Hans.json'

/** What a map of the town says beside its names; Japanese defines the keys, and a language that lacks one does not compile. */
export type TownWords = typeof ja
export type TownWord = keyof TownWords

export const TOWN_WORDS: Record<KioskLanguage, TownWords> = { ja, 'ja-x-easy': easy, en, 'zh-Hans': zhHans, ko }

/** A word of the map with its `{gaps}` filled. */
export function townWord(language: KioskLanguage, word: TownWord, gaps: Record<string, string | number> = {}): string {
  return filled(TOWN_WORDS[language][word], gaps)
}
