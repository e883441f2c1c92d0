import { type Language, withoutRuby } from '@akari/protocol'
import { phrases } from '@akari/text'
import { widthInEms } from '../map/labels.ts'

/** One line's text in pages of at most `ems`, cut between phrases; only a phrase that is wider itself is cut within. */
export function pagesOf(text: string, language: Language, ems: number): string[] {
  const pages: string[] = []
  for (const piece of phrases(text, language)
    .flatMap((phrase) => phrase.split(/(?<=\s)/))
    .flatMap(within(ems))) {
    const last = pages.at(-1)
    if (last !== undefined && emsOf((last + piece).trim()) <= ems) pages[pages.length - 1] = last + piece
    else pages.push(piece)
  }
  return pages.map((page) => page.trim()).filter((page) => page !== '')
}

/** Width in ems of its own type. Readings stand above the line and take no width of their own. */
export function emsOf(text: string): number {
  return widthInEms(withoutRuby(text))
}

/** A piece in parts of at most `ems`. One with readings stays whole: they belong to what they stand above. */
function within(ems: number): (piece: string) => string[] {
  return (piece) => {
    if (emsOf(piece) <= ems || withoutRuby(piece) !== piece) return [piece]
    const parts = ['']
    for (const character of piece) {
      const last = parts.at(-1) ?? ''
      if (last !== '' && emsOf(last + character) > ems) parts.push(character)
      else parts[parts.length - 1] = last + character
    }
    return parts
  }
}
