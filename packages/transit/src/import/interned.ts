import type { Name } from '../model/timetable.ts'

/** Each name once, by index: half a million rows share some hundred headsigns. */
export type Interned = { names: Name[]; indexOf: (key: string, name: () => Name) => number }

export function interned(): Interned {
  const names: Name[] = []
  const known = new Map<string, number>()
  return {
    names,
    indexOf: (key, name) => {
      const index = known.get(key)
      if (index !== undefined) return index
      known.set(ownLetters(key), names.length)
      return names.push(name()) - 1
    },
  }
}

/** A piece of a text keeps all of it in memory; a copy does not. */
export function ownLetters(text: string): string {
  return Array.from(text).join('')
}
