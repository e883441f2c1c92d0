import type { Timetable } from '../model/timetable.ts'
import { chosenStops, type Keep } from './keep.ts'

/** The timetable without routes, stops, services and headsigns that no kept trip needs; what was chosen by name stays. */
export function withoutUnused(timetable: Timetable, keep: Keep): Timetable {
  const { trips, stopTimes } = timetable
  const routes = picked(timetable.routes, new Set(trips.route), ({ id }) => keep.routes.includes(id))
  const services = picked(timetable.services, new Set(trips.service), () => false)
  const headsigns = picked(timetable.headsigns, new Set([...trips.headsign, ...stopTimes.headsign]), () => false)
  const chosen = chosenStops(keep, new Map(timetable.stops.map((stop) => [stop.id, stop])))
  const called = new Set(stopTimes.stop)
  const stations = Array.from(called, (stop) => timetable.stops[stop]?.parent ?? -1)
  for (const station of stations) called.add(station)
  const stops = picked(timetable.stops, called, ({ id }) => chosen.has(id))
  return {
    ...timetable,
    routes: routes.items,
    services: services.items,
    headsigns: headsigns.items,
    stops: stops.items.map((stop) => ({ ...stop, parent: stops.at(stop.parent) })),
    trips: {
      ...trips,
      route: trips.route.map(routes.at),
      service: trips.service.map(services.at),
      headsign: trips.headsign.map(headsigns.at),
    },
    stopTimes: { ...stopTimes, stop: stopTimes.stop.map(stops.at), headsign: stopTimes.headsign.map(headsigns.at) },
  }
}

/** The used and the chosen items, and where an old index has gone (−1 stays −1). */
function picked<Item>(items: readonly Item[], used: ReadonlySet<number>, isChosen: (item: Item) => boolean) {
  const places = new Map<number, number>()
  const kept = items.filter((item, n) => {
    const stays = used.has(n) || isChosen(item)
    if (stays) places.set(n, places.size)
    return stays
  })
  return { items: kept, at: (index: number) => places.get(index) ?? -1 }
}
