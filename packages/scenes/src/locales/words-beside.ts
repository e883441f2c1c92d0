import type { GlassKey } from '@akari/alerts/glass-words'
import { type Alert, type KioskLanguage, Language, type Texts } from '@akari/protocol'
import { say } from './words.ts'

/** Nobody has to stand for these. */
const ALWAYS: readonly Language[] = ['ja', 'ja-x-easy', 'en']

/**
 * What the glass itself says beside an alert, in the languages the phrase book speaks there: one that waits for somebody to
 * confirm it is left out of real alerts by the CMS, and so it is here.
 */
export function wordsBeside({ words }: Pick<Alert, 'words'>, key: GlassKey, gaps: Record<string, string> = {}): Texts {
  const texts: Texts = { ja: say('ja', key, gaps) }
  for (const language of Language.options) {
    if (isSpoken(words, language)) texts[language] = say(language, key, gaps)
  }
  return texts
}

/** The language of the glass's own lines around an alert: the visitor's where the alert speaks it, English where it waits. */
export function languageBeside({ words }: Pick<Alert, 'words'>, visitor: KioskLanguage): KioskLanguage {
  return isSpoken(words, visitor) ? visitor : 'en'
}

function isSpoken(words: Alert['words'], language: Language): boolean {
  const [part] = words.fromBook ?? []
  return ALWAYS.includes(language) || (part !== undefined && words[part][language] !== undefined)
}
