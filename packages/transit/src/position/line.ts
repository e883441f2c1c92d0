import type { Place } from '../model/timetable.ts'

/** Metres east and north of a point nearby. */
type Metres = readonly [east: number, north: number]

/** A line on the ground with how far along it each of its points lies. */
export type GroundLine = {
  places: readonly Place[]
  /** Metres from the start; the last is the line's length. */
  distances: Float64Array
}

/** A place on a line: how far along it, and how far from the place that was asked for. Metres. */
export type OnLine = { along: number; offMetres: number }

const METRES_PER_DEGREE = 111_195

/** The line through these places; null where there are fewer than two that differ. */
export function groundLine(places: readonly Place[]): GroundLine | null {
  const apart = places.filter((place, n) => n === 0 || metresBetween(places[n - 1] ?? place, place) > 0)
  if (apart.length < 2) return null
  const distances = new Float64Array(apart.length)
  for (const [n, place] of apart.entries())
    distances[n] = (distances[n - 1] ?? 0) + metresBetween(apart[n - 1] ?? place, place)
  return { places: apart, distances }
}

export function lengthOf({ distances }: GroundLine): number {
  return distances.at(-1) ?? 0
}

/** Metres between two places of one town, as if it were flat. */
export function metresBetween(a: Place, b: Place): number {
  return Math.hypot(...metresFrom(a, b))
}

/** The place so many metres along; before the start it is the start, beyond the end the end. */
export function placeAlong(line: GroundLine, along: number): Place {
  const n = segmentAt(line, along)
  const [a, b] = ends(line, n)
  const [start = 0, end = 0] = [line.distances[n], line.distances[n + 1]]
  const share = Math.min(1, Math.max(0, (along - start) / (end - start)))
  return { lat: a.lat + (b.lat - a.lat) * share, lon: a.lon + (b.lon - a.lon) * share }
}

/** Where the line leads at a place along it: degrees clockwise from north, 0 up to 360. */
export function bearingAlong(line: GroundLine, along: number): number {
  const [east, north] = metresFrom(...ends(line, segmentAt(line, along)))
  return ((Math.atan2(east, north) * 180) / Math.PI + 360) % 360
}

/** For each stretch of the line between `from` and `until` (metres along it), its nearest point; in the line's order. */
export function nearestOnEach(line: GroundLine, place: Place, from = 0, until = Infinity): OnLine[] {
  const found: OnLine[] = []
  for (let n = 0; n + 1 < line.places.length; n++) {
    const [start = 0, end = 0] = [line.distances[n], line.distances[n + 1]]
    if (end < from || start > until) continue
    const [a, b] = ends(line, n)
    // By one measure both: what lies on the stretch lies on it to the last digit.
    const eastward = eastwardBetween(a, b)
    const [way, to] = [metresFrom(a, b, eastward), metresFrom(a, place, eastward)]
    const share = (way[0] * to[0] + way[1] * to[1]) / (way[0] ** 2 + way[1] ** 2)
    const along = clamp(start + share * (end - start), Math.max(start, from), Math.min(end, until))
    const reached = (along - start) / (end - start)
    found.push({ along, offMetres: Math.hypot(to[0] - way[0] * reached, to[1] - way[1] * reached) })
  }
  return found
}

/** The last stretch that begins at or before `along`. */
function segmentAt({ distances }: GroundLine, along: number): number {
  let [low, high] = [0, distances.length - 2]
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((distances[middle] ?? 0) <= along) low = middle
    else high = middle - 1
  }
  return low
}

function ends({ places }: GroundLine, n: number): [Place, Place] {
  const [a, b] = [places[n], places[n + 1]]
  if (a === undefined || b === undefined) throw new RangeError(`a line has no stretch ${n}`)
  return [a, b]
}

/** How long a degree eastward is between two places, of one northward. */
function eastwardBetween(a: Place, b: Place): number {
  return Math.cos((((a.lat + b.lat) / 2) * Math.PI) / 180)
}

function metresFrom(a: Place, b: Place, eastward = eastwardBetween(a, b)): Metres {
  return [(b.lon - a.lon) * eastward * METRES_PER_DEGREE, (b.lat - a.lat) * METRES_PER_DEGREE]
}

function clamp(value: number, least: number, most: number): number {
  return Math.min(most, Math.max(least, value))
}
