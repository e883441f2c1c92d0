import { setTimeout as wait } from 'node:timers/promises'

/** How much may go out at once after a pause, as time at the full rate. */
const BURST_MS = 100

export type MediaGate = {
  /** Resolves when these bytes may go out. Rejects with the signal's reason when it is aborted meanwhile. */
  pass: (bytes: number, signal: AbortSignal) => Promise<void>
  /** Nothing passes for so long: an alert has gone out. */
  hold: (ms: number) => void
}

/**
 * One gate for everything that is to share `bytesPerSecond`: at the CMS the media that displays and staff fetch, which wait while
 * an alert goes out; at a display its downloads. `monotonicMs` is a clock that never jumps.
 */
export function mediaGate({
  bytesPerSecond,
  monotonicMs,
}: {
  bytesPerSecond: number
  monotonicMs: () => number
}): MediaGate {
  /** When everything that was let through would have gone at the full rate. */
  let busyUntilMs = 0
  let heldUntilMs = 0

  return {
    pass: async (bytes, signal) => {
      const nowMs = monotonicMs()
      busyUntilMs = Math.max(busyUntilMs, nowMs - BURST_MS) + (bytes / bytesPerSecond) * 1000
      for (;;) {
        const leftMs = Math.max(busyUntilMs, heldUntilMs) - monotonicMs()
        if (leftMs <= 0) return
        await wait(Math.ceil(leftMs), undefined, { signal })
        // Once waited for, its own share counts as gone; only an alert may keep it longer.
        if (monotonicMs() >= heldUntilMs) return
      }
    },
    hold: (ms) => {
      heldUntilMs = Math.max(heldUntilMs, monotonicMs() + ms)
    },
  }
}
