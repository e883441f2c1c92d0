import { folded } from './fold.ts'
import type { Entry } from './entry.ts'
import { fieldsOf, withoutDoubles } from './word-fields.ts'

/** A word for a word is a little less sure than the word itself. */
const SHARE = 0.95

/** Entries that are found by one word of a group are found by the others, too. */
export function withSynonyms(entries: readonly Entry[], groups: readonly (readonly string[])[]): Entry[] {
  const known = groups.map((words) => ({ words, plain: words.map(folded).filter((word) => word !== '') }))
  return entries.map((entry) => {
    const more = known.flatMap(({ words, plain }) => {
      const weight = entry.fields.reduce(
        (best, { text, weight: own }) => (plain.includes(text) ? Math.max(best, own) : best),
        0,
      )
      return weight === 0 ? [] : words.flatMap((word) => fieldsOf(word, weight * SHARE))
    })
    return more.length === 0 ? entry : { ...entry, fields: withoutDoubles([...entry.fields, ...more]) }
  })
}
