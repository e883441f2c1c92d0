import type { KioskLanguage } from '@akari/protocol'
import { filled } from '../locales/filled.ts'
import en from './words/en.json'
import easy from './words/ja-x-easy.json'
import ja from './words/ja.json'
import ko from './words/ko.json'
import zhHans from './words/zh-Hans.json'

/** What the kiosk says; Japanese defines the keys, and a language that lacks one does not compile. */
export type KioskWords = typeof ja
export type KioskWord = keyof KioskWords

export const KIOSK_WORDS: Record<KioskLanguage, KioskWords> = { ja, 'ja-x-easy': easy, en, 'zh-Hans': zhHans, ko }

/** A word of the kiosk with its `{gaps}` filled. */
export function kioskWord(language: KioskLanguage, word: KioskWord, gaps: Record<string, string> = {}): string {
  return filled(KIOSK_WORDS[language][word], gaps)
}
