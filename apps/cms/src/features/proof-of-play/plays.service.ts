import { setTimeout as pause } from 'node:timers/promises'
import type { Id, Play, PlaysAnswer, PlaysQuery } from '@akari/protocol'
import type { PlaysStore } from './plays.store.ts'

const MOST_IN_ONE_ANSWER = 2000
/** So many rows are written or deleted at once: some milliseconds, in which nothing else is. */
const BATCH = 100
const DAY_MS = 86_400_000

export type PlaysService = ReturnType<typeof playsService>

/** Proof of play: what displays have shown, as they tell it themselves; kept for `keepDays`. */
export function playsService({ store, keepDays, now }: { store: PlaysStore; keepDays: number; now: () => Date }) {
  return {
    record: async (displayId: Id, plays: readonly Play[]): Promise<void> => {
      for (let n = 0; n < plays.length; n += BATCH) await store.add(displayId, plays.slice(n, n + BATCH))
    },
    between: async ({ display, from, to }: PlaysQuery): Promise<PlaysAnswer> => {
      const found = await store.between(display, Date.parse(from), Date.parse(to), MOST_IN_ONE_ANSWER + 1)
      return { plays: found.slice(0, MOST_IN_ONE_ANSWER), more: found.length > MOST_IN_ONE_ANSWER }
    },
    /** Forgets what is older than it is kept, a little at a time, so that it is in nobody's way. */
    housekeep: async (): Promise<void> => {
      const beforeMs = now().getTime() - keepDays * DAY_MS
      while ((await store.forget(beforeMs, BATCH)) > 0) await pause(20)
    },
  }
}
