import type { Point } from '@akari/protocol'
import { boxOf } from '../model/geometry.ts'

/** WGS 84 (EPSG:4326): semi-major axis in metres and first eccentricity squared. */
const EQUATOR_M = 6_378_137
const ECCENTRICITY_2 = 0.006_694_379_990_14

/** Degrees of longitude and latitude on WGS 84. */
export type Position = readonly [lon: number, lat: number]

/** A plane in metres, x right and y down, turned so that the building lies level; `northDeg` as in Venue. */
export type Plane = {
  place: (position: Position) => Point
  /** Where a point of the plane lies. */
  positionOf: (point: Point) => Position
  northDeg: number
}

/**
 * The plane on which the smallest rectangle around these positions has its long side level and north in the upper half.
 * Flat-earth projection about their middle: within a kilometre the error stays below a centimetre.
 */
export function levelPlane(around: readonly Position[]): Plane {
  const middle = middleOf(around)
  const { project, positionAt } = metresAbout(middle)
  const angle = longSideAngle(thinned(convexHull(around.map(project))))
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)]
  return {
    place: (position) => {
      const [east, north] = project(position)
      return [east * cos + north * sin, east * sin - north * cos]
    },
    positionOf: ([x, y]) => positionAt([x * cos + y * sin, x * sin - y * cos]),
    northDeg: (angle * 180) / Math.PI,
  }
}

function middleOf(positions: readonly Position[]): Position {
  const { minX, minY, maxX, maxY } = boxOf(positions.map(([lon, lat]): Point => [lon, lat]))
  return [(minX + maxX) / 2, (minY + maxY) / 2]
}

/** East and north in metres from a position, by the radii of curvature of the ellipsoid there; and back. */
function metresAbout([lon0, lat0]: Position): {
  project: (position: Position) => Point
  positionAt: (metres: Point) => Position
} {
  const latitude = (lat0 * Math.PI) / 180
  const w = Math.sqrt(1 - ECCENTRICITY_2 * Math.sin(latitude) ** 2)
  const metresPerLon = ((Math.PI / 180) * EQUATOR_M * Math.cos(latitude)) / w
  const metresPerLat = ((Math.PI / 180) * EQUATOR_M * (1 - ECCENTRICITY_2)) / w ** 3
  return {
    project: ([lon, lat]) => [(lon - lon0) * metresPerLon, (lat - lat0) * metresPerLat],
    positionAt: ([east, north]) => [lon0 + east / metresPerLon, lat0 + north / metresPerLat],
  }
}

/** Each side of a hull is tried against all of it: one of more corners was traced, and every so many will do. */
const MOST_HULL = 1000

function thinned(hull: readonly Point[]): readonly Point[] {
  const every = Math.ceil(hull.length / MOST_HULL)
  return every <= 1 ? hull : hull.filter((_corner, n) => n % every === 0)
}

/** Direction of the long side of the smallest rectangle around a hull: radians from east, counter-clockwise, in (−π/2, π/2]. */
function longSideAngle(hull: readonly Point[]): number {
  let best = { area: Infinity, angle: 0 }
  for (const [index, [x1, y1]] of hull.entries()) {
    const [x2, y2] = hull[(index + 1) % hull.length] ?? [x1, y1]
    if (x1 === x2 && y1 === y2) continue
    const edge = Math.atan2(y2 - y1, x2 - x1)
    const [cos, sin] = [Math.cos(edge), Math.sin(edge)]
    const { minX, minY, maxX, maxY } = boxOf(hull.map(([x, y]): Point => [x * cos + y * sin, y * cos - x * sin]))
    const [along, across] = [maxX - minX, maxY - minY]
    if (along * across < best.area - 1e-6) {
      best = { area: along * across, angle: along >= across ? edge : edge + Math.PI / 2 }
    }
  }
  const halfTurn = best.angle - Math.PI * Math.ceil(best.angle / Math.PI - 0.5)
  return halfTurn === 0 ? 0 : halfTurn
}

/** Andrew's monotone chain. */
function convexHull(points: readonly Point[]): Point[] {
  const sorted = points.toSorted(([ax, ay], [bx, by]) => ax - bx || ay - by)
  return [...halfHull(sorted), ...halfHull(sorted.toReversed())]
}

function halfHull(sorted: readonly Point[]): Point[] {
  const chain: Point[] = []
  for (const point of sorted) {
    for (;;) {
      const [a, b] = [chain.at(-2), chain.at(-1)]
      if (a === undefined || b === undefined || turn(a, b, point) > 0) break
      chain.pop()
    }
    chain.push(point)
  }
  return chain.slice(0, -1)
}

function turn([ax, ay]: Point, [bx, by]: Point, [cx, cy]: Point): number {
  return (bx - ax) * (cy - ay) - (by - ay) * (cx - ax)
}
