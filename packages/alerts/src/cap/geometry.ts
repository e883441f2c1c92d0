import type { GeoPoint } from '../place.ts'
import type { CapCircle } from './cap-alert.ts'

const EARTH_RADIUS_KM = 6371
const KM_PER_DEGREE = (EARTH_RADIUS_KM * Math.PI) / 180

/** `lat,lon lat,lon …`; the closing point is left off. Null where a pair is not a place on earth. */
export function readRing(text: string): { points: GeoPoint[]; closed: boolean } | null {
  const points: GeoPoint[] = []
  for (const pair of text
    .trim()
    .replaceAll(/\s*,\s*/g, ',')
    .split(/\s+/)) {
    const point = readPoint(pair)
    if (point === null) return null
    points.push(point)
  }
  const [first] = points
  const last = points.at(-1)
  const closed = points.length > 1 && first?.lat === last?.lat && first?.lon === last?.lon
  return { points: closed ? points.slice(0, -1) : points, closed }
}

/** `lat,lon radius`, the radius in kilometres. */
export function readCircle(text: string): CapCircle | null {
  const [pair = '', radius = '', ...rest] = text
    .trim()
    .replaceAll(/\s*,\s*/g, ',')
    .split(/\s+/)
  const centre = readPoint(pair)
  const radiusKm = numberOf(radius)
  return centre === null || radiusKm === null || radiusKm < 0 || rest.length > 0 ? null : { centre, radiusKm }
}

function readPoint(pair: string): GeoPoint | null {
  const [latText = '', lonText = '', ...rest] = pair.split(',')
  const lat = numberOf(latText)
  const lon = numberOf(lonText)
  if (lat === null || lon === null || rest.length > 0) return null
  return Math.abs(lat) <= 90 && Math.abs(lon) <= 180 ? { lat, lon } : null
}

function numberOf(text: string): number | null {
  return /^[+-]?\d{1,9}(\.\d*)?$/.test(text) ? Number(text) : null
}

/** Do two areas share any place? Each is a ring without its closing point. */
export function ringsMeet(a: readonly GeoPoint[], b: readonly GeoPoint[]): boolean {
  if (a.some((point) => isInside(point, b)) || b.some((point) => isInside(point, a))) return true
  const sides = sidesOf(b)
  return sidesOf(a).some((side) => sides.some((other) => cross(side, other)))
}

/** Is any place of the ring within the circle? */
export function circleMeets(circle: CapCircle, ring: readonly GeoPoint[]): boolean {
  if (isInside(circle.centre, ring)) return true
  if (ring.some((point) => distanceKm(circle.centre, point) <= circle.radiusKm)) return true
  return sidesOf(ring).some((side) => distanceToSideKm(circle.centre, side) <= circle.radiusKm)
}

/** Even-odd rule on a plane of degrees, which is true enough for areas that do not cross the date line. */
export function isInside(point: GeoPoint, ring: readonly GeoPoint[]): boolean {
  let inside = false
  for (const [a, b] of sidesOf(ring)) {
    if (a.lat > point.lat === b.lat > point.lat) continue
    if (point.lon < a.lon + ((point.lat - a.lat) / (b.lat - a.lat)) * (b.lon - a.lon)) inside = !inside
  }
  return inside
}

/** Great-circle distance (haversine). */
export function distanceKm(a: GeoPoint, b: GeoPoint): number {
  const sinLat = Math.sin(radians(b.lat - a.lat) / 2)
  const sinLon = Math.sin(radians(b.lon - a.lon) / 2)
  const h = sinLat ** 2 + Math.cos(radians(a.lat)) * Math.cos(radians(b.lat)) * sinLon ** 2
  return 2 * EARTH_RADIUS_KM * Math.asin(Math.min(1, Math.sqrt(h)))
}

type Side = readonly [GeoPoint, GeoPoint]

function sidesOf(ring: readonly GeoPoint[]): Side[] {
  return ring.flatMap((point, i) => {
    const next = ring[(i + 1) % ring.length]
    return next === undefined || ring.length < 2 ? [] : [[point, next] as const]
  })
}

function cross([a, b]: Side, [c, d]: Side): boolean {
  const turn = (p: GeoPoint, q: GeoPoint, r: GeoPoint) =>
    Math.sign((q.lon - p.lon) * (r.lat - p.lat) - (q.lat - p.lat) * (r.lon - p.lon))
  return turn(a, b, c) * turn(a, b, d) < 0 && turn(c, d, a) * turn(c, d, b) < 0
}

/** On a plane that touches the earth at the side's first end: exact enough for a city. */
function distanceToSideKm(point: GeoPoint, [a, b]: Side): number {
  const kmPerLon = KM_PER_DEGREE * Math.cos(radians(a.lat))
  const flat = (p: GeoPoint) => ({ x: (p.lon - a.lon) * kmPerLon, y: (p.lat - a.lat) * KM_PER_DEGREE })
  const p = flat(point)
  const end = flat(b)
  const length = end.x ** 2 + end.y ** 2
  const along = length === 0 ? 0 : Math.min(1, Math.max(0, (p.x * end.x + p.y * end.y) / length))
  return Math.hypot(p.x - along * end.x, p.y - along * end.y)
}

function radians(degrees: number): number {
  return (degrees * Math.PI) / 180
}
