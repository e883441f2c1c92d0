import { type Language, rubyParts, withoutRuby } from '@akari/protocol'
import { linePieces, markedUnits } from './line-break.ts'

/** What a band of captions has room for: its lines, and how many full letters (em) each of them holds. */
export interface CaptionRoom {
  lines: number
  widthEm: number
  /** How large the name of who speaks is written; left out, as the glass has it. */
  nameEm?: number
}

/** On the glass the name of who speaks is smaller than what is said, with so much room between them. */
const NAME_EM = 0.8
const AFTER_NAME_EM = 0.6
/** A phrase ends with a sentence, at a comma, behind a particle or a word, where it is filled so far by then. */
const FILLED_BY = { sentence: 0.5, clause: 0.4, particle: 0.67, word: 0.5 }
const SENTENCE_ENDS = /[。．！？!?။။।]\s*$|\.\s+$/u
const CLAUSE_ENDS = /[、，,;；၊]\s*$/u
/** What follows these leans on something behind it: 「要する」 would be torn from 「経費を」. */
const PARTICLE_ENDS = /[をはがもて]$/u
const WORD_ENDS = /$/u
/** Conjunctions begin a phrase: none ends with one. */
const CONJUNCTION =
  /(?:^(?:また|なお|さらに|次に|つぎに|そして|しかし|しかしながら|ところで|ところが|ただし|したがって|よって|一方|例えば|たとえば|まず|そこで|そのため|このため|つまり|あるいは)[、，]?|(?:及び|並びに|又は|または|若しくは|もしくは)[、，]?)$/u
const STOP = /[。．！？!?、，]\s*$/u
/** What begins so leans on the word before it: the second half of a verb, and nouns that say nothing alone. */
const LEANS =
  /^(?:おり(?:ま|、)|まい[りる]|ござい|いただ[きくけい]|くださ[いる]|申し上げ|いたし|いたす|なさ[いるっ]|ありま|いる|います|いました|こと|もの|ところ|ため|よう[にでな、。]|とおり|はず|わけ)/u

/**
 * What one said, cut into phrases that each fit into the band behind the name of who speaks, at the ends of sentences and clauses where they
 * lie well. Nothing is left out: joined they are the text, with the readings that are marked in it.
 */
export function captionPhrases(
  text: string,
  { language, speaker, room }: { language: Language; speaker: string | null; room: CaptionRoom },
): readonly string[] {
  const headEm = headOf(speaker, room)
  if (headEm + widthEm(text) <= room.widthEm) return [text]
  const found: string[] = []
  let rest = piecesOf(text, language, room)
  while (rest.length > 0) {
    const taken = phraseFrom(rest, { language, headEm, room })
    found.push(rest.slice(0, taken).join(''))
    rest = rest.slice(taken)
  }
  return found
}

/** One of these phrases in the lines of its band, which end well where the rest leaves room for that; without the spaces at which they end. */
export function captionLines(
  phrase: string,
  { language, speaker, room }: { language: Language; speaker: string | null; room: CaptionRoom },
): readonly string[] {
  const lines: string[] = []
  let rest = piecesOf(phrase, language, room)
  while (rest.length > 0) {
    const headEm = lines.length === 0 ? headOf(speaker, room) : 0
    const taken = lineFrom(rest, { headEm, room, linesLeft: room.lines - lines.length - 1 })
    lines.push(rest.slice(0, taken).join('').trim())
    rest = rest.slice(taken)
  }
  return lines.filter((line) => line !== '')
}

/** How many pieces the next line has. */
function lineFrom(
  rest: readonly string[],
  { headEm, room, linesLeft }: { headEm: number; room: CaptionRoom; linesLeft: number },
): number {
  const most = piecesThatFit(rest, headEm, { ...room, lines: 1 })
  if (most === rest.length || linesLeft < 1) return most
  const taken = goodEnd(rest, most)
  const behind = rest.slice(taken)
  return piecesThatFit(behind, 0, { ...room, lines: linesLeft }) === behind.length ? taken : most
}

/** How much of the band the name of who speaks takes. Of one that is longer than the band its end is seen. */
function headOf(speaker: string | null, { lines, widthEm: lineEm, nameEm = NAME_EM }: CaptionRoom): number {
  return speaker === null ? 0 : Math.min(widthEm(speaker) * nameEm + AFTER_NAME_EM, (lines - 0.5) * lineEm)
}

