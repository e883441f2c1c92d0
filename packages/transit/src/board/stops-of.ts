import type { OpenTimetable } from '../model/open-timetable.ts'

/** A stop by its index, with its platforms where it is a station; none where nobody knows the id. */
export function stopsOf({ timetable, stopAt }: OpenTimetable, stopId: string): number[] {
  const stop = stopAt.get(stopId)
  if (stop === undefined) return []
  return [stop, ...timetable.stops.flatMap(({ parent }, n) => (parent === stop ? [n] : []))]
}

/** Ids of the routes whose buses call at any of these stops. */
export function routesAt(open: OpenTimetable, stopIds: readonly string[]): string[] {
  const { routes, trips, stopTimes } = open.timetable
  const calling = new Set(
    stopIds
      .flatMap((id) => stopsOf(open, id))
      .flatMap((stop) => [...open.rowsAt(stop)].map((row) => trips.route[stopTimes.trip[row] ?? 0] ?? 0)),
  )
  return [...calling].map((route) => routes[route]?.id ?? '')
}
