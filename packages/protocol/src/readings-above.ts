import { type Ruby, rubyPieces } from './council/ruby.ts'

/** A word with kanji at its end, and kana in brackets behind it. */
const READ =
  /([^（(）)《》]*?)([\p{sc=Han}々〆ヶ\d]*[\p{sc=Han}々〆ヶ])[（(]([\p{sc=Hiragana}\p{sc=Katakana}ー・ 　]+)[）)]/gu
const SPACE = /[ 　]+/
/** The end of what stands before, as far as it is one word with what follows. */
const TAIL = /[\p{sc=Han}々〆ヶ\d\p{sc=Hiragana}]*$/u
/** Of kanji and kana, in one word. */
const MOST_RUNS = 6
const RUNS = /[\p{sc=Han}々〆ヶ\d]+|\p{sc=Hiragana}+/gu
const ALL_KANJI = /^[\p{sc=Han}々〆ヶ\d]+$/u

/**
 * Plain Japanese with its readings above the kanji (`市民課《しみんか》`) in the place of brackets behind them
 * (`市民課（しみんか）`). Several words that are read one by one each get their own; brackets that explain stay.
 */
export function withReadingsAbove(text: string): string {
  return text.replaceAll(READ, (_, before: string, word: string, reading: string) => {
    const readings = reading.trim().split(SPACE)
    const words = `${before}${word}`.split(SPACE)
    const own = words.slice(-readings.length)
    if (readings.length > 1 && own.length === readings.length && own.every((one) => ALL_KANJI.test(one))) {
      const rest = words.slice(0, -readings.length).map((one) => `${one} `)
      return rest.join('') + own.map((one, n) => above(one, readings[n] ?? '')).join(' ')
    }
    return readTogether(before, word, readings.join('')) ?? before + above(word, readings.join(''))
  })
}

/** A reading that tells the kana before its kanji as well (`子育て支援課（こそだて しえんか）`): each kanji gets its part of it. */
function readTogether(before: string, word: string, reading: string): string | null {
  const start = before.search(TAIL)
  const parts = `${before.slice(start)}${word}`.match(RUNS) ?? []
  if (start === before.length || parts.length > MOST_RUNS) return null
  const told = spelt(parts, reading, above)
  return told === null ? null : before.slice(0, start) + told
}

/** Kanji each with their part of the reading, and the kana between them as they are; null where these are not in it. */
function spelt(
  parts: readonly string[],
  reading: string,
  mark: (kanji: string, read: string) => string,
): string | null {
  const spelled = parts.map((part) => (ALL_KANJI.test(part) ? '(.+)' : `(${part})`)).join('')
  const read = new RegExp(`^${spelled}$`, 'u').exec(reading)
  return read && parts.map((part, n) => (ALL_KANJI.test(part) ? mark(part, read[n + 1] ?? '') : part)).join('')
}

/** A text with what is known of its readings above the kanji: `開きます` with ひらき is `｜開《ひら》きます`. */
export function withRuby(text: string, ruby: Ruby): string {
  const mark = (word: string, kana: string): string => `｜${word}《${kana}》`
  return rubyPieces(text, ruby)
    .map(({ text: word, kana }) => {
      const parts = word.match(RUNS) ?? []
      if (kana === null || /[｜《》\n]/u.test(word)) return word
      const isPlain = parts.length <= MOST_RUNS && parts.join('') === word
      return (isPlain ? spelt(parts, kana, mark) : null) ?? mark(word, kana)
    })
    .join('')
}

/** A figure is read together with its counter, and has to be told that it belongs. */
function above(word: string, reading: string): string {
  return `${/\d/.test(word) ? '｜' : ''}${word}《${reading}》`
}
