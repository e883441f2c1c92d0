import type { z } from 'zod'

type Store = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>

/**
 * Keeps what was edited but not saved in this browser, under `name` and an id, so that a closed window or a lost session costs
 * nothing. What an older console left half-written counts as no draft.
 */
export function keptIn<T>(store: Store, name: string, schema: z.ZodType<T>) {
  return {
    load: (id: string): T | null => {
      const text = store.getItem(name + id)
      if (text === null) return null
      const draft = schema.safeParse(readJson(text))
      return draft.success ? draft.data : null
    },
    save: (id: string, draft: T): void => store.setItem(name + id, JSON.stringify(draft)),
    drop: (id: string): void => store.removeItem(name + id),
  }
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
