import { type OpenTimetable, rowsOf } from '../model/open-timetable.ts'
import type { Place } from '../model/timetable.ts'
import { type GroundLine, groundLine, nearestOnEach, type OnLine } from './line.ts'

/** The line a trip runs along, with the metres along it at which it calls at each of its stops, and their stop_sequence. */
export type TripLine = {
  line: GroundLine
  calls: readonly { sequence: number; along: number }[]
}

/** Finds the line of a trip by its index; null where the timetable has none for it. Each pattern is worked out once. */
export type TripLines = (trip: number) => TripLine | null

/** A stop that lies farther from the line of its own trip says that the line is not this trip's. Metres. */
const MOST_OFF_STOP = 300

/** A line that somebody drew for a route (its id) in one direction (direction_id, −1 for none); it outdoes the timetable's own. */
export type OwnLine = (routeId: string, direction: number) => readonly Place[] | null

export function tripLines(open: OpenTimetable, ownLine: OwnLine = () => null): TripLines {
  const { timetable } = open
  const { stop, sequence } = timetable.stopTimes
  const known = new Map<string, TripLine | null>()
  return (trip) => {
    const route = timetable.trips.route[trip] ?? -1
    const direction = timetable.trips.direction[trip] ?? -1
    const shape = timetable.trips.shape[trip] ?? -1
    const [from, until] = rowsOf(timetable, trip)
    const calls = [stop.subarray(from, until), sequence.subarray(from, until)].map((column) => column.join(' '))
    const key = [route, direction, shape, ...calls].join('/')
    const before = known.get(key)
    if (before !== undefined) return before
    const own = ownLine(timetable.routes[route]?.id ?? '', direction)
    const line = groundLine(own ?? timetable.shapes[shape]?.points ?? [])
    const rows = Array.from({ length: until - from }, (_, n) => from + n)
    const places = rows.map((row) => timetable.stops[stop[row] ?? -1]?.place ?? null)
    const alongs = line === null ? null : callsAlong(line, places)
    const made =
      line === null || alongs === null
        ? null
        : { line, calls: rows.map((row, n) => ({ sequence: sequence[row] ?? 0, along: alongs[n] ?? 0 })) }
    known.set(key, made)
    return made
  }
}

type Reached = OnLine & { cost: number; from: number }

/**
 * Metres along a line at which it passes each of these places, none before the one ahead of it in the list: a loop passes its first stop
 * twice, and a bus may run one street up and down. Of all ways to do so the one whose places are nearest to the line (least squares).
 * Places that nobody knows are put between their neighbours. Null where one is too far away.
 */
export function callsAlong(line: GroundLine, places: readonly (Place | null)[]): number[] | null {
  const known = places.flatMap((place, n) => (place === null ? [] : [{ place, n }]))
  const steps: Reached[][] = []
  for (const { place } of known) {
    const before = steps.at(-1)
    let [next, best, from] = [0, before === undefined ? 0 : Infinity, -1]
    const reached = nearestOnEach(line, place).map((point): Reached => {
      for (let other = before?.[next]; other !== undefined && other.along <= point.along; other = before?.[next]) {
        if (other.cost < best) [best, from] = [other.cost, next]
        next++
      }
      const cost = point.offMetres > MOST_OFF_STOP ? Infinity : best + point.offMetres ** 2
      return { ...point, cost, from }
    })
    steps.push(reached)
  }
  const passed = cheapest(steps)
  if (passed === null) return null
  const alongs = new Map(known.map(({ n }, step) => [n, passed[step] ?? 0]))
  return places.map((_, n) => alongs.get(n) ?? between(alongs, n))
}

/** The metres of the cheapest way through all steps, found from its end. */
function cheapest(steps: readonly Reached[][]): number[] | null {
  const passed: number[] = []
  let at: number | null = null
  for (const step of steps.toReversed()) {
    at ??= step.reduce((best, { cost }, n) => (cost < (step[best]?.cost ?? Infinity) ? n : best), 0)
    const point: Reached | undefined = step[at]
    if (point === undefined || point.cost === Infinity) return null
    passed.push(point.along)
    at = point.from
  }
  return passed.toReversed()
}

function between(alongs: ReadonlyMap<number, number>, n: number): number {
  const numbers = [...alongs.keys()]
  const [before, after] = [numbers.findLast((other) => other < n), numbers.find((other) => other > n)]
  const [start = 0, end = start] = [alongs.get(before ?? -1), alongs.get(after ?? -1)]
  if (before === undefined || after === undefined) return before === undefined ? end : start
  return start + ((end - start) * (n - before)) / (after - before)
}
