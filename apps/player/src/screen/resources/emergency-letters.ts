import type { Language } from '@akari/protocol'
import { lettersOf } from '@akari/scenes'

/**
 * The letters that an emergency is written with, by language. The phrase book is fetched for it, once; while the agent that
 * serves it is away, the letters of the glass's own words have to do.
 */
export async function emergencyLetters(): Promise<(language: Language) => string> {
  const book = await import('@akari/alerts/phrase-letters').catch(() => null)
  return (language) => lettersOf(language) + (book?.lettersOfPhrases(language) ?? '')
}
