const WINDOW_MS = 60_000
const FIRST_MS = 250
const LAST_MS = 30_000

/**
 * How long to wait before a browser is started again: a quarter of a second after the first end within a minute, twice as
 * long after each further one, never more than half a minute. `endsMs`: when it ended, on the monotonic clock.
 */
export function waitBeforeRestartMs(endsMs: readonly number[], nowMs: number): number {
  const recent = endsMs.filter((at) => nowMs - at < WINDOW_MS).length
  return Math.min(FIRST_MS * 2 ** Math.max(0, recent - 1), LAST_MS)
}

/** Ends that still count. */
export function recentEnds(endsMs: readonly number[], nowMs: number): number[] {
  return endsMs.filter((at) => nowMs - at < WINDOW_MS)
}
