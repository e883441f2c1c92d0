import {
  type Caption,
  fallbackChain,
  type FeedSnapshot,
  type KioskLanguage,
  Language,
  LanguageBeside,
} from '@akari/protocol'
import type { ShownPhrase } from './caption-reel.ts'

/** A phrase of what one said, as far as it may be on the glass. */
export interface CaptionPart {
  segmentId: string
  /** Which letter of the segment it begins with. */
  from: number
  text: string
  /** Said where somebody else has the word than before, and with every phrase of what is shown in several. */
  speaker: string | null
  isFinal: boolean
}

/** What is spoken, in one language; the newest last. */
export interface CaptionTrack {
  language: Language
  isMachineTranslated: boolean
  /** Shown where there is room for one only. */
  isInTurn: boolean
  parts: readonly CaptionPart[]
}

/** More than three lines hold nobody reads. */
const MOST_PARTS = 4
/** A translation that is so far behind what is said has stopped. */
const BEHIND_MS = 60_000

/** The captions of a snapshot; none while nothing was said. */
export function captionsOf(snapshot: FeedSnapshot | null): readonly Caption[] {
  return snapshot?.data?.kind === 'captions' ? snapshot.data.captions : []
}

/**
 * The languages in which a reader of `language` gets the captions. Who chose a language gets it, or the nearest there is. A glass that speaks
 * Japanese to everybody has the others, too: those it is to speak (`wanted`, in that order), or null: all.
 */
export function captionLanguages(
  captions: readonly Caption[],
  language: KioskLanguage,
  wanted: readonly Language[] | null,
): readonly Language[] {
  const spoken = currentLanguages(captions)
  const [first] = [...fallbackChain(language), ...spoken].filter((one) => spoken.includes(one))
  if (first === undefined) return []
  if (language !== 'ja') return [first]
  return [first, ...(wanted ?? LanguageBeside.options).filter((one) => one !== first && spoken.includes(one))]
}

/** The languages in which what is said now can be read, in the order of the list of languages. */
function currentLanguages(captions: readonly Caption[]): readonly Language[] {
  const newest = new Map<Language, number>()
  for (const { language, spokenAt } of captions)
    newest.set(language, Math.max(newest.get(language) ?? 0, Date.parse(spokenAt)))
  const now = Math.max(...newest.values())
  const current = [...newest].filter(([, at]) => now - at <= BEHIND_MS).map(([language]) => language)
  return Language.options.filter((language) => current.includes(language))
}

/** The newest of what was shown. */
export function captionParts(phrases: readonly ShownPhrase[]): readonly CaptionPart[] {
  const shown = phrases.slice(-MOST_PARTS)
  return shown.map(({ segmentId, from, text, speaker, isFinal, isCut }, at) => ({
    segmentId,
    from,
    text,
    speaker: isCut || speaker !== shown[at - 1]?.speaker ? speaker : null,
    isFinal,
  }))
}
