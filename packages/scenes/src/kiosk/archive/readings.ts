import {
  type KioskLanguage,
  type Language,
  type RecordedSegment,
  type RecordingTranscript,
  type Ruby,
  rubyParts,
  withReadingsAbove,
  withRuby,
} from '@akari/protocol'
import type { Around } from '../../text/match-in.ts'

/** Do readings stand above the words of a text for who reads `reader`? Japanese without them is what the others chose. */
export function hasReadings(reader: KioskLanguage, language: Language): boolean {
  return (reader === 'ja-x-easy' && language === 'ja') || language === 'ja-x-easy'
}

/** A text as it is written, and how its words are read: as marks or brackets in it tell, else as is told beside it. */
export function bareText(text: string, language: Language, told: Ruby | undefined): { text: string; ruby: Ruby } {
  let bare = ''
  const ruby: Ruby = []
  for (const { base, reading } of rubyParts(language === 'ja-x-easy' ? withReadingsAbove(text) : text)) {
    if (reading !== null) ruby.push([bare.length, base.length, reading])
    bare += base
  }
  return ruby.length === 0 ? { text, ruby: told ?? [] } : { text: bare, ruby }
}

/** What surrounds a match, with its readings marked; a word of which a part matches is marked whole. `whole`: what it is the end of. */
export function readAround({ before, match, after }: Around, whole: { text: string; ruby: Ruby }): Around {
  const shown = before + match + after
  // What was left out of its beginning.
  const left = whole.text.length - shown.length
  const first = whole.text.endsWith(shown) ? 0 : 1
  const spans = whole.ruby.flatMap(([at, length, kana]): Ruby => (at - left < first ? [] : [[at - left, length, kana]]))
  const over = (edge: number) => spans.find(([at, length]) => at < edge && edge < at + length)
  const [from, to] = [before.length, before.length + match.length]
  const start = over(from)?.[0] ?? from
  const [lastAt, lastLength] = over(to) ?? [to, 0]
  const read = (begin: number, end: number) => withRuby(shown.slice(begin, end), rubyWithin(spans, begin, end))
  return {
    before: read(0, start),
    match: read(start, lastAt + lastLength),
    after: read(lastAt + lastLength, shown.length),
  }
}

/** A word that was said, with the reading that it has where it was said first in Japanese. */
export function readWord(word: string, { segments }: Pick<RecordingTranscript, 'segments'>): string {
  for (const { said } of segments) {
    const ruby = rubyOf(said, word)
    if (ruby.length > 0) return withRuby(word, ruby)
  }
  return word
}

function rubyOf({ ja }: RecordedSegment['said'], word: string): Ruby {
  const at = ja?.text.indexOf(word) ?? -1
  return at === -1 ? [] : rubyWithin(ja?.ruby ?? [], at, at + word.length)
}

/** Readings of the words that lie wholly within a stretch, counted from its beginning. */
function rubyWithin(ruby: Ruby, begin: number, end: number): Ruby {
  return ruby.flatMap(
    ([at, length, kana]): Ruby => (at >= begin && at + length <= end ? [[at - begin, length, kana]] : []),
  )
}
