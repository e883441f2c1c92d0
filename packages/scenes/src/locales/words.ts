import { GLASS_WORDS, type GlassKey, type GlassWords } from '@akari/alerts/glass-words'
import { KioskLanguage, Language, type Texts } from '@akari/protocol'
import en from './en.json'
import { filled } from './filled.ts'
import easy from './ja-x-easy.json'
import ja from './ja.json'
import ko from './ko.json'
import zhHans from './zh-Hans.json'

/** What a kiosk says every day; Japanese defines the keys, and a language that lacks one does not compile. */
type EverydayWords = typeof ja
const EVERYDAY: Record<KioskLanguage, EverydayWords> = { ja, 'ja-x-easy': easy, en, 'zh-Hans': zhHans, ko }

/** Every text the glass itself says; those of an emergency are part of the phrase book (packages/alerts). */
export type Words = EverydayWords & GlassWords
export type WordKey = keyof Words

export const WORDS: Record<KioskLanguage, Words> = {
  ja: { ...EVERYDAY.ja, ...GLASS_WORDS.ja },
  'ja-x-easy': { ...EVERYDAY['ja-x-easy'], ...GLASS_WORDS['ja-x-easy'] },
  en: { ...EVERYDAY.en, ...GLASS_WORDS.en },
  'zh-Hans': { ...EVERYDAY['zh-Hans'], ...GLASS_WORDS['zh-Hans'] },
  ko: { ...EVERYDAY.ko, ...GLASS_WORDS.ko },
}
const ALL: Record<Language, Partial<Words>> = { ...GLASS_WORDS, ...WORDS }

/** How each language names itself, for the language bar. */
export const LANGUAGE_NAMES: Record<Language, string> = {
  ja: '日本語',
  'ja-x-easy': 'やさしい日本語',
  en: 'English',
  'zh-Hans': '简体中文',
  'zh-Hant': '繁體中文',
  ko: '한국어',
  vi: 'Tiếng Việt',
  ne: 'नेपाली',
  fil: 'Filipino',
  pt: 'Português',
  es: 'Español',
  th: 'ไทย',
  id: 'Bahasa Indonesia',
  my: 'မြန်မာဘာသာ',
  uk: 'Українська',
}

/** A text of the glass with its `{gaps}` filled. What an emergency says, it says in every language. */
export function say(language: KioskLanguage, key: WordKey, gaps?: Record<string, string>): string
export function say(language: Language, key: GlassKey, gaps?: Record<string, string>): string
export function say(language: Language, key: WordKey, gaps: Record<string, string> = {}): string {
  return filled(ALL[language][key] ?? WORDS.en[key], gaps)
}

/** A text of the glass in every language it has, for where several stand side by side. */
export function wordTexts(key: WordKey, gaps: Record<string, string> = {}): Texts {
  const texts: Texts = { ja: filled(WORDS.ja[key], gaps) }
  for (const language of Language.options) {
    const text = ALL[language][key]
    if (text !== undefined) texts[language] = filled(text, gaps)
  }
  return texts
}

/** All that the glass says in each language, in one text: what its fonts must have letters for. */
export function lettersOf(language: Language): string {
  return Object.values({ ...ALL[language], name: LANGUAGE_NAMES[language] }).join('')
}

/** The language of the glass itself for someone who reads `language`. */
export function kioskLanguage(language: Language): KioskLanguage {
  const own = KioskLanguage.safeParse(language)
  if (own.success) return own.data
  return language === 'zh-Hant' ? 'zh-Hans' : 'en'
}
