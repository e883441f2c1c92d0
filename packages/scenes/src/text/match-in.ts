import { type Ruby, rubyPieces } from '@akari/protocol'
import { folded, isSpelt } from '@akari/wayfinding'

/** A text around what was looked for. */
export interface Around {
  before: string
  match: string
  after: string
}

const GRAPHEMES = new Intl.Segmenter(undefined, { granularity: 'grapheme' })

/**
 * Where a text first matches what was looked for: as it is written, else the words whose kana the query touches. Width, kana, capitals,
 * spaces and punctuation make no difference. Null: nowhere.
 */
export function matchIn(text: string, ruby: Ruby, query: string): Around | null {
  const wanted = folded(query)
  const letters = graphemes(text)
  const written = { shown: letters, compared: letters.map(folded) }
  return placeOf(wanted, written) ?? (isSpelt(wanted) ? placeOf(wanted, inKana(text, ruby)) : null)
}

/** Letters as people count them (UAX #29). */
export function graphemes(text: string): string[] {
  return [...GRAPHEMES.segment(text)].map(({ segment }) => segment)
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