function piecesOf(text: string, language: Language, room: CaptionRoom): readonly string[] {
  return linePieces(text, language).flatMap((piece) => (widthEm(piece) > room.widthEm ? letters(piece) : [piece]))
}

type Band = { language: Language; headEm: number; room: CaptionRoom }

/** How many pieces the next phrase has. By itself it may end its lines elsewhere than within the whole, and has to fit all the same. */
function phraseFrom(rest: readonly string[], { language, headEm, room }: Band): number {
  let most = piecesThatFit(rest, headEm, room)
  for (;;) {
    const taken = most === rest.length ? most : goodEnd(rest, most)
    if (taken <= 1) return 1
    const alone = linePieces(rest.slice(0, taken).join(''), language)
    if (piecesThatFit(alone, headEm, room) === alone.length) return taken
    most = taken - 1
  }
}

/** How many pieces fit, at least one: lines are filled as a browser fills them. */
function piecesThatFit(pieces: readonly string[], headEm: number, { lines, widthEm: lineEm }: CaptionRoom): number {
  let line = Math.floor(headEm / lineEm)
  let usedEm = headEm % lineEm
  const overflows = pieces.findIndex((piece) => {
    if (usedEm + widthEm(piece.trimEnd()) > lineEm) {
      line += 1
      usedEm = 0
    }
    usedEm += widthEm(piece)
    return line >= lines
  })
  return overflows === -1 ? pieces.length : Math.max(1, overflows)
}

function goodEnd(pieces: readonly string[], most: number): number {
  return (
    lastEnd(pieces, most, { ends: SENTENCE_ENDS, filledBy: FILLED_BY.sentence }) ??
    lastEnd(pieces, most, { ends: CLAUSE_ENDS, filledBy: FILLED_BY.clause }) ??
    lastEnd(pieces, most, { ends: PARTICLE_ENDS, filledBy: FILLED_BY.particle }) ??
    lastEnd(pieces, most, { ends: WORD_ENDS, filledBy: FILLED_BY.word }) ??
    most
  )
}

function lastEnd(
  pieces: readonly string[],
  most: number,
  { ends, filledBy }: { ends: RegExp; filledBy: number },
): number | null {
  const wholeEm = widthEm(pieces.slice(0, most).join(''))
  for (let at = most; at > 0; at -= 1) {
    if (widthEm(pieces.slice(0, at).join('')) < wholeEm * filledBy) return null
    const [last = '', next = ''] = pieces.slice(at - 1, at + 1).map(withoutRuby)
    // What begins behind a stop leans on nothing.
    if (ends.test(last) && !CONJUNCTION.test(last) && (STOP.test(last) || !LEANS.test(next))) return at
  }
  return null
}

function letters(piece: string): string[] {
  return markedUnits(piece).map(({ unit }) => unit)
}

/** Readings stand above their words, smaller; where they are wider the line has room for them. */
const READING_EM = 0.5

/** About as wide as a text in bold is, in em, and rather wider. */
function widthEm(text: string): number {
  if (!text.includes('《')) return lettersEm(text)
  return rubyParts(text).reduce(
    (em, { base, reading }) => em + Math.max(lettersEm(base), READING_EM * lettersEm(reading ?? '')),
    0,
  )
}

const WIDE =
  /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6]|[\u{1f000}-\u{3ffff}]/u
/** How wide the letters of BIZ UDPGothic are in bold, in em; the widest of each class. */
const LATIN: readonly (readonly [RegExp, number])[] = [
  [/[\s.,]/, 0.35],
  [/[:;!'()|iljI]/, 0.44],
  [/[’tfr]/, 0.51],
  [/[aceksvxyzg]/, 0.69],
  [/[MWmw@%&]/, 1],
  [/[a-z0-9]/, 0.76],
  [/[A-Z]/, 0.9],
]
const BROAD = /[\u1000-\u109f]/u

function lettersEm(text: string): number {
  let em = 0
  for (const letter of text) {
    if (WIDE.test(letter)) em += 1
    else if (/\p{Mn}/u.test(letter)) em += 0
    else em += LATIN.find(([kind]) => kind.test(letter))?.[1] ?? (BROAD.test(letter) ? 0.85 : 0.64)
  }
  return em
}
