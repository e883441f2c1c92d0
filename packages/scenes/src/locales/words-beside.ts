import type { GlassKey } from '@akari/alerts/glass-words'
import { type Alert, Language, type Texts } from '@akari/protocol'
import { say } from './words.ts'

/** Nobody has to stand for these. */
const ALWAYS: readonly Language[] = ['ja', 'ja-x-easy', 'en']

/**
 * What the glass itself says beside an alert, in the languages the phrase book speaks there: one that waits for somebody to
 * confirm it is left out of real alerts by the CMS, and so it is here.
 */
export function wordsBeside({ words }: Pick<Alert, 'words'>, key: GlassKey, gaps: Record<string, string> = {}): Texts {
  const [part] = words.fromBook ?? []
  const texts: Texts = { ja: say('ja', key, gaps) }
  for (const language of Language.options) {
    const isSpoken = ALWAYS.includes(language) || (part !== undefined && words[part][language] !== undefined)
    if (isSpoken) texts[language] = say(language, key, gaps)
  }
  return texts
}
