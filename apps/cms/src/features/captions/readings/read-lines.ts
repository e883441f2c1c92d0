import { Ruby, SPELT } from '@akari/protocol'
import { spelling } from '@akari/wayfinding'
import { z } from 'zod'

/** Texts to be read, and how each is read. */
export const LinesToRead = z.array(z.string()).max(2_000)
export const LinesRead = z.array(Ruby)

/** A word of a text in its order, and how the dictionary reads it, in katakana; words that it does not know have no reading. */
export type DictionaryWord = { surface: string; reading?: string | undefined }

const HAN = /\p{sc=Han}/u

/** Ruby over the words of a text that have Chinese characters, as far as the dictionary knows them. */
export function rubyOfWords(text: string, words: readonly DictionaryWord[]): Ruby {
  let at = 0
  return words.flatMap(({ surface, reading }): Ruby => {
    const from = text.indexOf(surface, at)
    if (from === -1) return []
    at = from + surface.length
    const kana = hiragana(reading ?? '')
    return HAN.test(surface) && SPELT.test(kana) ? [[from, surface.length, kana]] : []
  })
}

/** Katakana as hiragana, without spaces; long vowels stay as they are spelt. */
export function hiragana(kana: string): string {
  return [...kana.normalize('NFKC')].map((letter) => (letter === 'ー' ? letter : spelling(letter))).join('')
}
