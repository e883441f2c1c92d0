import type { KioskLanguage, RecordingTranscript } from '@akari/protocol'
import { languagesFor } from './find-said.ts'

const MOST = 8
/** So many places, spread over all of it, tell what a sitting was about. */
const LOOKED_AT = 1_000
/** Nobody looks for what is shorter. */
const LEAST_LATIN = 6
/** Chinese characters and katakana carry what is spoken of; hiragana holds it together. */
const CARRYING = /^[\p{sc=Han}\p{sc=Katakana}ー々]{2,}$/u

/** Words that were said most often, for who would rather touch than type. */
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
  return [...counts]
    .toSorted(([a, often], [b, oftenB]) => oftenB - often || b.length - a.length || (a < b ? -1 : 1))
    .slice(0, MOST)
    .map(([word]) => word)
}

function tells(word: string): boolean {
  return (
    CARRYING.test(word) ||
    (/^[\p{sc=Latin}’'-]+$/u.test(word) && word.length >= LEAST_LATIN) ||
    /^\p{sc=Hangul}{2,}$/u.test(word)
  )
}
