import { shownUntil } from './need.ts'
import type { ContentSet } from './set-files.ts'

/** Minutes after midnight, local time of the display's programme; `to` below `from`: over midnight. */
export type NightWindow = { fromMinute: number; toMinute: number }

const DAY = 24 * 60
const MINUTE_MS = 60_000

/** Reads `22:00-05:30`; null when it is no such time, or a window without a length. */
export function nightWindow(text: string): NightWindow | null {
  const match = /^([01]\d|2[0-3]):([0-5]\d)-([01]\d|2[0-3]):([0-5]\d)$/.exec(text)
  if (match === null) return null
  const [fromHour = 0, fromRest = 0, toHour = 0, toRest = 0] = match.slice(1).map(Number)
  const [fromMinute, toMinute] = [fromHour * 60 + fromRest, toHour * 60 + toRest]
  return fromMinute === toMinute ? null : { fromMinute, toMinute }
}

/**
 * Is it open, and how long until the end of this window or of the next one, in ms? Where the clocks are changed it may be an
 * hour out, which no download minds. `nowMs`: Unix time.
 */
export function windowAt(
  { fromMinute, toMinute }: NightWindow,
  nowMs: number,
  timeZone: string,
): { isOpen: boolean; endsInMs: number } {
  const parts = new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })
    .formatToParts(nowMs)
    .map(({ value }) => Number(value))
  const minute = (parts[0] ?? 0) * 60 + (parts[2] ?? 0)
  const length = (toMinute - fromMinute + DAY) % DAY
  const since = (minute - fromMinute + DAY) % DAY
  const isOpen = since < length
  return { isOpen, endsInMs: (isOpen ? length - since : DAY - since + length) * MINUTE_MS }
}

export type Fetching = { state: 'now' } | { state: 'later' } | { state: 'until'; ms: number }

/**
 * May a set be fetched now? Outside the window only where something of it could be on the glass before the window has come
 * and gone; a display without a programme, or without the time, never waits. `nowMs`: Unix time, null while unknown.
 */
export function fetchingNow(
  window: NightWindow | null,
  active: ContentSet | null,
  wanted: ContentSet,
  nowMs: number | null,
): Fetching {
  if (window === null || active === null || nowMs === null) return { state: 'now' }
  const { isOpen, endsInMs } = windowAt(window, nowMs, wanted.programme.timeZone)
  const span = { fromMs: nowMs, toMs: nowMs + endsInMs }
  if (shownUntil(active.programme, span) !== shownUntil(wanted.programme, span)) return { state: 'now' }
  return isOpen ? { state: 'until', ms: endsInMs } : { state: 'later' }
}
