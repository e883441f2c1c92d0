import {
  asRead,
  fallbackChain,
  type KioskLanguage,
  Language,
  type RecordedSegment,
  type RecordingTranscript,
  type Ruby,
  rubyPieces,
} from '@akari/protocol'
import { folded, isSpelt } from '@akari/wayfinding'

/** What was said in one language, as it is shown and as it is compared: as written, and in kana where that is known. */
interface SaidLine {
  segment: RecordedSegment
  language: Language
  text: string
  plain: string
  kana: string | null
}

/** A transcript that can be looked through by readers of a language. */
export type SaidIndex = readonly (readonly SaidLine[])[]

export interface SaidHit {
  startMs: number
  speaker: string | null
  language: Language
  text: string
  /** How it is read, where that is known. */
  ruby: Ruby
}

/** A text around what was looked for. */
export interface Around {
  before: string
  match: string
  after: string
}

const MOST_HITS = 100
const LETTERS_BEFORE = 16
const GRAPHEMES = new Intl.Segmenter(undefined, { granularity: 'grapheme' })

/** In the order in which a reader of `language` wants them: their own, then the nearest, then any. */
export function languagesFor(said: RecordedSegment['said'], language: KioskLanguage): Language[] {
  const order = [...new Set([...fallbackChain(language), ...Language.options])]
  return order.filter((one) => said[one] !== undefined)
}

/** Made once for a transcript and a language: folding takes longer than looking. */
export function indexSaid({ segments }: RecordingTranscript, language: KioskLanguage): SaidIndex {
  return segments.map((segment) => languagesFor(segment.said, language).map((one) => lineOf(segment, one)))
}

function lineOf(segment: RecordedSegment, language: Language): SaidLine {
  const { text, ruby, speaker = segment.speaker ?? '' } = segment.said[language] ?? { text: '' }
  const kana = ruby === undefined ? null : folded(asRead(speaker, segment.speakerRuby ?? []) + asRead(text, ruby))
  return { segment, language, text, plain: folded(speaker + text), kana }
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
    const { segment, language, text } = found
    const { startMs, said } = segment
    const { speaker = segment.speaker, ruby = [] } = said[language] ?? {}
    hits.push({ startMs, speaker, language, text, ruby })
    if (hits.length === MOST_HITS) break
  }
  return hits
}

/**
 * The text cut around the place that matches, short before it: as it is written, else the words whose kana the query touches. All of it is
 * `before` where only the speaker does.
 */
export function aroundMatch({ text, ruby }: Pick<SaidHit, 'text' | 'ruby'>, query: string): Around {
  const wanted = folded(query)
  const letters = graphemes(text)
  const written = { shown: letters, compared: letters.map(folded) }
  const place = placeOf(wanted, written) ?? (isSpelt(wanted) ? placeOf(wanted, inKana(text, ruby)) : null)
  if (place === null) return { before: text, match: '', after: '' }
  const before = graphemes(place.before)
  return { ...place, before: (before.length > LETTERS_BEFORE ? '…' : '') + before.slice(-LETTERS_BEFORE).join('') }
}

/** A text in the smallest pieces that can be marked, and what each is compared by. */
type Pieces = { shown: readonly string[]; compared: readonly string[] }

/** Words with ruby as wholes, everything else letter by letter. */
function inKana(text: string, ruby: Ruby): Pieces {
  const pieces = rubyPieces(text, ruby).flatMap((piece) =>
    piece.kana === null ? graphemes(piece.text).map((one) => ({ text: one, kana: one })) : [piece],
  )
  return { shown: pieces.map((piece) => piece.text), compared: pieces.map(({ kana }) => folded(kana ?? '')) }
}

function placeOf(wanted: string, { shown, compared }: Pieces): Around | null {
  const at = compared.join('').indexOf(wanted)
  if (wanted === '' || at === -1) return null
  const owners = compared.flatMap((one, owner) => Array<number>(one.length).fill(owner))
  const [from = 0, to = 0] = [owners[at], owners[at + wanted.length - 1]]
  const cut = (start: number, end?: number) => shown.slice(start, end).join('')
  return { before: cut(0, from), match: cut(from, to + 1), after: cut(to + 1) }
}

function graphemes(text: string): string[] {
  return [...GRAPHEMES.segment(text)].map(({ segment }) => segment)
}
