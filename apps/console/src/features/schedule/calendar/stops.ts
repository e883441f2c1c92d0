import type { Bar } from './bars.ts'
import { DAY_MINUTES, type Span, type View } from './span.ts'

/** Where the keyboard can stand in a row: on a bar, or on a time without one. `minute` is of the span. */
export type Stop = { minute: number; bar: Bar | null }

/** Minutes between two empty stops. */
export function slotOf(view: View): number {
  return view === 'day' ? 60 : DAY_MINUTES
}

/** Every bar of a row in the order they start, and between them the slots in which none does. */
export function stopsOf(span: Span, bars: readonly Bar[]): Stop[] {
  const slot = slotOf(span.view)
  const onBars = bars.map((bar) => ({ minute: Math.max(0, bar.fromMinute), bar }))
  const empty = Array.from({ length: span.minutes / slot }, (_, index) => ({ minute: index * slot, bar: null })).filter(
    ({ minute }) => !onBars.some((stop) => stop.minute >= minute && stop.minute < minute + slot),
  )
  return [...onBars, ...empty].sort((a, b) => a.minute - b.minute || (a.bar?.lane ?? 0) - (b.bar?.lane ?? 0))
}

/** The stop nearest to a minute; on equal terms the first. */
export function nearestStop(stops: readonly Stop[], minute: number): number {
  let best = 0
  for (const [index, stop] of stops.entries()) {
    if (Math.abs(stop.minute - minute) < Math.abs((stops[best]?.minute ?? 0) - minute)) best = index
  }
  return best
}
