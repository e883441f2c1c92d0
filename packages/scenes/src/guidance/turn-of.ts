import type { Point } from '@akari/protocol'

/** Where to go, as seen by somebody who reads the display, clockwise from straight at it. */
export const HEADINGS = [
  'ahead',
  'ahead-right',
  'right',
  'behind-right',
  'behind',
  'behind-left',
  'left',
  'ahead-left',
] as const
export type Heading = (typeof HEADINGS)[number]

/** The first bend of a way may be a step around a bench: its direction is that of the first metres. */
const FIRST_M = 5

/** Direction of the first metres of a way, in degrees clockwise from the drawing's up. */
export function setsOutDeg(points: readonly Point[]): number {
  const [start = [0, 0]] = points
  const [x, y] = pointAfter(points, FIRST_M)
  return positive((Math.atan2(x - start[0], start[1] - y) * 180) / Math.PI)
}

/** The eighth of the circle that a way sets out in for a reader who looks towards `facingDeg`. */
export function headingOf(points: readonly Point[], facingDeg: number): Heading {
  const eighth = Math.round(positive(setsOutDeg(points) - facingDeg) / 45) % HEADINGS.length
  return HEADINGS[eighth] ?? 'ahead'
}

function pointAfter(points: readonly Point[], metres: number): Point {
  let left = metres
  let [at = [0, 0]] = points
  for (const next of points.slice(1)) {
    const long = Math.hypot(next[0] - at[0], next[1] - at[1])
    if (long >= left) return [at[0] + ((next[0] - at[0]) * left) / long, at[1] + ((next[1] - at[1]) * left) / long]
    left -= long
    at = next
  }
  return at
}

function positive(degrees: number): number {
  return ((degrees % 360) + 360) % 360
}
