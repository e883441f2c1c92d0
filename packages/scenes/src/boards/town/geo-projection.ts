import { latitudeAt, mercatorY, type StreetsView, zoomOf } from '@akari/basemap/view'
import type { GeoPoint, Point } from '@akari/protocol'

/** From places on Earth to pixels of a map, north up. */
export interface GeoProjection {
  project: (place: GeoPoint) => Point
  pxPerMetre: number
  /** What streets have to be drawn for, to lie exactly beneath a map of this size. */
  view: (size: { w: number; h: number }) => Omit<StreetsView, 'ratio'>
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

/** As large as the box can be seen whole in the middle of a frame: Web Mercator, as the tiles of basemaps are. */
export function projectionFor(box: GeoBox, size: { w: number; h: number }, insets: Insets): GeoProjection {
  const middle = { lon: (box.west + box.east) / 2, y: (mercatorY(box.south) + mercatorY(box.north)) / 2 }
  const squeeze = Math.cos((latitudeAt(middle.y) * Math.PI) / 180)
  const room = { w: size.w - insets.left - insets.right, h: size.h - insets.top - insets.bottom }
  const pxPerDegree = Math.max(
    1,
    Math.min(
      room.w / Math.max(LEAST_DEGREES, box.east - box.west),
      room.h / Math.max(LEAST_DEGREES / squeeze, mercatorY(box.north) - mercatorY(box.south)),
    ),
  )
  const at = { x: insets.left + room.w / 2, y: insets.top + room.h / 2 }
  return {
    pxPerMetre: pxPerDegree / (squeeze * METRES_PER_DEGREE),
    project: ({ lat, lon }) => [
      at.x + (lon - middle.lon) * pxPerDegree,
      at.y - (mercatorY(lat) - middle.y) * pxPerDegree,
    ],
    view: ({ w, h }) => ({
      centre: {
        lon: middle.lon + (w / 2 - at.x) / pxPerDegree,
        lat: latitudeAt(middle.y - (h / 2 - at.y) / pxPerDegree),
      },
      zoom: zoomOf(pxPerDegree),
      w,
      h,
    }),
  }
}

/** A path through pixels, to a tenth of one. */
export function pathOf(points: readonly Point[], isClosed = false): string {
  const steps = points.map(([x, y], n) => `${n === 0 ? 'M' : 'L'}${x.toFixed(1)} ${y.toFixed(1)}`)
  return steps.length === 0 ? '' : `${steps.join('')}${isClosed ? 'Z' : ''}`
}
