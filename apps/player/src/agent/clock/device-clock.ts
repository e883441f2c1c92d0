import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { uptime } from 'node:os'

/** The device's own clocks. `monotonicMs` counts from the start of the machine and is comparable while `bootId` is the same. */
export type DeviceClock = { wallMs: () => number; monotonicMs: () => number; bootId: string }

/** Anchored in the machine's uptime, so that a restarted agent continues the same scale. */
export function deviceClock(): DeviceClock {
  const anchorMs = uptime() * 1000 - performance.now()
  return { wallMs: Date.now, monotonicMs: () => anchorMs + performance.now(), bootId: readBootId() }
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
