import type { EntryCondition } from '@akari/protocol'

export const TESTS = ['atLeast', 'atMost', 'equals', 'oneOf'] as const
export type Test = (typeof TESTS)[number]

/** What a condition asks for, apart: which test, and what it is compared with as people type it. */
export function partsOfCondition({ is }: EntryCondition): { test: Test; text: string } {
  if ('atLeast' in is) return { test: 'atLeast', text: String(is.atLeast) }
  if ('atMost' in is) return { test: 'atMost', text: String(is.atMost) }
  if ('equals' in is) return { test: 'equals', text: String(is.equals) }
  return { test: 'oneOf', text: is.oneOf.join(', ') }
}

/** The condition that was typed; null while it is none. Numbers are compared as numbers, everything else as words. */
export function conditionOf(value: string, test: Test, text: string): EntryCondition | null {
  const typed = text.normalize('NFKC').trim()
  if (!/^[a-z][a-z0-9-]{0,39}$/.test(value) || typed === '') return null
  switch (test) {
    case 'atLeast':
    case 'atMost': {
      const number = Number(typed)
      if (!Number.isFinite(number)) return null
      return { value, is: test === 'atLeast' ? { atLeast: number } : { atMost: number } }
    }
    case 'equals':
      return { value, is: { equals: asTold(typed) } }
    case 'oneOf': {
      const all = typed.split(/[,、]/).map((each) => each.trim())
      return { value, is: { oneOf: all.filter((each) => each !== '').map(asTold) } }
    }
  }
}

function asTold(text: string): number | string {
  return /^-?\d+(\.\d+)?$/.test(text) ? Number(text) : text
}
