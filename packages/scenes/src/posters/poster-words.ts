import type { KioskLanguage } from '@akari/protocol'
import { filled } from '../locales/filled.ts'
import en from './words/en.json'
import easy from './words/ja-x-easy.json'
import ja from './words/ja.json'
import ko from './words/ko.json'
import zhHans from './words/zh-Hans.json'

/** What posters say by themselves; Japanese defines the keys, and a language that lacks one does not compile. */
export type PosterWords = typeof ja
export type PosterWord = keyof PosterWords

export const POSTER_WORDS: Record<KioskLanguage, PosterWords> = {
  ja,
  'ja-x-easy': easy,
  en,
  'zh-Hans': zhHans,
  ko,
}

/** A word of a poster with its `{gaps}` filled. */
export function posterWord(language: KioskLanguage, word: PosterWord, gaps: Record<string, string> = {}): string {
  return filled(POSTER_WORDS[language][word], gaps)
}
