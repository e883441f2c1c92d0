import {
  asRead,
  fallbackChain,
  type KioskLanguage,
  Language,
  type RecordedSegment,
  type RecordingTranscript,
  type Ruby,
} from '@akari/protocol'
import { folded, isSpelt } from '@akari/wayfinding'
import { type Around, graphemes, matchIn } from '../../text/match-in.ts'
import { bareText } from './readings.ts'

/** What was said in one language, as it is shown and as it is compared: as written, and in kana where that is known. */
interface SaidLine {
  segment: RecordedSegment
  language: Language
  text: string
  ruby: Ruby
  plain: string
  kana: string | null
}

/** A transcript that can be looked through by readers of a language. */
export type SaidIndex = readonly (readonly SaidLine[])[]

export interface SaidHit {
  kind: 'said'
  startMs: number
  speaker: string | null
  /** How the name is read as it is written in the chamber, and the text; where that is known. */
  speakerRuby: Ruby
  language: Language
  text: string
  ruby: Ruby
}

const MOST_HITS = 100
const LETTERS_BEFORE = 16

/** In the order in which a reader of `language` wants them: their own, then the nearest, then any. */
export function languagesFor(texts: { [one in Language]?: unknown }, language: KioskLanguage): Language[] {
  const order = [...new Set([...fallbackChain(language), ...Language.options])]
  return order.filter((one) => texts[one] !== undefined)
}

/** Made once for a transcript and a language: folding takes longer than looking. */
export function indexSaid({ segments }: RecordingTranscript, language: KioskLanguage): SaidIndex {
  return segments.map((segment) => languagesFor(segment.said, language).map((one) => lineOf(segment, one)))
}

function lineOf(segment: RecordedSegment, language: Language): SaidLine {
  const { text: written, ruby: told } = segment.said[language] ?? { text: '' }
  const { speaker, speakerRuby } = speakerIn(segment, language)
  const { text, ruby } = bareText(written, language, told)
  const isRead = told !== undefined || ruby.length > 0
  const kana = isRead ? folded(asRead(speaker ?? '', speakerRuby) + asRead(text, ruby)) : null
  return { segment, language, text, ruby, plain: folded((speaker ?? '') + text), kana }
}

/** Who speaks, as a language calls them: how the name is read is known of the one of the chamber alone. */
export function speakerIn({ said, speaker, speakerRuby = [] }: RecordedSegment, language: Language) {
  const own = said[language]?.speaker
  return own === undefined ? { speaker, speakerRuby } : { speaker: own, speakerRuby: [] }
}

/**
 * Where it was said, the earliest first: each place once, in the first language in which it is found. Width, kana, capitals, spaces and
 * punctuation make no difference. What is spelt out in kana is found by how it is read, too. Nothing is found by what has no letters.
 */
export function findSaid(index: SaidIndex, query: string): SaidHit[] {
  const wanted = folded(query)
  if (wanted === '') return []
  const isRead = isSpelt(wanted)
  const hits: SaidHit[] = []
  for (const lines of index) {
    const found = lines.find(({ plain, kana }) => plain.includes(wanted) || (isRead && kana?.includes(wanted) === true))
    if (found === undefined) continue
    const { segment, language, text, ruby } = found
    hits.push({ kind: 'said', startMs: segment.startMs, ...speakerIn(segment, language), language, text, ruby })
    if (hits.length === MOST_HITS) break
  }
  return hits
}

/**
 * The text around the place that matches: as it is written, else the words whose kana the query touches. All of it is `before` where something
 * else matched: who speaks, or the number of an item.
 */
export function aroundMatch({ text, ruby }: { text: string; ruby: Ruby }, query: string): Around {
  return matchIn(text, ruby, query) ?? { before: text, match: '', after: '' }
}

/** The same with the end alone of a long text before the match. */
export function shortBefore({ before, match, after }: Around): Around {
  const letters = graphemes(before)
  if (match === '' || letters.length <= LETTERS_BEFORE) return { before, match, after }
  return { before: `…${letters.slice(-LETTERS_BEFORE).join('')}`, match, after }
}
