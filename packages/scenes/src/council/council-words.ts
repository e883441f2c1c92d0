import type { KioskLanguage } from '@akari/protocol'
import { filled } from '../locales/filled.ts'
import en from './words/en.json'
import easy from './words/ja-x-easy.json'
import ja from './words/ja.json'
import ko from './words/ko.json'
import zhHans from './words/zh-Hans.json'

/** What a sitting says by itself; Japanese defines the keys, and a language that lacks one does not compile. */
type CouncilWords = typeof ja
export type CouncilWord = keyof CouncilWords

export const COUNCIL_WORDS: Record<KioskLanguage, CouncilWords> = { ja, 'ja-x-easy': easy, en, 'zh-Hans': zhHans, ko }

/** A word of a sitting with its `{gaps}` filled. */
export function councilWord(language: KioskLanguage, word: CouncilWord, gaps: Record<string, string> = {}): string {
  return filled(COUNCIL_WORDS[language][word], gaps)
}

/** How many minutes are left, as `1 時間 5 分`: hours are said once there is one. */
export function durationWords(minutes: number, language: KioskLanguage): string {
  const hours = Math.floor(minutes / 60)
  const rest = minutes % 60
  return [
    ...(hours === 0 ? [] : [councilWord(language, 'hours', { hours: String(hours) })]),
    ...(rest === 0 && hours > 0 ? [] : [councilWord(language, 'minutes', { minutes: String(rest) })]),
  ].join(' ')
}
