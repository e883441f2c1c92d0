import { type Caption, fallbackChain, type FeedSnapshot, type KioskLanguage, Language } from '@akari/protocol'

/** What one has said without a pause, as far as it may be on the glass. */
export interface CaptionPart {
  id: string
  text: string
  /** Said where somebody else has the word than before. */
  speaker: string | null
  isFinal: boolean
}

/** What is spoken, in one language; the newest last. */
export interface CaptionTrack {
  language: Language
  isMachineTranslated: boolean
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
 * The captions for a reader of `language`. Who chose a language gets it, or the nearest there is. A glass that speaks Japanese to
 * everybody has a second line: the other languages take turns (`turn` grows by one with every turn).
 */
export function captionTracks(
  captions: readonly Caption[],
  language: KioskLanguage,
  turn: number,
): readonly CaptionTrack[] {
  const spoken = currentLanguages(captions)
  const [first] = [...fallbackChain(language), ...spoken].filter((one) => spoken.includes(one))
  if (first === undefined) return []
  const others = language === 'ja' ? spoken.filter((one) => one !== first && one !== 'ja-x-easy') : []
  const second = others[turn % Math.max(others.length, 1)]
  return [first, ...(second === undefined ? [] : [second])].map((one) => trackIn(captions, one))
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

function trackIn(captions: readonly Caption[], language: Language): CaptionTrack {
  const own = captions.filter((caption) => caption.language === language)
  const shown = own.slice(-MOST_PARTS)
  return {
    language,
    isMachineTranslated: shown.some(({ machineTranslated }) => machineTranslated === true),
    parts: shown.map(({ segmentId, text, speaker, state }, at) => ({
      id: segmentId,
      text,
      speaker: speaker === shown[at - 1]?.speaker ? null : speaker,
      isFinal: state === 'final',
    })),
  }
}
