import { AlertPolicy, PolicyVersion } from '@akari/protocol'
import type { Rules } from './policy-draft.ts'

type Store = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>

/** A table that was edited but not saved, and the version it was made from. */
type KeptPolicy = { base: PolicyVersion; rules: Rules }

const NAME = 'akari.console.policy-draft'

/** Keeps the unsaved table in this browser, so that a closed window or a lost session costs nothing. */
export function keptPolicy(store: Store) {
  return {
    /** Null where nothing was left, or nothing that can be read. */
    load: (): KeptPolicy | null => {
      const base = PolicyVersion.safeParse(readJson(store.getItem(`${NAME}.base`)))
      const policy = AlertPolicy.safeParse(readJson(store.getItem(NAME)))
      return base.success && policy.success ? { base: base.data, rules: policy.data.rules } : null
    },
    save: ({ base, rules }: KeptPolicy): void => {
      store.setItem(`${NAME}.base`, JSON.stringify(base))
      store.setItem(NAME, JSON.stringify({ rules }))
    },
    drop: (): void => {
      store.removeItem(`${NAME}.base`)
      store.removeItem(NAME)
    },
  }
}

function readJson(text: string | null): unknown {
  if (text === null) return null
  try {
    return JSON.parse(text)
  } catch {
    // Half-written by an older console: the same as no draft.
    return null
  }
}
