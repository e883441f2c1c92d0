import type { EntryView, Occurrence } from '@akari/protocol'
import type { Bar } from './bars.ts'
import type { Row } from './rows.ts'
import { DAY_MINUTES, type View } from './span.ts'

/** What was taken hold of, and at which minute of the span. `from` and `to`: where it was. */
export type Grip =
  | { kind: 'create'; row: Row; at: number }
  | { kind: 'move' | 'start' | 'end'; row: Row; bar: Bar; occurrence: Occurrence; at: number; from: number; to: number }

/** Where it would be if one let go now. */
export type Gesture = { grip: Grip; row: Row; from: number; to: number }

/**
 * Minutes that a drag goes by: whole days in a month and for what has no time of its own, a quarter of an hour else, five
 * minutes for the exact hand.
 */
export function stepOf(view: View, exact: boolean, entry?: EntryView): number {
  if (view === 'month' || (entry !== undefined && isOfDays(entry))) return DAY_MINUTES
  return exact ? 5 : 15
}

/** Has this bar edges to take hold of? A daypart gives its times itself; in a month only what lasts whole days has. */
export function isResizable({ entry, occurrences }: Bar, view: View): boolean {
  if (occurrences.length !== 1 || entry.rule.daypartId !== undefined) return false
  return view === 'month' ? entry.rule.durationMinutes >= DAY_MINUTES : !isOfDays(entry) || view === 'week'
}

function isOfDays({ rule }: EntryView): boolean {
  return rule.allDay === true || rule.daypartId !== undefined
}

/** The gesture that a grip makes at a minute over a row. Resizing stays in its row and keeps at least one step. */
export function gestureAt(grip: Grip, row: Row, minute: number, step: number): Gesture {
  switch (grip.kind) {
    case 'create': {
      const [first, last] = [Math.min(grip.at, minute), Math.max(grip.at, minute)]
      if (step === DAY_MINUTES) {
        const whole = (at: number): number => Math.floor(at / step) * step
        return { grip, row: grip.row, from: whole(first), to: whole(last) + step }
      }
      const from = Math.round(first / step) * step
      return { grip, row: grip.row, from, to: Math.max(from + step, Math.round(last / step) * step) }
    }
    case 'move': {
      const by = Math.round((minute - grip.at) / step) * step
      return { grip, row, from: grip.from + by, to: grip.to + by }
    }
    case 'start': {
      const from = snapped(grip.from + minute - grip.at, grip.from, step)
      return { grip, row: grip.row, from: Math.min(from, grip.to - step), to: grip.to }
    }
    case 'end': {
      const to = snapped(grip.to + minute - grip.at, grip.to, step)
      return { grip, row: grip.row, from: grip.from, to: Math.max(to, grip.from + step) }
    }
  }
}

/** The same gesture a step further, for the keyboard: the whole, or its end alone. */
export function nudged(gesture: Gesture, by: number, what: 'whole' | 'end', step: number): Gesture {
  if (what === 'whole') return { ...gesture, from: gesture.from + by, to: gesture.to + by }
  return { ...gesture, to: Math.max(gesture.from + step, gesture.to + by) }
}

/** Has anything come of it? */
export function changesAnything({ grip, row, from, to }: Gesture): boolean {
  return grip.kind === 'create' || row.key !== grip.row.key || from !== grip.from || to !== grip.to
}

/** Edges go to round times of the clock; whole days keep their time of day. */
function snapped(minute: number, before: number, step: number): number {
  if (step === DAY_MINUTES) return before + Math.round((minute - before) / step) * step
  return Math.round(minute / step) * step
}
