import type { Play, PlayReport, Shown } from '@akari/protocol'
import type { OnNow } from './on-now.ts'

/** A play that is on. */
export interface OpenPlay {
  id: string
  startedAt: string
  on: OnNow
}

/** An item that was on for less than this short of its length is whole: pictures appear within a frame or two. */
const SHORT_OF_MS = 250

/**
 * What there is to tell when `now` is on the glass from a moment on; null: nobody knows what is there. Told are the end of what
 * was on before and the beginning of what is.
 */
export function playsAfter(
  before: OpenPlay | null,
  now: OnNow | null,
  at: string,
  newId: () => string,
): { open: OpenPlay | null; reports: PlayReport[] } {
  if (before !== null && before.on.identity === now?.identity) return { open: before, reports: [] }
  const ended = before === null ? [] : [over(before, at)]
  if (now === null) return { open: null, reports: ended }
  const open = { id: newId(), startedAt: at, on: now }
  return { open, reports: [...ended, begun(open)] }
}

/** A play that is on, as it is told, and told again to an agent that may not have heard of it. */
export function begun({ id, startedAt, on }: OpenPlay): PlayReport {
  return { id, startedAt, endedAt: null, shown: on.shown }
}

/** What could not be shown, at the moment that was found out. */
export function failure(id: string, at: string, shown: Shown, error: { code: string; detail: string }): Play {
  const short = { code: error.code.slice(0, 60), detail: error.detail.slice(0, 300) }
  return { id, startedAt: at, endedAt: at, ending: 'failed', shown, error: short }
}

function over({ id, startedAt, on }: OpenPlay, at: string): Play {
  const lastedMs = Date.parse(at) - Date.parse(startedAt)
  const isWhole = on.lengthMs !== null && lastedMs >= on.lengthMs - SHORT_OF_MS
  // A clock that was put back must not make it end before it began.
  const endedAt = lastedMs < 0 ? startedAt : at
  return { id, startedAt, endedAt, ending: isWhole ? 'whole' : 'cut', shown: on.shown }
}
