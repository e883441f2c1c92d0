import categories from './categories.json' with { type: 'json' }
import { folded, isKana, spelling } from './fold.ts'
import procedures from './procedures.json' with { type: 'json' }
import { romajiOf } from './romaji.ts'

/** A text that something is found by, folded; `weight` (0 to 1) is how surely it means it. */
export type Field = { text: string; weight: number; isRomaji: boolean }

/** What a text is found by: itself, and its romaji where it is kana. */
export function fieldsOf(text: string, weight: number): Field[] {
  const plain = folded(text)
  if (plain === '') return []
  const own = { text: plain, weight, isRomaji: false }
  return isKana(plain) ? [own, { text: romajiOf(spelling(text)), weight, isRomaji: true }] : [own]
}

/** Words of a dictionary are written `漢字|かんじ` where their reading is not plain. */
function wordFields(words: readonly string[], weight: number): Field[] {
  return words.flatMap((word) => word.split('|').flatMap((form) => fieldsOf(form, weight)))
}

const CATEGORIES: ReadonlyMap<string, readonly string[]> = new Map(Object.entries(categories))

/** What people call a category (`restroom.wheelchair` is a restroom as well), in many languages. */
export function categoryFields(category: string): Field[] {
  const parts = category.split('.')
  return parts.flatMap((_part, n) =>
    wordFields(CATEGORIES.get(parts.slice(0, n + 1).join('.')) ?? [], n === 0 ? 0.7 : 0.8),
  )
}

/** What people come to an office of this name for. */
export function procedureFields(name: string): Field[] {
  return procedures
    .filter(({ at }) => at.some((part) => name.includes(part)))
    .flatMap(({ words }) => wordFields(words, 0.85))
}

/** Of equal texts the one that weighs most. */
export function withoutDoubles(fields: readonly Field[]): Field[] {
  const best = new Map<string, Field>()
  for (const field of fields) {
    const key = `${field.isRomaji ? 'r' : ''} ${field.text}`
    if ((best.get(key)?.weight ?? 0) < field.weight) best.set(key, field)
  }
  return [...best.values()]
}
