import type { KioskLanguage } from '@akari/protocol'
import { filled } from '../locales/filled.ts'
import en from './plain-words/en.json'
import easy from './plain-words/ja-x-easy.json'
import ja from './plain-words/ja.json'
import ko from './plain-words/ko.json'
import zhHans from './plain-words/zh-Hans.json'

/** What the plain boards say by themselves; Japanese defines the keys, and a language that lacks one does not compile. */
type PlainWords = typeof ja
export type PlainWord = keyof PlainWords

export const PLAIN_WORDS: Record<KioskLanguage, PlainWords> = { ja, 'ja-x-easy': easy, en, 'zh-Hans': zhHans, ko }

/** A word of a board with its `{gaps}` filled. */
export function plainWord(language: KioskLanguage, word: PlainWord, gaps: Record<string, string> = {}): string {
  return filled(PLAIN_WORDS[language][word], gaps)
}
