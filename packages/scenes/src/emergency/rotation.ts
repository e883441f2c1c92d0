import { type KioskLanguage, Language, type Texts } from '@akari/protocol'

/** How long each language has the third line: long enough to be read, short enough to be waited for (5–8 s). */
export const TURN_MS = 6000

/** Whose turn the third line is. `count` grows by one every `TURN_MS`. */
export interface Turn {
  /** What the visitor chose; the glass's own language while nobody is there. */
  language: KioskLanguage
  /** Is somebody there who chose it? Then it keeps the line. */
  isThere: boolean
  count: number
}

/** The languages that take turns beside Japanese and English: those the text is written in, the visitor's first. */
export function otherLanguages(texts: Texts, visitor: KioskLanguage): readonly Language[] {
  const present = Language.options.filter((one) => one !== 'ja' && one !== 'en' && texts[one] !== undefined)
  return present.toSorted((a, b) => Number(b === visitor) - Number(a === visitor))
}

/** The language on the third line now; null where there is none to take turns. */
export function languageInTurn(languages: readonly Language[], turn: Turn): Language | null {
  const [first] = languages
  if (first === undefined) return null
  if (turn.isThere && first === turn.language) return first
  return languages[turn.count % languages.length] ?? first
}
