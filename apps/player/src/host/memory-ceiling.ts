import { z } from 'zod'

/** The ceiling as a setting. A page of ours takes some 200 MiB at rest. */
export const MemoryMb = z.coerce
  .number({ error: 'must be a number of MiB' })
  .int()
  .min(400, { error: 'must be 400 (MiB) or more: the page alone takes some 200' })

/** A page over its ceiling waits for a quiet moment; one half as much over it no longer does. */
const NO_LONGER_WAITS = 1.5
const NOT_AGAIN_MS = 10 * 60_000

/**
 * Whether a page that has grown to `mb` is to be loaded anew now: at a quiet moment, in any case before the system ends it
 * at one of its own choosing, and never twice within ten minutes, since what loading does not mend it does not mend twice.
 * Times are monotonic; `reloadedMs` is null when it never was.
 */
export function isDueForReload(page: {
  mb: number
  ceilingMb: number
  quiet: boolean
  nowMs: number
  reloadedMs: number | null
}): boolean {
  const { mb, ceilingMb, quiet, nowMs, reloadedMs } = page
  if (mb <= ceilingMb) return false
  if (reloadedMs !== null && nowMs - reloadedMs < NOT_AGAIN_MS) return false
  return quiet || mb > ceilingMb * NO_LONGER_WAITS
}
