import { KioskLanguage, type Texts } from '@akari/protocol'
import { filled } from '../locales/filled.ts'
import en from './words/en.json'
import easy from './words/ja-x-easy.json'
import ja from './words/ja.json'
import ko from './words/ko.json'
import zhHans from './words/zh-Hans.json'

/** What the way out says on battery; Japanese defines the keys, and a language that lacks one does not compile. */
export type GuidanceWords = typeof ja
export type GuidanceWord = keyof GuidanceWords

export const GUIDANCE_WORDS: Record<KioskLanguage, GuidanceWords> = {
  ja,
  'ja-x-easy': easy,
  en,
  'zh-Hans': zhHans,
  ko,
}

/** A word with its `{gaps}` filled, in every language of the glass. */
export function guidanceTexts(word: GuidanceWord, gaps: Record<string, string> = {}): Texts {
  const said = (language: KioskLanguage): string => filled(GUIDANCE_WORDS[language][word], gaps)
  const texts: Texts = { ja: said('ja') }
  for (const language of KioskLanguage.options) texts[language] = said(language)
  return texts
}
