export type Backoff = {
  /** How long to wait before the next attempt; each call counts as one failure. */
  nextMs: () => number
  /** Call after a success. */
  reset: () => void
}

/** Between half of a period and all of it: what many displays do regularly must not fall into step. */
export function spread(periodMs: number, random: () => number = Math.random): number {
  return Math.round(periodMs * (0.5 + random() / 2))
}

/**
 * Exponential backoff with full jitter (AWS Architecture Blog, 2015-03-04): uniform between 0 and min(cap, base · 2^n), so
 * that five hundred displays do not come back in step.
 */
export function backoff(options: { capMs: number; baseMs?: number; random?: () => number }): Backoff {
  const { capMs, baseMs = 250, random = Math.random } = options
  let failures = 0
  return {
    nextMs: () => {
      const ceiling = Math.min(capMs, baseMs * 2 ** Math.min(failures, 30))
      failures += 1
      return Math.round(random() * ceiling)
    },
    reset: () => {
      failures = 0
    },
  }
}
