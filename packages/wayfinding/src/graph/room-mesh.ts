import type { Point } from '@akari/protocol'
import { contains, distance, edgesOf, nearestOnSegment, type Polygon } from '../model/geometry.ts'
import { bendsOf } from './bends.ts'

export type Anchor = { node: number; at: Point }
type Spot = { node: number; at: Point; inside: Point }

/** How far inside a room a door in its wall is looked at from, and how far outside it may have been drawn. */
const STEP_IN_M = 0.05

/**
 * Joins all that can see each other in a room: its doors, what stands in it, and the corners that one has to walk round
 * (given a node by `addBend`). Shortest ways over this mesh are pulled tight by themselves. A door a hand's breadth outside
 * the wall counts as in it. Gives back those that lie in no part of the room.
 */
export function meshRoom(
  shape: readonly Polygon[],
  anchors: readonly Anchor[],
  addBend: (at: Point) => number,
  join: (a: number, b: number, metres: number) => void,
): Anchor[] {
  const left = new Set(anchors)
  for (const drawn of shape) {
    const polygon = drawn.map(untraced)
    const spots: Spot[] = []
    for (const anchor of anchors) {
      const inside = left.has(anchor) ? pointInside(polygon, anchor.at) : null
      if (inside === null) continue
      spots.push({ ...anchor, inside })
      left.delete(anchor)
    }
    if (spots.length > 1) meshPart(polygon, spots, addBend, join)
  }
  return [...left]
}

/** A ring of more corners was traced, not drawn: every so many will do. */
const MOST_CORNERS = 2000

function untraced(ring: Point[]): Point[] {
  const every = Math.ceil(ring.length / MOST_CORNERS)
  return every === 1 ? ring : ring.filter((_corner, n) => n % every === 0)
}

/** In a hall with more doors, each is joined to its neighbours and to the middle only, or there would be millions of ways. */
const MOST_SPOTS = 600
const NEIGHBOURS = 40

function meshPart(
  polygon: Polygon,
  spots: readonly Spot[],
  addBend: (at: Point) => number,
  join: (a: number, b: number, metres: number) => void,
): void {
  const walls = wallsOf(polygon)
  const bends = bendsOf(polygon)
  const all = [...spots, ...bends.map((at): Spot => ({ node: addBend(at), at, inside: at }))]
  const isSeen = (a: Spot, b: Spot) => bends.length === 0 || sees(walls, a.inside, b.inside)
  for (const [n, a] of all.entries()) {
    const others = all.length <= MOST_SPOTS ? all.slice(n + 1) : nearest(all, n)
    for (const b of others) if (isSeen(a, b)) joinSpots(a, b, join)
  }
}

/** The middle of the room, and of the spots that come after one the nearest. */
function nearest(all: readonly Spot[], n: number): Spot[] {
  const { at } = all[n] ?? { at: [0, 0] }
  const near = all.slice(n + 1).toSorted((a, b) => distance(a.at, at) - distance(b.at, at))
  return [...(n === 0 ? all.slice(1) : []), ...near.slice(0, NEIGHBOURS)]
}

function joinSpots(a: Spot, b: Spot, join: (a: number, b: number, metres: number) => void): void {
  if (a.node !== b.node) join(a.node, b.node, distance(a.at, b.at))
}

/** Walls as numbers in a row: x1, y1, x2, y2 of each. */
function wallsOf(polygon: Polygon): Float64Array {
  return Float64Array.from(polygon.flatMap((ring) => edgesOf(ring).flatMap(([a, b]) => [...a, ...b])))
}

/** Can one look from one point inside to another without a wall between? Touching a corner is a wall. */
function sees(walls: Float64Array, [ax, ay]: Point, [bx, by]: Point): boolean {
  const [dx, dy] = [bx - ax, by - ay]
  const [minX, maxX, minY, maxY] = [Math.min(ax, bx), Math.max(ax, bx), Math.min(ay, by), Math.max(ay, by)]
  for (let at = 0; at < walls.length; at += 4) {
    const [x1, y1, x2, y2] = [walls[at] ?? 0, walls[at + 1] ?? 0, walls[at + 2] ?? 0, walls[at + 3] ?? 0]
    if ((x1 < minX && x2 < minX) || (x1 > maxX && x2 > maxX)) continue
    if ((y1 < minY && y2 < minY) || (y1 > maxY && y2 > maxY)) continue
    const side1 = dx * (y1 - ay) - dy * (x1 - ax)
    const side2 = dx * (y2 - ay) - dy * (x2 - ax)
    if ((side1 > 0 && side2 > 0) || (side1 < 0 && side2 < 0)) continue
    const [wx, wy] = [x2 - x1, y2 - y1]
    const sideA = wx * (ay - y1) - wy * (ax - x1)
    const sideB = wx * (by - y1) - wy * (bx - x1)
    if (sideA * sideB < 0) return false
  }
  return true
}

/** The point itself where it is well inside, else one just inside the nearest wall; null where the room is elsewhere. */
function pointInside(polygon: Polygon, at: Point): Point | null {
  const near = polygon
    .flatMap((ring) => edgesOf(ring))
    .map(([a, b]) => {
      const foot = nearestOnSegment(at, a, b)
      return { a, b, foot, metres: distance(at, foot) }
    })
    .filter(({ metres }) => metres <= MOST_OUTSIDE_M)
    .toSorted((one, other) => one.metres - other.metres)
  const isClear = (near[0]?.metres ?? Infinity) >= STEP_IN_M
  if (isClear && contains(polygon, at)) return at
  for (const { a, b, foot } of near) {
    const inside = besideWall(polygon, foot, a, b)
    if (inside !== null) return inside
  }
  return null
}

/** Data draw doors up to this far off the wall. */
const MOST_OUTSIDE_M = 0.5

function besideWall(polygon: Polygon, [x, y]: Point, a: Point, b: Point): Point | null {
  const long = distance(a, b)
  if (long === 0) return null
  const [nx, ny] = [(a[1] - b[1]) / long, (b[0] - a[0]) / long]
  for (const step of [STEP_IN_M, -STEP_IN_M, STEP_IN_M / 10, -STEP_IN_M / 10]) {
    const beside: Point = [x + nx * step, y + ny * step]
    if (contains(polygon, beside)) return beside
  }
  return null
}
