import type { Point } from '@akari/protocol'
import { contains, distance, distanceToBoundary, doubleAreaOf, type Polygon } from '../model/geometry.ts'
import { simplified } from './simplify.ts'

/** What a curve may be flattened by: as little as leaves no more corners than a hall has. */
const FLAT_M = [0.1, 0.3, 1, 3]
const MOST_BENDS = 400
/** How far off a corner people walk. */
const CLEAR_M = 0.5

type Corner = { before: Point; at: Point; after: Point }

/** Where one walks round the corners of a room: a step off each corner that points into it. */
export function bendsOf(polygon: Polygon): Point[] {
  let corners: Corner[] = []
  for (const flatM of FLAT_M) {
    corners = inwardCorners(polygon, flatM)
    if (corners.length <= MOST_BENDS) break
  }
  return corners.slice(0, MOST_BENDS).flatMap((corner) => stepOff(polygon, corner) ?? [])
}

function inwardCorners(polygon: Polygon, flatM: number): Corner[] {
  return polygon.flatMap((ring, index) => {
    const corners = simplified(ring, flatM)
    // Seen from inside, the outer ring turns one way and holes the other.
    const sense = Math.sign(doubleAreaOf(corners)) * (index === 0 ? 1 : -1)
    return corners.flatMap((at, n): Corner[] => {
      const before = corners[(n + corners.length - 1) % corners.length] ?? at
      const after = corners[(n + 1) % corners.length] ?? at
      const turn = (at[0] - before[0]) * (after[1] - at[1]) - (at[1] - before[1]) * (after[0] - at[0])
      return turn * sense < 0 ? [{ before, at, after }] : []
    })
  })
}

/** A step off a corner into the room, along the line that halves it; shorter where the room is narrow. */
function stepOff(polygon: Polygon, { before, at: corner, after }: Corner): [Point] | null {
  const [ux, uy] = unit(before, corner)
  const [vx, vy] = unit(after, corner)
  const long = Math.hypot(ux + vx, uy + vy)
  // A wall that ends: straight on. A corner: away from both walls.
  const [dx, dy] = long < 1e-6 ? [-uy, ux] : [(ux + vx) / long, (uy + vy) / long]
  for (let step = CLEAR_M; step >= 0.01; step /= 2) {
    const at: Point = [corner[0] + dx * step, corner[1] + dy * step]
    if (contains(polygon, at) && distanceToBoundary(at, [polygon]) >= step * 0.5) return [at]
  }
  return null
}

function unit(from: Point, to: Point): Point {
  const long = distance(from, to) || 1
  return [(to[0] - from[0]) / long, (to[1] - from[1]) / long]
}
