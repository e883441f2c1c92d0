import type { KioskLanguage, RecordingTranscript } from '@akari/protocol'
import { languagesFor } from './find-said.ts'
import functionWords from './function-words.json'

const MOST = 8
/** So many places, spread over all of it, tell what a sitting was about. */
const LOOKED_AT = 1_000
/** Nobody looks for what is shorter. */
const LEAST_LATIN = 6
/** Chinese characters and katakana carry what is spoken of; hiragana holds it together. */
const CARRYING = /^[\p{sc=Han}\p{sc=Katakana}ー々]{2,}$/u

/** Of English, as long as words are that carry something; and what every meeting is called. */
const HOLDING: ReadonlySet<string> = new Set(functionWords)

/** Words that were said most often, for who would rather touch than type; none is found within another. */
export function frequentWords({ segments }: RecordingTranscript, language: KioskLanguage): string[] {
  const words = new Intl.Segmenter(language === 'ja-x-easy' ? 'ja' : language, { granularity: 'word' })
  const counts = new Map<string, number>()
  const every = Math.max(1, Math.ceil(segments.length / LOOKED_AT))
  for (let at = 0; at < segments.length; at += every) {
    const said = segments[at]?.said ?? {}
    const [first] = languagesFor(said, language)
    if (first === undefined) continue
    for (const { segment: word, isWordLike } of words.segment(said[first]?.text ?? '')) {
      if (isWordLike === true && tells(word)) counts.set(word, (counts.get(word) ?? 0) + 1)
    }
  }
  const sorted = [...withoutCapitals(counts)]
    .toSorted(([a, often], [b, oftenB]) => oftenB - often || b.length - a.length || (a < b ? -1 : 1))
    .map(([word]) => word)
  return apart(sorted)
}

/** A word is counted once, and written small if it ever was: a capital may be that of a sentence. */
function withoutCapitals(counts: ReadonlyMap<string, number>): Map<string, number> {
  const joined = new Map<string, number>()
  const written = new Map<string, string>()
  for (const word of counts.keys()) {
    const small = word.toLowerCase()
    if (word === small || !written.has(small)) written.set(small, word)
  }
  for (const [word, count] of counts) {
    const as = written.get(word.toLowerCase()) ?? word
    joined.set(as, (joined.get(as) ?? 0) + count)
  }
  return joined
}

/** The first of them of which none holds another. */
function apart(words: readonly string[]): string[] {
  const taken: string[] = []
  for (const word of words) {
    if (taken.length === MOST) break
    const small = word.toLowerCase()
    const isPart = (one: string) => one.includes(small) || small.includes(one)
    if (!taken.some((one) => isPart(one.toLowerCase()))) taken.push(word)
  }
  return taken
}

function tells(word: string): boolean {
  return (
    CARRYING.test(word) ||
    (/^[\p{sc=Latin}’'-]+$/u.test(word) && word.length >= LEAST_LATIN && !HOLDING.has(word.toLowerCase())) ||
    /^\p{sc=Hangul}{2,}$/u.test(word)
  )
}
