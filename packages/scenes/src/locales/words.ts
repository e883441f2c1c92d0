import { KioskLanguage, type Language } from '@akari/protocol'
import en from './en.json'
import easy from './ja-x-easy.json'
import ja from './ja.json'
import ko from './ko.json'
import zhHans from './zh-Hans.json'

/** Every text the glass itself says; Japanese defines the keys, and a language that lacks one does not compile. */
export type Words = typeof ja
export type WordKey = keyof Words

export const WORDS: Record<KioskLanguage, Words> = { ja, 'ja-x-easy': easy, en, 'zh-Hans': zhHans, ko }

/** How each language names itself, for the language bar. */
export const LANGUAGE_NAMES: Record<KioskLanguage, string> = {
  ja: '日本語',
  'ja-x-easy': 'やさしい日本語',
  en: 'English',
  'zh-Hans': '简体中文',
  ko: '한국어',
}

/** A text of the glass with its `{gaps}` filled. */
export function say(language: KioskLanguage, key: WordKey, gaps: Record<string, string> = {}): string {
  return WORDS[language][key].replaceAll(/\{(\w+)\}/g, (whole, name: string) => gaps[name] ?? whole)
}

/** The language of the glass itself for someone who reads `language`. */
export function kioskLanguage(language: Language): KioskLanguage {
  const own = KioskLanguage.safeParse(language)
  if (own.success) return own.data
  return language === 'zh-Hant' ? 'zh-Hans' : 'en'
}
