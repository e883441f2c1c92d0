import type { Place } from '../model/timetable.ts'
import { bearingAlong, lengthOf, nearestOnEach, type OnLine, placeAlong } from './line.ts'
import type { TripLine } from './trip-line.ts'

/** A vehicle put on the line of its own trip. */
export type Snapped = {
  place: Place
  /** Metres along the line, and of how many. */
  along: number
  length: number
  /** Degrees clockwise from north: where the line leads there. */
  bearing: number
  /** How far the vehicle was seen from there. */
  offMetres: number
}

/** Farther from its line a vehicle is somewhere else: it is shown where it was seen, and nothing is said of its progress. */
export const MOST_OFF_METRES = 150
/** So near to the stretch it should be on, it is on it, whatever other stretch passes by nearer. */
const SNUG_METRES = 40
/** Two stretches that are equally near, but for this, and this far apart along the line leave open which is meant. */
const ALIKE_METRES = 20
const APART_METRES = 100

/**
 * A vehicle's place on the line of its trip. `sequence` is the stop it stands at or heads for: it is looked for on the way there, then a
 * call before and after that, since feeds run ahead and lag. Without it, where the line passes the place twice, nobody can say which is
 * meant: null, as where the line is too far away.
 */
export function snapped(trip: TripLine, place: Place, sequence: number | null): Snapped | null {
  const call = sequence === null ? -1 : trip.calls.findIndex((known) => known.sequence === sequence)
  const found = call === -1 ? onlyNearest(trip, place) : nearAhead(trip, place, call)
  if (found === null || found.offMetres > MOST_OFF_METRES) return null
  const { line } = trip
  const { along, offMetres } = found
  return {
    place: placeAlong(line, along),
    along,
    length: lengthOf(line),
    bearing: bearingAlong(line, along),
    offMetres,
  }
}

function nearAhead({ line, calls }: TripLine, place: Place, call: number): OnLine | null {
  const at = (n: number): number | undefined => calls[n]?.along
  const strictly = nearestIn(nearestOnEach(line, place, at(call - 1) ?? 0, at(call)))
  if (strictly !== null && strictly.offMetres <= SNUG_METRES) return strictly
  return nearestIn(nearestOnEach(line, place, at(call - 2) ?? 0, at(call + 1)))
}

function onlyNearest({ line }: TripLine, place: Place): OnLine | null {
  const points = nearestOnEach(line, place)
  const best = nearestIn(points)
  if (best === null) return null
  const isOpen = points.some(
    ({ along, offMetres }) => offMetres - best.offMetres < ALIKE_METRES && Math.abs(along - best.along) > APART_METRES,
  )
  return isOpen ? null : best
}

function nearestIn(points: readonly OnLine[]): OnLine | null {
  return points.reduce<OnLine | null>(
    (best, point) => (best === null || point.offMetres < best.offMetres ? point : best),
    null,
  )
}
