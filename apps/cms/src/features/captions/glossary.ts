import type { Language, TermView } from '@akari/protocol'

type Term = Pick<TermView, 'written' | 'heard'>

/** What recognisers misheard of names and terms, written right; longer ones first, so that none cuts another. */
export function writtenRight(text: string, terms: readonly Term[]): string {
  const right = new Map(terms.flatMap(({ heard, written }) => heard.map((misheard) => [misheard, written.ja] as const)))
  return replacedAll(text, right)
}

/** A Japanese text with names and terms as they are called in another language: what translates the rest leaves them as they are. */
export function namedIn(text: string, language: Language, terms: readonly Term[]): string {
  const names = terms.flatMap(({ written }) => {
    const name = written[language] ?? (language === 'ja' ? undefined : written.en)
    return name === undefined ? [] : [[written.ja, name] as const]
  })
  return replacedAll(text, new Map(names), language === 'zh-Hans' || language === 'zh-Hant' ? '' : ' ')
}

function replacedAll(text: string, by: ReadonlyMap<string, string>, gap = ''): string {
  if (by.size === 0) return text
  const longestFirst = [...by.keys()].sort((a, b) => b.length - a.length)
  const any = new RegExp(longestFirst.map(literally).join('|'), 'gu')
  return text.replace(any, (word) => `${gap}${by.get(word) ?? word}${gap}`).trim()
}

/** A word for a regular expression that finds it as it is. */
export function literally(word: string): string {
  return word.replaceAll(/[\\^$.*+?()[\]{}|/]/g, '\\$&')
}
