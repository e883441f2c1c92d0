import type { GeoPoint, Point } from '@akari/protocol'
import { boxOf, type Polygon } from '../model/geometry.ts'
import { levelPlane, type Position } from './plane.ts'

/** A building between a closet and a town. */
const PLAUSIBLE_M = { min: 1, max: 5000 }

/** How positions become points of the drawing: metres from its top left corner, to the millimetre. */
export type Placing = {
  widthM: number
  heightM: number
  northDeg: number
  /** Where the middle of the drawing lies. */
  at: GeoPoint
  point: (position: Position) => Point
  line: (positions: readonly Position[]) => Point[]
  area: (area: readonly (readonly (readonly Position[])[])[]) => Polygon[]
}

/**
 * The drawing that holds all these positions, turned as `outline` (what the building's direction is read from) wants it; null
 * when its size cannot be that of a building.
 */
export function placingOf(outline: readonly Position[], all: readonly Position[]): Placing | null {
  const { place, positionOf, northDeg } = levelPlane(outline)
  const { minX, minY, maxX, maxY } = boxOf(all.map(place))
  const [widthM, heightM] = [millimetres(maxX - minX), millimetres(maxY - minY)]
  const isPlausible = (side: number) => side >= PLAUSIBLE_M.min && side <= PLAUSIBLE_M.max
  if (!isPlausible(widthM) || !isPlausible(heightM)) return null
  const [lon, lat] = positionOf([minX + widthM / 2, minY + heightM / 2])
  const point = (position: Position): Point => {
    const [x, y] = place(position)
    return [millimetres(x - minX), millimetres(y - minY)]
  }
  return {
    widthM,
    heightM,
    northDeg: Math.round(northDeg * 100) / 100,
    at: { lat: microdegrees(lat), lon: microdegrees(lon) },
    point,
    line: (positions) => positions.map(point),
    area: (area) => area.map((polygon) => polygon.map((ring) => withoutClosing(ring).map(point))),
  }
}

/** GeoJSON repeats the first position at a ring's end (RFC 7946 §3.1.6); we do not. */
function withoutClosing(ring: readonly Position[]): readonly Position[] {
  const [first, last] = [ring[0], ring.at(-1)]
  const isClosed = first !== undefined && last !== undefined && first[0] === last[0] && first[1] === last[1]
  return isClosed ? ring.slice(0, -1) : ring
}

/** A tenth of a metre. */
function microdegrees(degrees: number): number {
  return Math.round(degrees * 1e6) / 1e6
}

function millimetres(metres: number): number {
  return Math.round(metres * 1000) / 1000
}
