import type { Point } from '@akari/protocol'
import { alongLine, distance, lengthOf } from '../model/geometry.ts'

/** A turn that is taken within this distance of another is not worth a card of its own. */
const SHORTEST_M = 12
const STRAIGHT_DEG = 40
/** Where one comes from and gets to is seen over this far, so that a jog that was taken up does not count as a direction. */
const DIRECTION_M = 2 * SHORTEST_M

export type Turn = 'start' | 'straight' | 'left' | 'right'
export type Stretch = { points: Point[]; metres: number; turn: Turn }

/** A walk cut where it turns, stretches shorter than 12 m joined to their neighbours; each with the turn it begins with. */
export function stretchesOf(points: readonly Point[]): Stretch[] {
  const lines = straightLines(points)
  for (;;) {
    const short = shortest(lines)
    if (short === -1) break
    const [before, line, after] = [lines[short - 1], lines[short], lines[short + 1]]
    // The shorter neighbour takes it up, so that no stretch grows out of all measure.
    const isAfter = after !== undefined && (before === undefined || lengthOf(after) < lengthOf(before))
    if (line === undefined) break
    if (isAfter) lines.splice(short, 2, [...line, ...after.slice(1)])
    else if (before !== undefined) lines.splice(short - 1, 2, [...before, ...line.slice(1)])
    else break
  }
  return lines.map((line, n) => ({ points: line, metres: lengthOf(line), turn: turnOf(lines[n - 1], line) }))
}

function shortest(lines: readonly Point[][]): number {
  if (lines.length < 2) return -1
  let [least, leastM] = [-1, SHORTEST_M]
  for (const [n, line] of lines.entries()) {
    const metres = lengthOf(line)
    if (metres < leastM) [least, leastM] = [n, metres]
  }
  return least
}

/** A walk cut wherever it turns by more than 40°. */
function straightLines(points: readonly Point[]): Point[][] {
  const distinct = points.filter((point, n) => n === 0 || distance(point, points[n - 1] ?? point) > 0.01)
  const lines: Point[][] = []
  for (const [n, point] of distinct.entries()) {
    const line = lines.at(-1)
    const before = distinct[n - 1]
    if (line === undefined || before === undefined) {
      lines.push([point])
      continue
    }
    const last = line.at(-2)
    if (last !== undefined && Math.abs(angleOf(last, before, before, point)) > STRAIGHT_DEG) lines.push([before, point])
    else line.push(point)
  }
  return lines.filter((line) => line.length > 1)
}

/**
 * The turn from one stretch to the next, by where one comes from and gets to within some metres of it: a jog that a stretch has
 * taken up, right at the turn, is no turn.
 */
function turnOf(before: readonly Point[] | undefined, line: readonly Point[]): Turn {
  const at = line[0]
  if (before === undefined || at === undefined) return 'start'
  const angle = angleOf(along(before.toReversed(), DIRECTION_M), at, at, along(line, DIRECTION_M))
  if (Math.abs(angle) <= STRAIGHT_DEG) return 'straight'
  return angle > 0 ? 'right' : 'left'
}

/** The point so many metres along a line, or its end. */
function along(line: readonly Point[], metres: number): Point {
  const long = lengthOf(line)
  return alongLine(line, long === 0 ? 1 : Math.min(1, metres / long))
}

/** Degrees from one direction to another, clockwise on paper (y down), within ±180. */
function angleOf([ax, ay]: Point, [bx, by]: Point, [cx, cy]: Point, [dx, dy]: Point): number {
  const [ux, uy, vx, vy] = [bx - ax, by - ay, dx - cx, dy - cy]
  return (Math.atan2(ux * vy - uy * vx, ux * vx + uy * vy) * 180) / Math.PI
}
