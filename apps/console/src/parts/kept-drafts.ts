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

/**
 * Keeps the draft of one editor under `id`. A draft that is settled, as it was saved or given up, is not kept again until
 * somebody changes it: renderings follow a save before the editor has gone or knows what was saved.
 */
export function keeperOf<T>(drafts: ReturnType<typeof keptIn<T>>, id: string) {
  let settled: unknown = null
  let under = id
  return {
    load: (): T | null => drafts.load(under),
    /** `draft` is the document being edited, another object after every change; `written`: as it is kept. */
    keep: (draft: object, written: T): void => {
      if (draft === settled) drafts.drop(under)
      else drafts.save(under, written)
    },
    drop: (): void => drafts.drop(under),
    /** `as`: the id it has from now on, for something new that was saved. */
    settle: (draft: object, as: string = under): void => {
      settled = draft
      drafts.drop(under)
      under = as
    },
    isSettled: (draft: object): boolean => draft === settled,
  }
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
