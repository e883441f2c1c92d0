import type { GeoPoint, Point } from '@akari/protocol'

/** From places on Earth to pixels of a map, north up. */
export interface GeoProjection {
  project: (place: GeoPoint) => Point
  pxPerMetre: number
}

/** The corners of what is to be seen. */
export interface GeoBox {
  south: number
  west: number
  north: number
  east: number
}

/** Room around what is to be seen, in pixels. */
export interface Insets {
  top: number
  right: number
  bottom: number
  left: number
}

const METRES_PER_DEGREE = 111_195
/** A single stop is seen with this much of the town around it. */
const LEAST_DEGREES = 0.004

/** The box around these places; null for none. */
export function boxOf(places: readonly GeoPoint[]): GeoBox | null {
  const [first] = places
  if (first === undefined) return null
  const box = { south: first.lat, north: first.lat, west: first.lon, east: first.lon }
  for (const { lat, lon } of places) {
    box.south = Math.min(box.south, lat)
    box.north = Math.max(box.north, lat)
    box.west = Math.min(box.west, lon)
    box.east = Math.max(box.east, lon)
  }
  return box
}

/** As large as the box can be seen whole in the middle of a frame; a town is small enough to be flat. */
export function projectionFor(box: GeoBox, size: { w: number; h: number }, insets: Insets): GeoProjection {
  const middle = { lat: (box.south + box.north) / 2, lon: (box.west + box.east) / 2 }
  const eastward = Math.cos((middle.lat * Math.PI) / 180) * METRES_PER_DEGREE
  const room = { w: size.w - insets.left - insets.right, h: size.h - insets.top - insets.bottom }
  const pxPerMetre = Math.max(
    1e-4,
    Math.min(
      room.w / (Math.max(LEAST_DEGREES, box.east - box.west) * eastward),
      room.h / (Math.max(LEAST_DEGREES, box.north - box.south) * METRES_PER_DEGREE),
    ),
  )
  return {
    pxPerMetre,
    project: ({ lat, lon }) => [
      insets.left + room.w / 2 + (lon - middle.lon) * eastward * pxPerMetre,
      insets.top + room.h / 2 - (lat - middle.lat) * METRES_PER_DEGREE * pxPerMetre,
    ],
  }
}

/** A path through pixels, to a tenth of one. */
export function pathOf(points: readonly Point[], isClosed = false): string {
  const steps = points.map(([x, y], n) => `${n === 0 ? 'M' : 'L'}${x.toFixed(1)} ${y.toFixed(1)}`)
  return steps.length === 0 ? '' : `${steps.join('')}${isClosed ? 'Z' : ''}`
}
