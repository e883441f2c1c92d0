/** What a process ends with to be started again by whoever supervises it (EX_TEMPFAIL of sysexits.h). */
export const START_ME_AGAIN = 75

const WINDOW_MS = 60_000
const FIRST_MS = 250
const LAST_MS = 5_000

export type RestartPace = {
  /** Tells that the process ended now: how long to wait, and how often it ended within the last minute. */
  ended: () => { waitMs: number; recent: number }
}

/**
 * How fast one process is started again: a quarter of a second after its first end within a minute, twice as long after
 * each further one, never more than five seconds. It is never given up: what shows nothing helps nobody.
 */
export function restartPace(monotonicMs: () => number): RestartPace {
  let ends: readonly number[] = []
  return {
    ended: () => {
      const nowMs = monotonicMs()
      ends = [...ends.filter((at) => nowMs - at < WINDOW_MS), nowMs].slice(-100)
      return { waitMs: Math.min(FIRST_MS * 2 ** Math.min(ends.length - 1, 10), LAST_MS), recent: ends.length }
    },
  }
}
