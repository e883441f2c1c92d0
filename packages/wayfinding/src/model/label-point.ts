import type { Point } from '@akari/protocol'
import { areaOf, boxOf, contains, edgesOf, type Polygon } from './geometry.ts'

/** Share of the height at which a shape is cut to look for its widest place. */
const CUTS = [0.5, 0.35, 0.65, 0.2, 0.8, 0.1, 0.9, 0.05, 0.95]

/**
 * A point to write a name on: the wanted one or the centroid of the largest polygon where they lie inside, else the middle
 * of the widest of some cuts through it.
 */
export function labelPoint(polygons: readonly Polygon[], wanted: Point | null): Point {
  if (wanted !== null && polygons.some((polygon) => contains(polygon, wanted))) return wanted
  const largest = polygons.toSorted((a, b) => areaOf(b) - areaOf(a))[0] ?? []
  const middle = centroidOf(largest[0] ?? [])
  return contains(largest, middle) ? middle : (widestCut(largest) ?? middle)
}

function widestCut(polygon: Polygon): Point | null {
  const { minY: top, maxY: bottom } = boxOf(polygon[0] ?? [])
  let widest: { width: number; at: Point } | null = null
  for (const share of CUTS) {
    const y = top + (bottom - top) * share
    const xs = crossings(polygon, y)
    for (let i = 0; i + 1 < xs.length; i += 2) {
      const [left = 0, right = 0] = [xs[i], xs[i + 1]]
      if (widest === null || right - left > widest.width) widest = { width: right - left, at: [(left + right) / 2, y] }
    }
  }
  return widest?.at ?? null
}

/** Where a level line at `y` crosses the rings, from left to right. */
function crossings(polygon: Polygon, y: number): number[] {
  const xs: number[] = []
  for (const ring of polygon) {
    for (const [[x1, y1], [x2, y2]] of edgesOf(ring)) {
      if (y1 > y !== y2 > y) xs.push(x1 + ((y - y1) / (y2 - y1)) * (x2 - x1))
    }
  }
  return xs.toSorted((a, b) => a - b)
}

function centroidOf(ring: readonly Point[]): Point {
  const [originX, originY] = ring[0] ?? [0, 0]
  let [doubleArea, sumX, sumY] = [0, 0, 0]
  for (const [[x1, y1], [x2, y2]] of edgesOf(ring)) {
    const cross = (x1 - originX) * (y2 - originY) - (x2 - originX) * (y1 - originY)
    doubleArea += cross
    sumX += (x1 + x2 - 2 * originX) * cross
    sumY += (y1 + y2 - 2 * originY) * cross
  }
  if (doubleArea === 0) return [originX, originY]
  return [originX + sumX / (3 * doubleArea), originY + sumY / (3 * doubleArea)]
}
