import type { TimeRange } from '@akari/protocol'

const DAY = 1440
const STEP = 15

/** Minutes after midnight of a time of day. */
export function minutesOf(time: string): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3))
}

/** The time of day so many minutes after midnight; midnight at the end is 00:00. */
export function clockOf(minutes: number): string {
  const within = ((minutes % DAY) + DAY) % DAY
  return `${String(Math.floor(within / 60)).padStart(2, '0')}:${String(within % 60).padStart(2, '0')}`
}

/** The nearest quarter of an hour within the day. */
export function snapped(minutes: number): number {
  return Math.min(DAY, Math.max(0, Math.round(minutes / STEP) * STEP))
}

/** A range as what is to be drawn in one day: over midnight it goes on at the left. */
export function partsOf({ start, end }: TimeRange): { from: number; to: number; continues: boolean }[] {
  const [from, to] = [minutesOf(start), minutesOf(end)]
  if (to > from) return [{ from, to, continues: false }]
  const rest = to > 0 ? [{ from: 0, to, continues: true }] : []
  return [{ from, to: DAY, continues: false }, ...rest]
}
