import { type Alert, Language, type PhraseGroup, type Texts } from '@akari/protocol'
import { sha256Hex } from './cap/sha256.ts'
import { GLASS_WORDS } from './glass-words.ts'
import { BOOK } from './phrase-book.ts'
import { KOGANEI } from './place.ts'

/** Languages that need nobody's confirmation: the city reads them itself. */
export const ALWAYS_CONFIRMED: readonly Language[] = ['ja', 'ja-x-easy', 'en']

/** One text of the book that can stand on a glass. `key` is its path, e.g. `alerts.heavyRain4.headline`. */
export type PhraseEntry = { key: string; group: PhraseGroup; texts: Texts }

const GROUPS: ReadonlyMap<string, PhraseGroup> = new Map([
  ['endings', 'endings'],
  ['corrected', 'endings'],
  ['templates', 'templates'],
  ['evacuation', 'templates'],
  ['glass', 'glass'],
])

/** Every phrase of the book, what the glass itself says, and the names of the shipped places, in the order of the book. */
export function phraseEntries(): PhraseEntry[] {
  const texts = new Map(Language.options.map((language) => [language, new Map(leaves(bookOf(language)))]))
  const phrases = leaves(bookOf('ja'))
    // What is only a separator or a figure says nothing in any language.
    .filter(([, ja]) => /\p{L}/u.test(ja.replace(/\{\w+\}/g, '')))
    .map(([key, ja]) => {
      const entry: Texts = { ja }
      for (const language of Language.options) {
        const text = texts.get(language)?.get(key)
        if (text !== undefined) entry[language] = text
      }
      return { key, group: GROUPS.get(key.split('.', 1)[0] ?? '') ?? 'alerts', texts: entry }
    })
  return [...phrases, ...places()]
}

/** A digest of all that the book says in one language: a confirmation of other texts is none of these. */
export function bookFingerprint(language: Language): string {
  return sha256Hex(JSON.stringify(phraseEntries().map(({ key, texts }) => [key, texts[language] ?? null])))
}

/** Whether a language of the book may stand in live alerts. `confirmed`: the fingerprint that somebody confirmed. */
export function reviewState(language: Language, confirmed: string | null): 'confirmed' | 'waiting' {
  if (ALWAYS_CONFIRMED.includes(language)) return 'confirmed'
  return confirmed !== null && confirmed === bookFingerprint(language) ? 'confirmed' : 'waiting'
}

/**
 * The alert without the languages that are not `allowed`, in whatever comes from the phrase book; a text that its sender
 * wrote keeps all of its languages. Readers of what is left out get English and やさしい日本語, which are always kept.
 */
export function inLanguages(alert: Alert, allowed: ReadonlySet<Language>): Alert {
  const { words, source } = alert
  const shown = { ...words }
  for (const part of words.fromBook ?? []) shown[part] = only(words[part], allowed)
  // A CAP sender says itself what it is called; every other name is ours.
  const name = source.kind === 'cap' ? source.name : only(source.name, allowed)
  return { ...alert, words: shown, source: { ...source, name } }
}

function only(texts: Texts, allowed: ReadonlySet<Language>): Texts {
  const kept: Texts = { ja: texts.ja }
  for (const language of Language.options) {
    const text = texts[language]
    const isKept = ALWAYS_CONFIRMED.includes(language) || allowed.has(language)
    if (text !== undefined && isKept) kept[language] = text
  }
  return kept
}

function places(): PhraseEntry[] {
  const { city, region, earthquakeArea } = KOGANEI
  return Object.entries({ city, region, earthquakeArea }).map(([key, { name }]) => ({
    key: `places.${key}`,
    group: 'alerts',
    texts: name,
  }))
}

function bookOf(language: Language): Tree {
  return { ...BOOK[language], glass: GLASS_WORDS[language] }
}

type Tree = { readonly [name: string]: string | Tree }

/** Every text of a tree of texts with its path. */
function leaves(tree: Tree, path: readonly string[] = []): [key: string, text: string][] {
  return Object.entries(tree).flatMap(([name, value]) => {
    const here = [...path, name]
    return typeof value === 'string' ? [[here.join('.'), value]] : leaves(value, here)
  })
}
