import type { Point } from '@akari/protocol'
import type { ImdfArchive } from './imdf-files.ts'
import type { Area, Position } from './imdf-schemas.ts'
import type { ReportProblem } from './import-problem.ts'
import type { Polygon } from './label-point.ts'
import { type Extent, extentOf, levelPlane } from './plane.ts'

/** A feature farther than this from all levels is a slip in the data, and would shrink the map to a dot. */
const NEAR_M = 50
/** A building between a closet and a town. */
const PLAUSIBLE_M = { min: 1, max: 5000 }

/** How positions become points of the drawing: metres from its top left corner, to the millimetre. */
export type Drawing = {
  widthM: number
  heightM: number
  northDeg: number
  point: (position: Position) => Point
  area: (area: Area) => Polygon[]
}

/** Leaves out what lies far from the building, and reports it. */
export function withoutStrays(archive: ImdfArchive, report: ReportProblem): ImdfArchive {
  const { place } = levelPlane(outlinePositions(archive))
  const levels = extentOf(archive.levels.flatMap(({ geometry }) => geometry.flat(2)).map(place))
  const isNear = (position: Position) => distanceTo(levels, place(position)) <= NEAR_M
  const near = <F extends { id: string }>(file: string, features: F[], positionsOf: (feature: F) => Position[]): F[] =>
    features.filter((feature) => {
      const kept = positionsOf(feature).every(isNear)
      if (!kept) report({ code: 'far-from-building', file, featureId: feature.id, detail: null })
      return kept
    })
  return {
    ...archive,
    units: near('unit.geojson', archive.units, ({ geometry }) => geometry.flat(2)),
    openings: near('opening.geojson', archive.openings, ({ geometry }) => geometry),
    amenities: near('amenity.geojson', archive.amenities, ({ geometry }) => [geometry]),
    anchors: near('anchor.geojson', archive.anchors, ({ geometry }) => [geometry]),
    kiosks: near('kiosk.geojson', archive.kiosks, kioskPositions),
  }
}

/** The drawing that holds everything of an archive; null when its size cannot be that of a building. */
export function drawingOf(archive: ImdfArchive): Drawing | null {
  const { place, northDeg } = levelPlane(outlinePositions(archive))
  const { minX, minY, maxX, maxY } = extentOf(everyPosition(archive).map(place))
  const [widthM, heightM] = [millimetres(maxX - minX), millimetres(maxY - minY)]
  const isPlausible = (side: number) => side >= PLAUSIBLE_M.min && side <= PLAUSIBLE_M.max
  if (!isPlausible(widthM) || !isPlausible(heightM)) return null
  const point = (position: Position): Point => {
    const [x, y] = place(position)
    return [millimetres(x - minX), millimetres(y - minY)]
  }
  return {
    widthM,
    heightM,
    northDeg: Math.round(northDeg * 100) / 100,
    point,
    area: (area) => area.map((polygon) => polygon.map((ring) => withoutClosing(ring).map(point))),
  }
}

/** What the building's direction is read from: its footprint on the ground, else its levels. */
function outlinePositions({ footprints, levels }: ImdfArchive): Position[] {
  const ground = footprints.filter(({ properties }) => properties.category === 'ground')
  return (ground.length > 0 ? ground : levels).flatMap(({ geometry }) => geometry.flat(2))
}

function everyPosition({ levels, units, openings, amenities, anchors, kiosks }: ImdfArchive): Position[] {
  return [
    ...[...levels, ...units].flatMap(({ geometry }) => geometry.flat(2)),
    ...openings.flatMap(({ geometry }) => geometry),
    ...[...amenities, ...anchors].map(({ geometry }) => geometry),
    ...kiosks.flatMap(kioskPositions),
  ]
}

function kioskPositions({ geometry, properties }: ImdfArchive['kiosks'][number]): Position[] {
  return [...(geometry ?? []).flat(2), ...(properties.display_point ? [properties.display_point] : [])]
}

function distanceTo({ minX, minY, maxX, maxY }: Extent, [x, y]: Point): number {
  return Math.max(minX - x, x - maxX, minY - y, y - maxY, 0)
}

/** GeoJSON repeats the first position at a ring's end (RFC 7946 §3.1.6); a Venue does not. */
function withoutClosing(ring: readonly Position[]): readonly Position[] {
  const [first, last] = [ring[0], ring.at(-1)]
  const isClosed = first !== undefined && last !== undefined && first[0] === last[0] && first[1] === last[1]
  return isClosed ? ring.slice(0, -1) : ring
}

function millimetres(metres: number): number {
  return Math.round(metres * 1000) / 1000
}
