import { type LocalDate, type NewApiToken, TOKEN_SCOPES, type TokenScope } from '@akari/protocol'
import type { z } from 'zod'
import { addDays, TIME_ZONE, toInstant } from '../../parts/local-time.ts'

/** A key while somebody decides what it may do; `lastDay` null: it never ends. */
export type KeyForm = { name: string; scopes: readonly TokenScope[]; lastDay: LocalDate | null }

/** Nothing is allowed to a key before somebody has chosen it. */
export const BLANK_KEY: KeyForm = { name: '', scopes: [], lastDay: null }

/** The key that a page of the console leads to: it may do what that page needs; nothing where no scope is named. */
export function keyFor(scope: string | null): KeyForm {
  return { ...BLANK_KEY, scopes: TOKEN_SCOPES.filter((each) => each === scope) }
}

/** The key to make; null while it has no name or nothing it may do. It holds to the end of its last day. */
export function keyOf({ name, scopes, lastDay }: KeyForm): z.infer<typeof NewApiToken> | null {
  if (name.trim() === '' || scopes.length === 0) return null
  return {
    name: name.trim(),
    scopes: [...scopes],
    expiresAt: lastDay === null ? null : toInstant(`${addDays(lastDay, 1)}T00:00`, TIME_ZONE),
  }
}
