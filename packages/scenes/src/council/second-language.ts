import { type KioskLanguage, type Language, LanguageBeside, type Texts, textIn } from '@akari/protocol'
import { CAPTION_TURN_MS } from '@akari/text/pace'
import { createContext, useEffect, useState } from 'react'
import { useWantedLanguages } from '../stage/glass-context.ts'

/** In which language the lines beside the Japanese ones are now; null: they are in none. */
export const SecondLanguage = createContext<Language | null>(null)

/** What a glass speaks beside Japanese, and which of the two has the room where there is none for both. */
export interface SecondTurn {
  language: Language | null
  isItsTurn: boolean
}

/**
 * What `texts` are written in beside Japanese: of what the display is to speak beside it (`wanted`, in that order), or null: of all there
 * are, in the order of the list of languages.
 */
export function languagesBeside(texts: readonly Texts[], wanted: readonly Language[] | null): readonly Language[] {
  return (wanted ?? LanguageBeside.options).filter((one) => texts.some((text) => text[one] !== undefined))
}

/** Which of its languages a text stands in while it is `now`'s turn: that, or the nearest there is; null: Japanese alone. */
export function shownBeside(texts: Texts, now: Language): Language | null {
  const { language } = textIn(texts, now)
  return language === 'ja' ? null : language
}

/** All in which a text may come to stand beside Japanese, each once; `wanted` as above. */
export function everShownBeside(texts: Texts, wanted: readonly Language[] | null): readonly Language[] {
  const shown = (wanted ?? LanguageBeside.options).map((one) => shownBeside(texts, one))
  return [...new Set(shown.filter((one) => one !== null))]
}

/** A step later: Japanese, the second language, Japanese, the next one. One that the captions lead (`isLed`) is changed by them alone. */
export function turnAfter(
  { language, isItsTurn }: SecondTurn,
  languages: readonly Language[],
  isLed: boolean,
): SecondTurn {
  if (!isItsTurn) return { language, isItsTurn: true }
  return { language: isLed ? language : languageAfter(languages, language), isItsTurn: false }
}

function languageAfter(languages: readonly Language[], now: Language | null): Language | null {
  const at = now === null ? -1 : languages.indexOf(now)
  return languages[(at + 1) % Math.max(1, languages.length)] ?? null
}

/**
 * The second language of a glass that speaks Japanese to everybody: that of the captions (`spoken`) while they have one and staff wrote in more than
 * Japanese, so that the picture agrees with itself; else those in which staff wrote of the sitting (`written`) in turn, each for as long as captions would leave it; where they
 * wrote in Japanese alone those of what a card says (`told`). None for who chose a language.
 */
export function useSecondLanguage(
  written: readonly Texts[],
  { language, told, spoken = null }: { language: KioskLanguage; told: readonly Texts[]; spoken?: Language | null },
): SecondTurn {
  const wanted = useWantedLanguages()
  const [ofStaff, ofCard] = [languagesBeside(written, wanted), languagesBeside(told, wanted)]
  const languages = language !== 'ja' ? [] : ofStaff.length > 0 ? ofStaff : ofCard
  const [turn, setTurn] = useState<SecondTurn>(AT_FIRST)
  if (spoken !== null && spoken !== turn.language) setTurn({ language: spoken, isItsTurn: false })
  const own = turn.language !== null && languages.includes(turn.language) ? turn.language : (languages[0] ?? null)
  const now = languages.length === 0 ? null : (spoken ?? own)
  const next = turnAfter({ ...turn, language: now }, languages, spoken !== null)
  useEffect(() => {
    if (now === null) return
    const timer = setTimeout(() => setTurn({ language: next.language, isItsTurn: next.isItsTurn }), CAPTION_TURN_MS)
    return () => clearTimeout(timer)
  }, [now, next.language, next.isItsTurn])
  return { language: now, isItsTurn: now !== null && turn.isItsTurn }
}

const AT_FIRST: SecondTurn = { language: null, isItsTurn: false }
