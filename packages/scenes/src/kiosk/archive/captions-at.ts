import {
  type KioskLanguage,
  type Language,
  type RecordedSegment,
  type RecordingTranscript,
  withRuby,
} from '@akari/protocol'
import { type CaptionRoom, captionPhrases } from '@akari/text'
import { readingMs, recordedTimes } from '@akari/text/pace'
import type { ShownPhrase } from '../../council/caption-reel.ts'
import { captionParts, type CaptionTrack } from '../../council/caption-tracks.ts'
import { languagesFor, speakerIn } from './find-said.ts'
import { bareText, hasReadings } from './readings.ts'

/** What was said longer ago is not what goes with this picture. */
const STANDS_MS = 12_000
const MOST_LOOKED_AT = 8

/** A phrase of what was said in a recording; times count from its beginning, in milliseconds. */
export interface SaidPhrase extends ShownPhrase {
  language: Language
  isMachine: boolean
  atMs: number
  /** Until when whoever says it speaks. */
  endMs: number
}

/**
 * What was said as it is shown to a reader of `language`, in their language or the nearest there is: what is longer than the band phrase by phrase,
 * as it is read. Until the band is measured (`room` null) nothing is cut.
 */
export function saidPhrases(
  { segments }: RecordingTranscript,
  language: KioskLanguage,
  room: CaptionRoom | null,
): readonly SaidPhrase[] {
  const phrases = segments.flatMap((segment) => phrasesOf(segment, language, room))
  const times = recordedTimes(
    phrases.map(({ text, language: own, atMs, isCut }) => ({ cameMs: atMs, readMs: readingMs(text, own), isCut })),
  )
  return phrases.map((phrase, at) => ({ ...phrase, atMs: times[at] ?? phrase.atMs }))
}

function phrasesOf(segment: RecordedSegment, reader: KioskLanguage, room: CaptionRoom | null): SaidPhrase[] {
  const { said, startMs, endMs } = segment
  const [language] = languagesFor(said, reader)
  const spoken = language === undefined ? undefined : said[language]
  if (language === undefined || spoken === undefined) return []
  const isRead = hasReadings(reader, language)
  const { text: bare, ruby } = bareText(spoken.text, language, spoken.ruby)
  const text = isRead ? withRuby(bare, ruby) : spoken.text
  const { speaker: called, speakerRuby } = speakerIn(segment, language)
  const speaker = called !== null && isRead ? withRuby(called, speakerRuby) : called
  const cut = room === null ? [text] : captionPhrases(text, { language, speaker, room: { ...room, nameEm: 1 } })
  let from = 0
  return cut.map((phrase) => {
    const begins = from
    from += phrase.length
    return {
      segmentId: `${startMs}`,
      from: begins,
      text: phrase,
      speaker,
      isFinal: true,
      isCut: cut.length > 1,
      language,
      isMachine: spoken.machineTranslated === true,
      atMs: startMs,
      endMs,
    }
  })
}

/** What is said at a moment of a recording (ms): the newest last; null while nobody speaks. */
export function captionsAt(phrases: readonly SaidPhrase[], atMs: number): CaptionTrack | null {
  const last = lastBegun(phrases, atMs)
  const newest = phrases[last]
  if (newest === undefined || atMs > Math.max(newest.endMs, newest.atMs + STANDS_MS)) return null
  const shown = phrases
    .slice(Math.max(0, last + 1 - MOST_LOOKED_AT), last + 1)
    .filter((one) => one.language === newest.language && (one === newest || atMs - one.atMs <= STANDS_MS))
  const { language } = newest
  const isMachineTranslated = shown.some(({ isMachine }) => isMachine)
  return { language, isMachineTranslated, isInTurn: true, parts: captionParts(shown) }
}

/** The last that begins at `atMs` or before; -1 where none does. They are in order. */
function lastBegun(phrases: readonly SaidPhrase[], atMs: number): number {
  let [from, to] = [0, phrases.length]
  while (from < to) {
    const middle = (from + to) >> 1
    if ((phrases[middle]?.atMs ?? 0) <= atMs) from = middle + 1
    else to = middle
  }
  return from - 1
}
