/** How a live picture is doing, judged from how far it has come; all times on one monotonic clock, in milliseconds. */
export interface LiveWatch {
  /** What the picture was at the last look. */
  mark: string
  progressedAtMs: number
  /** Since when it has moved without a standstill; null while it stands. */
  movingSinceMs: number | null
  /** When a connection was last begun, and how often in a row without a picture that lasted. */
  startedAtMs: number
  attempts: number
  /** `missing`: there has been none yet, and it should be there; `stopped`: there was one. */
  picture: 'awaited' | 'moving' | 'missing' | 'stopped'
  begunAtMs: number
}

/** What one look at the player finds. */
export interface LiveLook {
  nowMs: number
  /** Another one whenever the picture has gone on; empty before there is any. */
  mark: string
  /** `unreachable`: nobody answers any more; `unplayable`: what comes cannot be decoded. Null: the connection goes on. */
  broken: 'unreachable' | 'unplayable' | null
  /** Has nothing new come for so long that what stands will go on standing? */
  starving: boolean
  /** How long to wait between knocks at a stream that does not answer: half a segment. */
  knockEveryMs: number
}

/** Without progress for this long the slate is shown: at once, nearly, where nothing comes any more. */
export const SLATE_AFTER_MS = 3000
const STARVING_SLATE_AFTER_MS = 400
/** A picture that moved for so long has recovered: the next trouble is a new one. */
const RECOVERED_AFTER_MS = 10_000
/** A stream that has not begun by then may take hours: it is asked less often, and nobody misses the end of a sentence. */
const BEGINS_WITHIN_MS = 180_000
const MISSING_KNOCK_MS = 5000
const FED_PATIENCE_MS = [4000, 8000, 15_000, 30_000]
const STARVING_PATIENCE_MS = [10_000, 20_000, 30_000]
const UNPLAYABLE_PATIENCE_MS = [1000, 2000, 4000, 8000, 15_000, 30_000]

export function newLiveWatch(nowMs: number): LiveWatch {
  const since = { progressedAtMs: nowMs, movingSinceMs: null, startedAtMs: nowMs, begunAtMs: nowMs }
  return { mark: '', ...since, attempts: 0, picture: 'awaited' }
}

/**
 * One look at the player. `restart` asks for a new connection. At a stream that does not answer it knocks steadily, which costs
 * next to nothing and has the picture back within a segment; one that was not there yet is asked less often after some minutes. After what cannot be played, and after a long standstill, the waits
 * between attempts grow.
 */
export function lookAt(watch: LiveWatch, seen: LiveLook): { watch: LiveWatch; restart: boolean } {
  const moved = seen.mark !== '' && seen.mark !== watch.mark
  const after = moved ? progressed(watch, seen) : standing(watch, seen)
  const waitedMs = seen.nowMs - Math.max(after.startedAtMs, seen.broken === null ? after.progressedAtMs : 0)
  if (waitedMs < patience(after, seen)) return { watch: after, restart: false }
  return { watch: { ...after, startedAtMs: seen.nowMs, attempts: after.attempts + 1 }, restart: true }
}

function progressed(watch: LiveWatch, { nowMs, mark }: LiveLook): LiveWatch {
  const movingSinceMs = watch.movingSinceMs ?? nowMs
  const attempts = nowMs - movingSinceMs >= RECOVERED_AFTER_MS ? 0 : watch.attempts
  return { ...watch, mark, progressedAtMs: nowMs, movingSinceMs, attempts, picture: 'moving' }
}

function standing(watch: LiveWatch, { nowMs, starving, broken }: LiveLook): LiveWatch {
  const isCut = watch.picture === 'moving' && (starving || broken !== null)
  const isStopped = nowMs - watch.progressedAtMs >= (isCut ? STARVING_SLATE_AFTER_MS : SLATE_AFTER_MS)
  // Before its first picture there is no mark.
  return isStopped ? { ...watch, movingSinceMs: null, picture: watch.mark === '' ? 'missing' : 'stopped' } : watch
}

function patience(
  { attempts, mark, begunAtMs }: LiveWatch,
  { nowMs, broken, starving, knockEveryMs }: LiveLook,
): number {
  if (broken === 'unreachable') {
    const isLate = mark === '' && nowMs - begunAtMs >= BEGINS_WITHIN_MS
    return isLate ? Math.max(knockEveryMs, MISSING_KNOCK_MS) : knockEveryMs
  }
  if (broken === 'unplayable') return inTurn(UNPLAYABLE_PATIENCE_MS, attempts)
  return inTurn(starving ? STARVING_PATIENCE_MS : FED_PATIENCE_MS, attempts)
}

function inTurn(waits: readonly number[], attempt: number): number {
  return waits[Math.min(attempt, waits.length - 1)] ?? SLATE_AFTER_MS
}
