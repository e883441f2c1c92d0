import { KIOSK_LANGUAGES, type KioskLanguage, type Texts } from '@akari/protocol'

/** A name that is as it was, and in which language. */
export type UnchangedName = { language: KioskLanguage; text: string }

/** Where the Japanese name is another one than `before`: the names in other languages that are still the same. */
export function unchangedNames(name: Texts, before: Texts): UnchangedName[] {
  if (before.ja === '' || name.ja === before.ja) return []
  return KIOSK_LANGUAGES.flatMap((language) => {
    const text = name[language]
    return language === 'ja' || text === undefined || text !== before[language] ? [] : [{ language, text }]
  })
}
