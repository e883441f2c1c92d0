import { addDays, TIME_ZONE, toInstant, toLocal } from '../../parts/local-time.ts'

export const MINUTE_MS = 60_000
/** How far the programme can be looked at, in days before and after today. */
export const DAYS_AROUND = 45

/** A moment as the address names it: a local minute, `2026-11-28T09:10`; null for anything else. */
export function readMoment(text: string | null): number | null {
  if (text === null || !/^\d{4}-\d\d-\d\dT\d\d:\d\d$/.test(text)) return null
  const ms = Date.parse(`${text}:00Z`)
  return Number.isNaN(ms) ? null : Date.parse(toInstant(text, TIME_ZONE))
}

/** The local day of a moment, from its midnight to the next. */
export function dayOf(ms: number): { day: string; startsAtMs: number; endsAtMs: number } {
  const day = toLocal(ms, TIME_ZONE).slice(0, 10)
  return { day, startsAtMs: midnight(day), endsAtMs: midnight(addDays(day, 1)) }
}

/** The same time of another day. */
export function sameTimeOn(day: string, ms: number): number {
  return Date.parse(toInstant(`${day}T${toLocal(ms, TIME_ZONE).slice(11)}`, TIME_ZONE))
}

/** The nearest moment within the days that can be looked at. */
export function withinReach(ms: number, nowMs: number): number {
  const today = dayOf(nowMs).day
  const first = midnight(addDays(today, -DAYS_AROUND))
  const last = midnight(addDays(today, DAYS_AROUND + 1)) - MINUTE_MS
  return Math.min(Math.max(ms, first), last)
}

/** Where a key of the keyboard moves a slider of minutes to; null: it is none of its keys. */
export function movedBy(key: string, ms: number): number | null {
  const { startsAtMs, endsAtMs } = dayOf(ms)
  switch (key) {
    case 'ArrowLeft':
    case 'ArrowDown':
      return wholeMinute(ms) - MINUTE_MS
    case 'ArrowRight':
    case 'ArrowUp':
      return wholeMinute(ms) + MINUTE_MS
    case 'PageDown':
      return wholeMinute(ms) - 60 * MINUTE_MS
    case 'PageUp':
      return wholeMinute(ms) + 60 * MINUTE_MS
    case 'Home':
      return startsAtMs
    case 'End':
      return endsAtMs - MINUTE_MS
    default:
      return null
  }
}

function wholeMinute(ms: number): number {
  return Math.floor(ms / MINUTE_MS) * MINUTE_MS
}

function midnight(day: string): number {
  return Date.parse(toInstant(`${day}T00:00`, TIME_ZONE))
}
