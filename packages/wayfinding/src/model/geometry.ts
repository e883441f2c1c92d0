import type { Point } from '@akari/protocol'

/** A polygon as rings, outer first, without a closing point. */
export type Polygon = Point[][]

/** Is a point inside a polygon and outside its holes (even-odd rule)? */
export function contains(polygon: Polygon, [x, y]: Point): boolean {
  let within = false
  for (const ring of polygon) {
    for (let at = 0, before = ring.length - 1; at < ring.length; before = at++) {
      const [x1, y1] = ring[before] ?? [0, 0]
      const [x2, y2] = ring[at] ?? [0, 0]
      if (y1 > y !== y2 > y && x < x1 + ((y - y1) / (y2 - y1)) * (x2 - x1)) within = !within
    }
  }
  return within
}

export function edgesOf(ring: readonly Point[]): [Point, Point][] {
  return ring.map((point, index) => [point, ring[(index + 1) % ring.length] ?? point])
}

/** Twice the area of a ring, negative where it runs counter-clockwise on paper (y down). */
export function doubleAreaOf(ring: readonly Point[]): number {
  return edgesOf(ring).reduce((sum, [[x1, y1], [x2, y2]]) => sum + x1 * y2 - x2 * y1, 0)
}

/** Square metres of a polygon without its holes. */
export function areaOf(polygon: Polygon): number {
  const [outer = [], ...holes] = polygon
  return Math.max(0, holes.reduce((sum, hole) => sum - Math.abs(doubleAreaOf(hole)), Math.abs(doubleAreaOf(outer))) / 2)
}

export function distance([ax, ay]: Point, [bx, by]: Point): number {
  return Math.hypot(bx - ax, by - ay)
}

/** The point of a segment that is nearest to a point. */
export function nearestOnSegment([x, y]: Point, [ax, ay]: Point, [bx, by]: Point): Point {
  const [dx, dy] = [bx - ax, by - ay]
  const long = dx * dx + dy * dy
  const share = long === 0 ? 0 : Math.max(0, Math.min(1, ((x - ax) * dx + (y - ay) * dy) / long))
  return [ax + share * dx, ay + share * dy]
}

/** Metres from a point to the boundary of polygons. */
export function distanceToBoundary(point: Point, polygons: readonly Polygon[]): number {
  let least = Infinity
  for (const ring of polygons.flat()) {
    for (const [a, b] of edgesOf(ring)) least = Math.min(least, distance(point, nearestOnSegment(point, a, b)))
  }
  return least
}

/** The point halfway along a line. */
export function middleOf(line: readonly Point[]): Point {
  return alongLine(line, 0.5)
}

/** The point at a share (0 to 1) of a line's length. */
export function alongLine(line: readonly Point[], share: number): Point {
  let left = lengthOf(line) * share
  for (const [index, from] of line.entries()) {
    const to = line[index + 1]
    if (to === undefined) return from
    const step = distance(from, to)
    if (left <= step && step > 0)
      return [from[0] + ((to[0] - from[0]) * left) / step, from[1] + ((to[1] - from[1]) * left) / step]
    left -= step
  }
  return line.at(-1) ?? [0, 0]
}

export function lengthOf(line: readonly Point[]): number {
  return line.slice(1).reduce((sum, to, index) => sum + distance(line[index] ?? to, to), 0)
}

export type Box = { minX: number; minY: number; maxX: number; maxY: number }

/** The smallest upright rectangle around points. */
export function boxOf(points: Iterable<Point>): Box {
  const box = { minX: Infinity, minY: Infinity, maxX: -Infinity, maxY: -Infinity }
  for (const [x, y] of points) {
    if (x < box.minX) box.minX = x
    if (x > box.maxX) box.maxX = x
    if (y < box.minY) box.minY = y
    if (y > box.maxY) box.maxY = y
  }
  return box
}

export function isNearBox([x, y]: Point, { minX, minY, maxX, maxY }: Box, metres: number): boolean {
  return x >= minX - metres && x <= maxX + metres && y >= minY - metres && y <= maxY + metres
}
