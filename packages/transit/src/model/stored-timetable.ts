import type { StoredTimetable } from '@akari/protocol'
import type { Timetable } from './timetable.ts'

/** A timetable as it is stored and sent (JSON), and `timetableOf` it back from what the schema has parsed. */
export function storedTimetable(timetable: Timetable): StoredTimetable {
  const { trips, stopTimes, services, shapes, otherTrips, ...same } = timetable
  return {
    ...same,
    languages: [...same.languages],
    stops: [...same.stops],
    routes: [...same.routes],
    headsigns: [...same.headsigns],
    frequencies: [...same.frequencies],
    services: services.map((service) => ({ ...service, added: [...service.added], removed: [...service.removed] })),
    trips: {
      ids: [...trips.ids],
      route: [...trips.route],
      service: [...trips.service],
      headsign: [...trips.headsign],
      shape: [...trips.shape],
      direction: [...trips.direction],
      wheelchair: [...trips.wheelchair],
      firstRow: [...trips.firstRow],
    },
    stopTimes: {
      stop: [...stopTimes.stop],
      sequence: [...stopTimes.sequence],
      arrival: [...stopTimes.arrival],
      departure: [...stopTimes.departure],
      headsign: [...stopTimes.headsign],
      pickup: [...stopTimes.pickup],
    },
    shapes: shapes.map(({ id, points }) => ({ id, points: points.flatMap(({ lat, lon }) => [lat, lon]) })),
    otherTrips: [...otherTrips],
  }
}

export function timetableOf(stored: StoredTimetable): Timetable {
  const { trips, stopTimes, services, shapes, otherTrips, ...same } = stored
  const rows = new Uint32Array(stopTimes.stop.length)
  for (const [trip, from] of trips.firstRow.entries()) rows.fill(trip, from, trips.firstRow[trip + 1])
  return {
    ...same,
    services: services.map((service) => ({
      ...service,
      added: new Set(service.added),
      removed: new Set(service.removed),
    })),
    trips: {
      ids: trips.ids,
      route: Uint32Array.from(trips.route),
      service: Uint32Array.from(trips.service),
      headsign: Int32Array.from(trips.headsign),
      shape: Int32Array.from(trips.shape),
      direction: Int8Array.from(trips.direction),
      wheelchair: Uint8Array.from(trips.wheelchair),
      firstRow: Uint32Array.from(trips.firstRow),
    },
    stopTimes: {
      trip: rows,
      stop: Uint32Array.from(stopTimes.stop),
      sequence: Uint32Array.from(stopTimes.sequence),
      arrival: Int32Array.from(stopTimes.arrival),
      departure: Int32Array.from(stopTimes.departure),
      headsign: Int32Array.from(stopTimes.headsign),
      pickup: Uint8Array.from(stopTimes.pickup),
    },
    shapes: shapes.map(({ id, points }) => ({
      id,
      points: Array.from({ length: points.length >> 1 }, (_, n) => ({
        lat: points[2 * n] ?? 0,
        lon: points[2 * n + 1] ?? 0,
      })),
    })),
    otherTrips: Uint32Array.from(otherTrips),
  }
}
