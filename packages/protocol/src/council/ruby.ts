import { z } from 'zod'

/** Kana as a dictionary spells: hiragana and long vowels. */
export const SPELT = /^[ぁ-ゖー]+$/

/** A stretch of a text and how it is read: `[from, length, kana]`, counted in UTF-16 units, kana in hiragana. */
export const RubySpan = z.tuple([z.int().nonnegative(), z.int().positive(), z.string().max(120).regex(SPELT)])
/** How the Chinese characters of a text are read, in the order of the text; none lies over another. */
export const Ruby = z.array(RubySpan).max(200)
export type Ruby = z.infer<typeof Ruby>

/** A stretch of a text with its kana; null: it is read as it is written. */
export type RubyPiece = { text: string; kana: string | null }

/** The text in pieces, all of it and in its order. */
export function rubyPieces(text: string, ruby: Ruby): RubyPiece[] {
  const pieces: RubyPiece[] = []
  let at = 0
  for (const [from, length, kana] of ruby) {
    if (from < at || from + length > text.length) continue
    if (from > at) pieces.push({ text: text.slice(at, from), kana: null })
    pieces.push({ text: text.slice(from, from + length), kana })
    at = from + length
  }
  if (at < text.length) pieces.push({ text: text.slice(at), kana: null })
  return pieces
}

/** The text as it is read: kana wherever there is ruby. */
export function asRead(text: string, ruby: Ruby): string {
  return rubyPieces(text, ruby)
    .map((piece) => piece.kana ?? piece.text)
    .join('')
}
