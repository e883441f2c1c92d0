import type { KioskLanguage, Language, RecordingTranscript } from '@akari/protocol'
import { languagesFor } from './find-said.ts'
import functionWords from './function-words.json'

const MOST = 8
/** So many places, spread over all of it, tell what a sitting was about. */
const LOOKED_AT = 1_000
/** Nobody looks for what is shorter. */
const LEAST_LATIN = 6
/** Chinese characters and katakana carry what is spoken of; hiragana holds it together. */
const CARRYING = /^[\p{sc=Han}\p{sc=Katakana}ー々]{2,}$/u
/** Polite verbs end so; Korean has no other letters for them. */
const KOREAN_VERB = /(?:니다|니까|시오|세요|지요|군요|네요)$/u
/** A sentence begins here, perhaps with a quotation. */
const BEGINNING = /(?:^|[.!?…:][”’"')\]]*\s+)[“‘"'([]*$/u

/** Words that hold a sentence together, as long as words are that carry something; and what every meeting is called. */
const HOLDING: Readonly<Partial<Record<Language, ReadonlySet<string>>>> = {
  ja: new Set(functionWords.ja),
  'ja-x-easy': new Set(functionWords.ja),
  en: new Set(functionWords.en),
  'zh-Hans': new Set(functionWords['zh-Hans']),
  ko: new Set(functionWords.ko),
}

/** Words that were said most often, for who would rather touch than type; none is found within another. */
export function frequentWords({ segments }: RecordingTranscript, language: KioskLanguage): string[] {
  const words = new Intl.Segmenter(language === 'ja-x-easy' ? 'ja' : language, { granularity: 'word' })
  const counts = new Map<string, number>()
  const names = new Set<string>()
  const every = Math.max(1, Math.ceil(segments.length / LOOKED_AT))
  for (let at = 0; at < segments.length; at += every) {
    const segment = segments[at]
    const [first] = segment === undefined ? [] : languagesFor(segment.said, language)
    if (segment === undefined || first === undefined) continue
    const { text = '', speaker = segment.speaker ?? '' } = segment.said[first] ?? {}
    for (const name of speaker.split(/[^\p{L}’'-]+/u)) names.add(name)
    for (const { segment: word, index, isWordLike } of words.segment(text)) {
      if (isWordLike !== true || !tells(word, first)) continue
      counts.set(word, (counts.get(word) ?? 0) + 1)
      if (!BEGINNING.test(text.slice(0, index))) names.add(word)
    }
  }
  const sorted = [...withoutCapitals(counts, names)]
    .toSorted(([a, often], [b, oftenB]) => oftenB - often || b.length - a.length || (a < b ? -1 : 1))
    .map(([word]) => word)
  return apart(sorted)
}

/**
 * A word is counted once, and written small if it ever was, or was seen at the beginning of sentences alone: there a capital tells nothing.
 * `names`: words with the capital that they have within a sentence, or in the name of who speaks.
 */
function withoutCapitals(counts: ReadonlyMap<string, number>, names: ReadonlySet<string>): Map<string, number> {
  const joined = new Map<string, number>()
  const written = new Map<string, string>()
  for (const word of counts.keys()) {
    const small = word.toLowerCase()
    const hasOwnCapital = names.has(word) || word.slice(1) !== small.slice(1)
    if (word === small || !hasOwnCapital) written.set(small, small)
    else if (!written.has(small) && !counts.has(small)) written.set(small, word)
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

function tells(word: string, language: Language): boolean {
  if (HOLDING[language]?.has(word.toLowerCase()) === true) return false
  return (
    CARRYING.test(word) ||
    (/^[\p{sc=Latin}’'-]+$/u.test(word) && word.length >= LEAST_LATIN) ||
    (/^\p{sc=Hangul}{2,}$/u.test(word) && !KOREAN_VERB.test(word))
  )
}
