import { KIOSK_LANGUAGES, type KioskLanguage, Language, type Texts, textIn, withoutRuby } from '@akari/protocol'
import { agendaNumber } from '@akari/scenes'
import { useTranslation } from 'react-i18next'

/** Languages staff write in: those a visitor can choose on the glass. */
export const LANGUAGES: readonly Language[] = KIOSK_LANGUAGES

/** Is it a language Akari speaks? */
export function isLanguage(value: string | null): value is Language {
  return Language.safeParse(value).success
}

/** A text in all languages it is written in, to search in. */
export function everyLanguage(texts: Texts): string[] {
  return Object.values(texts).filter((text) => text !== undefined)
}

/** The texts with one language rewritten; an emptied one is left out, Japanese stays. */
export function withText(texts: Texts, language: Language, text: string): Texts {
  const { [language]: _before, ...others } = texts
  if (language === 'ja') return { ...texts, ja: text }
  return text === '' ? { ...others, ja: texts.ja } : { ...texts, [language]: text }
}

/** The visitors' languages in which something that is said in Japanese is still to be written. */
export function languagesToWrite(texts: readonly Texts[]): KioskLanguage[] {
  return KIOSK_LANGUAGES.filter((each) => texts.some((text) => text.ja !== '' && text[each] === undefined))
}

/** Reads texts in the language of the console, without readings. */
export function useTextIn(): (texts: Texts) => string {
  const language = useConsoleLanguage()
  return (texts) => withoutRuby(textIn(texts, language).text)
}

/** Reads the numbers of an agenda's items in the language of the console. */
export function useNumberIn(): (number: string) => string {
  const language = useConsoleLanguage()
  return (number) => agendaNumber(number, language).text
}

function useConsoleLanguage(): Language {
  return useTranslation().i18n.language === 'en' ? 'en' : 'ja'
}
