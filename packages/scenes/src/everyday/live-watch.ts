/** How a live picture is doing, judged from how far it has come; all times on one monotonic clock, in milliseconds. */
export interface LiveWatch {
  /** Position in the stream at the last look, in seconds. */
  position: number
  progressedAtMs: number
  /** When the connection was last built, and how often in a row without a picture since. */
  startedAtMs: number
  attempts: number
  picture: 'awaited' | 'moving' | 'stopped'
}

/** Without progress for this long the slate is shown. */
export const SLATE_AFTER_MS = 3000
const RESTART_AFTER_MS = [8000, 10_000, 15_000, 30_000] as const

export function newLiveWatch(nowMs: number): LiveWatch {
  return { position: 0, progressedAtMs: nowMs, startedAtMs: nowMs, attempts: 0, picture: 'awaited' }
}

/**
 * One look at the player. `restart` asks for a new connection: after a fatal error that recovery did not mend
 * (`broken`), or after a long standstill; the waits between attempts grow.
 */
export function lookAt(
  watch: LiveWatch,
  seen: { nowMs: number; position: number; broken: boolean },
): { watch: LiveWatch; restart: boolean } {
  if (seen.position !== watch.position && !seen.broken && seen.position > 0)
    return {
      watch: { ...watch, position: seen.position, progressedAtMs: seen.nowMs, attempts: 0, picture: 'moving' },
      restart: false,
    }
  const still = seen.nowMs - watch.progressedAtMs
  const picture = still >= SLATE_AFTER_MS ? 'stopped' : watch.picture
  const patience = seen.broken ? brokenPatience(watch.attempts) : standstillPatience(watch.attempts)
  if (seen.nowMs - Math.max(watch.startedAtMs, watch.progressedAtMs) < patience)
    return { watch: { ...watch, picture }, restart: false }
  return {
    watch: { ...watch, picture, position: 0, startedAtMs: seen.nowMs, attempts: watch.attempts + 1 },
    restart: true,
  }
}

function standstillPatience(attempts: number): number {
  return RESTART_AFTER_MS[Math.min(attempts, RESTART_AFTER_MS.length - 1)] ?? 30_000
}

function brokenPatience(attempts: number): number {
  return Math.min(1000 * 2 ** attempts, 15_000)
}
