import type { Route, Stop } from '../model/timetable.ts'
import { eachRow, type Tables } from './tables.ts'

/** What matters of a large feed, by ids: all trips of the routes, and whole trips that call at the stops (a station means its platforms). */
export type Keep = { routes: readonly string[]; stops: readonly string[] }

/** Which trips are kept, by id and route. Names what was chosen and is not there. */
export function chooser(
  tables: Tables,
  keep: Keep | null,
  routes: ReadonlyMap<string, Route>,
  stops: ReadonlyMap<string, Stop>,
): (trip: string, route: string) => boolean {
  if (keep === null) return () => true
  for (const id of keep.routes) if (!routes.has(id)) tables.report('choice-unknown', 'routes.txt', id)
  for (const id of keep.stops) if (!stops.has(id)) tables.report('choice-unknown', 'stops.txt', id)
  const chosen = new Set(keep.routes)
  const calling = tripsAt(tables, chosenStops(keep, stops))
  return (trip, route) => chosen.has(route) || calling.has(trip)
}

/** The chosen stops with the platforms of chosen stations. */
export function chosenStops(keep: Keep, stops: ReadonlyMap<string, Stop>): Set<string> {
  const chosen = new Set(keep.stops)
  const order = [...stops.keys()]
  for (const { id, parent } of stops.values()) if (chosen.has(order[parent] ?? '')) chosen.add(id)
  return chosen
}

/** A first pass over the largest table: a trip is known to call somewhere only by its rows. */
function tripsAt(tables: Tables, stops: ReadonlySet<string>): Set<string> {
  const trips = new Set<string>()
  if (stops.size === 0) return trips
  const quietly: Tables = { files: tables.files, report: () => undefined }
  eachRow(quietly, 'stop_times.txt', ['trip_id', 'stop_id'], 2, ([trip = '', stop = '']) => {
    if (stops.has(stop)) trips.add(trip)
  })
  return trips
}
