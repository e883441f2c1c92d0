import type { Ruby, TermView } from '@akari/protocol'
import { literally } from '../glossary.ts'
import council from './council-readings.json' with { type: 'json' }
import { hiragana } from './read-lines.ts'

/** Where known words stand in a text, and what is left for the dictionary. */
export type Glossed = { ruby: Ruby; rest: readonly { from: number; text: string }[] }
export type Gloss = (text: string) => Glossed

/**
 * Finds words with known readings: those of the glossary, then those of councils that the dictionary does not know or reads otherwise; longer
 * ones first, and names also where they are written with spaces.
 */
export function glossOf(terms: readonly Pick<TermView, 'written' | 'reading'>[]): Gloss {
  const known = new Map(Object.entries(council))
  for (const { written, reading } of terms) {
    const name = written.ja.replaceAll(/\s/g, '')
    if (reading !== null && name !== '') known.set(name, hiragana(reading))
  }
  const longestFirst = [...known.keys()].sort((a, b) => b.length - a.length)
  const any = new RegExp(longestFirst.map((name) => [...name].map(literally).join('\\s*')).join('|'), 'gu')
  return (text) => {
    const ruby: Ruby = []
    const rest: { from: number; text: string }[] = []
    let at = 0
    for (const { 0: found, index } of text.matchAll(any)) {
      if (index > at) rest.push({ from: at, text: text.slice(at, index) })
      const kana = known.get(found.replaceAll(/\s/g, ''))
      if (kana !== undefined) ruby.push([index, found.length, kana])
      at = index + found.length
    }
    if (at < text.length) rest.push({ from: at, text: text.slice(at) })
    return { ruby, rest }
  }
}

/** The whole ruby of a text: known words, and what the dictionary made of each piece of the rest. */
export function rubyOf({ ruby, rest }: Glossed, read: readonly Ruby[]): Ruby {
  const others = rest.flatMap(({ from }, piece) =>
    (read[piece] ?? []).map(([at, length, kana]): Ruby[number] => [from + at, length, kana]),
  )
  return [...ruby, ...others].toSorted(([a], [b]) => a - b)
}
