/** A stream that was away comes back in a burst: what is later than this afterwards was lost on the way. */
const LATE_MS = 5_000
const PATIENCE_MS = 30_000

/**
 * When the first picture of a part was taken. Whatever is recorded ends at the live edge at best, so that the earliest start that fits
 * any progress is the truest. Times are Unix milliseconds.
 */
export function partClock() {
  let startedAtMs = Infinity
  let durationMs = 0
  let lateSinceMs: number | null = null
  return {
    /** So much is recorded, of a stream that is so far behind what it shows. */
    recorded: (ms: number, latencyMs: number, nowMs: number): void => {
      durationMs = ms
      startedAtMs = Math.min(startedAtMs, nowMs - ms - latencyMs)
    },
    startedAtMs: (): number => startedAtMs,
    /** Whether what comes now has not been in its place for so long that the next part is wanted. */
    isLost: (latencyMs: number, nowMs: number): boolean => {
      const isLate = durationMs > 0 && nowMs - durationMs - latencyMs - startedAtMs > LATE_MS
      lateSinceMs = isLate ? (lateSinceMs ?? nowMs) : null
      return lateSinceMs !== null && nowMs - lateSinceMs > PATIENCE_MS
    },
  }
}
