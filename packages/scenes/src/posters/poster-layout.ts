import { type KioskLanguage, type PosterContent, type Texts, textIn, withoutRuby } from '@akari/protocol'
import { phrases } from '@akari/text'

/** So many letters the size of a title stand beside each other in the field at the side. */
const SIDE_EMS = 5.9

/** Those whose field carries the title; in the others it carries a drawing, which stays at the side. */
const TITLED: readonly PosterContent['template'][] = ['notice', 'recruitment']

/**
 * How a title on a field of colour is set on a wide glass: in a field at the side, or where a word of it would not fit there
 * without being torn, in a band over the whole width.
 */
export function layoutFor(template: PosterContent['template'], title: Texts, language: KioskLanguage): 'side' | 'band' {
  if (!TITLED.includes(template)) return 'side'
  const { text, language: written } = textIn(title, language)
  const pieces = withoutRuby(text)
    .split('\n')
    .flatMap((line) => phrases(line, written))
    .flatMap((piece) => piece.split(' '))
  return Math.max(...pieces.map(widthEms)) > SIDE_EMS ? 'band' : 'side'
}

/** Han, kana and Hangul are as wide as they are high, other letters a little more than half. */
function widthEms(piece: string): number {
  return [...piece].reduce((sum, letter) => sum + (/[\u1100-\uffef]/.test(letter) ? 1 : 0.58), 0)
}
