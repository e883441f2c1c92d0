import type { Instant } from '@akari/protocol'
import { addDays, TIME_ZONE, toInstant, toLocal, weekdayOf } from '../../../parts/local-time.ts'

export const VIEWS = ['day', 'week', 'month'] as const
export type View = (typeof VIEWS)[number]

export const DAY_MINUTES = 24 * 60

/** The days a calendar shows. `minutes` is their length; a minute of a span counts from midnight of its first day. */
export type Span = { view: View; days: readonly string[]; from: Instant; to: Instant; minutes: number }

/** The day, the week from Monday, or the month that a day lies in. */
export function spanOf(view: View, day: string): Span {
  const first = firstDayOf(view, day)
  const length = view === 'day' ? 1 : view === 'week' ? 7 : daysInMonth(first)
  const days = Array.from({ length }, (_, offset) => addDays(first, offset))
  return {
    view,
    days,
    from: toInstant(`${first}T00:00`, TIME_ZONE),
    to: toInstant(`${addDays(first, length)}T00:00`, TIME_ZONE),
    minutes: length * DAY_MINUTES,
  }
}

/** A day in the span before (-1) or after (1) the one that a day lies in. */
export function stepFrom(view: View, day: string, direction: 1 | -1): string {
  if (view !== 'month') return addDays(day, view === 'day' ? direction : 7 * direction)
  const first = firstDayOf('month', day)
  return direction === 1 ? addDays(first, daysInMonth(first)) : firstDayOf('month', addDays(first, -1))
}

/** Makes the function that tells the minute of the span in which a moment lies; outside of it, too. */
export function minuteIn(span: Span): (ms: number) => number {
  const midnight = Date.parse(`${span.days[0]}T00:00:00Z`)
  const [fromMs, toMs] = [Date.parse(span.from), Date.parse(span.to)]
  const clocksStandStill = toMs - fromMs === span.minutes * 60_000
  return (ms) => {
    if (clocksStandStill && ms >= fromMs && ms <= toMs) return Math.round((ms - fromMs) / 60_000)
    return Math.round((Date.parse(`${toLocal(ms, TIME_ZONE)}:00Z`) - midnight) / 60_000)
  }
}

/** Local day and time at a minute of the span, also outside of it. */
export function localAt(span: Span, minute: number): { day: string; time: string } {
  const local = new Date(Date.parse(`${span.days[0]}T00:00:00Z`) + minute * 60_000).toISOString()
  return { day: local.slice(0, 10), time: local.slice(11, 16) }
}

function firstDayOf(view: View, day: string): string {
  if (view === 'month') return `${day.slice(0, 7)}-01`
  return view === 'week' ? addDays(day, -weekdayOf(day)) : day
}

function daysInMonth(first: string): number {
  const [year = 0, month = 1] = first.split('-').map(Number)
  return new Date(Date.UTC(year, month, 0)).getUTCDate()
}
