import type { TakeoverView } from '@akari/protocol'
import { toInstant, toLocal } from '../../parts/local-time.ts'

const MINUTE_MS = 60_000

/** How a takeover stands at a moment: the server told it earlier. */
export function standingOf({ state, startsAt, endsAt }: TakeoverView, nowMs: number): TakeoverView['state'] {
  if (state === 'ended' || Date.parse(endsAt) <= nowMs) return 'ended'
  return Date.parse(startsAt) > nowMs ? 'planned' : 'running'
}

/** When one that begins at a moment ends after some minutes, on a full minute. */
export function endAfter(startsMs: number, minutes: number): string {
  return new Date(Math.ceil(startsMs / MINUTE_MS) * MINUTE_MS + minutes * MINUTE_MS).toISOString()
}

/** A time of day as the end of one that begins at a moment: of the same day, or of the next where it is over by then. */
export function endAtClock(startsMs: number, clock: string, timeZone: string): string {
  const day = toLocal(startsMs, timeZone).slice(0, 10)
  const same = toInstant(`${day}T${clock}`, timeZone)
  if (Date.parse(same) > startsMs) return same
  return toInstant(`${toLocal(startsMs + 86_400_000, timeZone).slice(0, 10)}T${clock}`, timeZone)
}
