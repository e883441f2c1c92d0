import {
  fallbackChain,
  type KioskLanguage,
  Language,
  type RecordedSegment,
  type RecordingTranscript,
} from '@akari/protocol'
import { folded } from '@akari/wayfinding'

/** What was said in one language, as it is read and as it is compared. */
interface SaidLine {
  segment: RecordedSegment
  language: Language
  text: string
  plain: string
}

/** A transcript that can be looked through by readers of a language. */
export type SaidIndex = readonly (readonly SaidLine[])[]

export interface SaidHit {
  startMs: number
  speaker: string | null
  language: Language
  text: string
}

/** A text around what was looked for. */
export interface Around {
  before: string
  match: string
  after: string
}

const MOST_HITS = 100
const LETTERS_BEFORE = 16

/** In the order in which a reader of `language` wants them: their own, then the nearest, then any. */
export function languagesFor(said: RecordedSegment['said'], language: KioskLanguage): Language[] {
  const order = [...new Set([...fallbackChain(language), ...Language.options])]
  return order.filter((one) => said[one] !== undefined)
}

/** Made once for a transcript and a language: folding takes longer than looking. */
export function indexSaid({ segments }: RecordingTranscript, language: KioskLanguage): SaidIndex {
  return segments.map((segment) =>
    languagesFor(segment.said, language).map((one) => {
      const text = segment.said[one]?.text ?? ''
      return { segment, language: one, text, plain: folded(`${segment.speaker ?? ''}${text}`) }
    }),
  )
}

/**
 * Where it was said, the earliest first: each place once, in the first language in which it is found. Width, kana, capitals, spaces and
 * punctuation make no difference. Nothing is found by what has no letters.
 */
export function findSaid(index: SaidIndex, query: string): SaidHit[] {
  const wanted = folded(query)
  if (wanted === '') return []
  const hits: SaidHit[] = []
  for (const lines of index) {
    const found = lines.find(({ plain }) => plain.includes(wanted))
    if (found === undefined) continue
    const { segment, language, text } = found
    hits.push({ startMs: segment.startMs, speaker: segment.speaker, language, text })
    if (hits.length === MOST_HITS) break
  }
  return hits
}

/** The text cut around the place that matches, short before it; all of it is `before` where only the speaker does. */
export function aroundMatch(text: string, query: string): Around {
  const wanted = folded(query)
  const letters = [...new Intl.Segmenter(undefined, { granularity: 'grapheme' }).segment(text)].map(
    ({ segment }) => segment,
  )
  const places = letters.flatMap((letter, at) => [...folded(letter)].map(() => at))
  const at = [...letters.map(folded).join('')].join('').indexOf(wanted)
  const [from, to] = [places[at], places[at + wanted.length - 1]]
  if (wanted === '' || at === -1 || from === undefined || to === undefined)
    return { before: text, match: '', after: '' }
  const start = Math.max(0, from - LETTERS_BEFORE)
  return {
    before: (start > 0 ? '…' : '') + letters.slice(start, from).join(''),
    match: letters.slice(from, to + 1).join(''),
    after: letters.slice(to + 1).join(''),
  }
}
