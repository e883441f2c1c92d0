import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { uptime } from 'node:os'

/**
 * The device's own clocks. `monotonicMs` counts from the start of the machine, also while it sleeps, and is comparable while
 * `bootId` is the same.
 */
export type DeviceClock = { wallMs: () => number; monotonicMs: () => number; bootId: string }

/** What the operating system offers: `runningMs` is fine and stands still while the machine sleeps, `sinceBootMs` is coarse and does not. */
type Sources = { wallMs: () => number; runningMs: () => number; sinceBootMs: () => number }

const REAL: Sources = {
  wallMs: Date.now,
  runningMs: () => performance.now(),
  sinceBootMs: () => uptime() * 1000,
}
/** How long after waking the clock may still be late. */
const LOOK_MS = 1_000
/** A hundredth of a second is how finely the uptime is told; anything longer was sleep. */
const SLEEP_MS = 200

/** Anchored in the machine's uptime, so that a restarted agent continues the same scale, and one that slept catches up. */
export function deviceClock({ wallMs, runningMs, sinceBootMs }: Sources = REAL): DeviceClock {
  let lookedMs = runningMs()
  let anchorMs = sinceBootMs() - lookedMs
  return {
    wallMs,
    monotonicMs: () => {
      const nowMs = runningMs()
      if (nowMs - lookedMs >= LOOK_MS) {
        lookedMs = nowMs
        const sleptMs = sinceBootMs() - nowMs - anchorMs
        if (sleptMs >= SLEEP_MS) anchorMs += sleptMs
      }
      return anchorMs + nowMs
    },
    bootId: readBootId(),
  }
}

/** Linux names each boot; elsewhere every start of the agent counts as one, which only makes it more careful. */
function readBootId(): string {
  try {
    return readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()
  } catch {
    // No such file: not Linux, or a container without /proc.
    return randomUUID()
  }
}
