import { z } from 'zod'

/** Languages Akari speaks, as BCP 47 tags. `ja-x-easy` is やさしい日本語. */
export const Language = z.enum([
  'ja',
  'ja-x-easy',
  'en',
  'zh-Hans',
  'zh-Hant',
  'ko',
  'vi',
  'ne',
  'fil',
  'pt',
  'es',
  'th',
  'id',
  'my',
  'uk',
])
export type Language = z.infer<typeof Language>

/** What can stand beside Japanese on a glass that speaks it to everybody. */
export const LanguageBeside = Language.exclude(['ja', 'ja-x-easy'])
export type LanguageBeside = z.infer<typeof LanguageBeside>

/** The languages a visitor can choose on the glass. */
export const KIOSK_LANGUAGES = ['ja', 'ja-x-easy', 'en', 'zh-Hans', 'ko'] as const satisfies readonly Language[]
export const KioskLanguage = z.enum(KIOSK_LANGUAGES)
export type KioskLanguage = z.infer<typeof KioskLanguage>

const line = z.string().min(1).max(2000)

/** A text for people: Japanese always, other languages where someone wrote them. */
export const Texts = z.object({
  ja: line,
  'ja-x-easy': line.optional(),
  en: line.optional(),
  'zh-Hans': line.optional(),
  'zh-Hant': line.optional(),
  ko: line.optional(),
  vi: line.optional(),
  ne: line.optional(),
  fil: line.optional(),
  pt: line.optional(),
  es: line.optional(),
  th: line.optional(),
  id: line.optional(),
  my: line.optional(),
  uk: line.optional(),
})
export type Texts = z.infer<typeof Texts>

/**
 * What to try, in order, when a text is missing in the wanted language: English, then Japanese, which there always is. An
 * emergency adds Japanese and the symbol to whatever comes of it.
 */
export function fallbackChain(language: Language): readonly Language[] {
  if (language === 'ja') return ['ja']
  if (language === 'ja-x-easy' || language === 'en') return [language, 'ja']
  return [language, 'en', 'ja']
}

/** The text to show, with the language it is really in (for the `lang` attribute and the font). */
export function textIn(texts: Texts, language: Language): { text: string; language: Language } {
  for (const candidate of fallbackChain(language)) {
    const text = texts[candidate]
    if (text !== undefined) return { text, language: candidate }
  }
  return { text: texts.ja, language: 'ja' }
}
