import type { Point } from '@akari/protocol'
import {
  contains,
  distance,
  distanceToBoundary,
  doubleAreaOf,
  nearestOnSegment,
  type Polygon,
} from '../model/geometry.ts'

/** What a curve may be flattened by. */
const FLAT_M = 0.1
/** How far off a corner people walk. */
const CLEAR_M = 0.5

/** Where one walks round the corners of a room: a step off each corner that points into it. */
export function bendsOf(polygon: Polygon): Point[] {
  return polygon.flatMap((ring, index) => {
    const corners = simplified(ring)
    // Seen from inside, the outer ring turns one way and holes the other.
    const sense = Math.sign(doubleAreaOf(corners)) * (index === 0 ? 1 : -1)
    return corners.flatMap((corner, n) => {
      const before = corners[(n + corners.length - 1) % corners.length] ?? corner
      const after = corners[(n + 1) % corners.length] ?? corner
      const turn = (corner[0] - before[0]) * (after[1] - corner[1]) - (corner[1] - before[1]) * (after[0] - corner[0])
      if (turn * sense >= 0) return []
      const bend = stepOff(polygon, before, corner, after)
      return bend === null ? [] : [bend]
    })
  })
}

/** A step off a corner into the room, along the line that halves it; shorter where the room is narrow. */
function stepOff(polygon: Polygon, before: Point, corner: Point, after: Point): Point | null {
  const [ux, uy] = unit(before, corner)
  const [vx, vy] = unit(after, corner)
  const long = Math.hypot(ux + vx, uy + vy)
  // A wall that ends: straight on. A corner: away from both walls.
  const [dx, dy] = long < 1e-6 ? [-uy, ux] : [(ux + vx) / long, (uy + vy) / long]
  for (let step = CLEAR_M; step >= 0.01; step /= 2) {
    const at: Point = [corner[0] + dx * step, corner[1] + dy * step]
    if (contains(polygon, at) && distanceToBoundary(at, [polygon]) >= step * 0.5) return at
  }
  return null
}

function unit(from: Point, to: Point): Point {
  const long = distance(from, to) || 1
  return [(to[0] - from[0]) / long, (to[1] - from[1]) / long]
}

/** A ring without the corners that hardly bend it (Douglas and Peucker 1973), at least a triangle. */
function simplified(ring: readonly Point[]): Point[] {
  const first = ring[0]
  if (first === undefined || ring.length < 5) return [...ring]
  let far = 0
  for (const [n, point] of ring.entries()) if (distance(first, point) > distance(first, ring[far] ?? first)) far = n
  const halves = [ring.slice(0, far + 1), [...ring.slice(far), first]]
  const kept = halves.flatMap((half) => thinned(half).slice(0, -1))
  return kept.length < 3 ? [...ring] : kept
}

function thinned(line: readonly Point[]): Point[] {
  const [first, last] = [line[0], line.at(-1)]
  if (first === undefined || last === undefined || line.length < 3) return [...line]
  let [worst, worstM] = [0, FLAT_M]
  for (const [n, point] of line.entries()) {
    const offM = distance(point, nearestOnSegment(point, first, last))
    if (offM > worstM) [worst, worstM] = [n, offM]
  }
  if (worst === 0) return [first, last]
  return [...thinned(line.slice(0, worst + 1)).slice(0, -1), ...thinned(line.slice(worst))]
}
