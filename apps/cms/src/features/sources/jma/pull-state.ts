import { Instant } from '@akari/protocol'
import { z } from 'zod'

const DAY_MS = 24 * 3600_000
/** The long feeds hold several days; a name that was not listed for longer will not come again. */
const KEPT_MS = 10 * DAY_MS
const MOST_NAMES = 50_000

/** What the JMA pull knows across restarts. */
export const PullState = z.object({
  /** Names of telegrams that were taken in, with when a feed last listed them. */
  seen: z.record(z.string(), Instant),
  /** Last complete reading of each short feed. */
  readAt: z.object({ extra: Instant.nullable(), eqvol: Instant.nullable() }),
  /** Long feeds that are still to be read until they were written after that moment, to fill a gap. */
  owed: z.object({ extra: Instant.nullable(), eqvol: Instant.nullable() }),
  day: z.string(),
  bytes: z.int().nonnegative(),
})
export type PullState = z.infer<typeof PullState>

export function emptyState(): PullState {
  return { seen: {}, readAt: { extra: null, eqvol: null }, owed: { extra: null, eqvol: null }, day: '', bytes: 0 }
}

/** Forgets names that no feed will list again. */
export function pruned(state: PullState, now: Date): PullState {
  const oldest = now.getTime() - KEPT_MS
  const kept = Object.entries(state.seen)
    .filter(([, listedAt]) => Date.parse(listedAt) > oldest)
    .toSorted(([, a], [, b]) => Date.parse(b) - Date.parse(a))
    .slice(0, MOST_NAMES)
  return { ...state, seen: Object.fromEntries(kept) }
}
