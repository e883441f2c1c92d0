import type { Texts } from '@akari/protocol'
import { Temporal } from 'temporal-polyfill'
import type { Departure, DepartureState } from '../board/departure.ts'
import { departuresAt } from '../board/departures.ts'
import type { OpenTimetable } from '../model/open-timetable.ts'
import type { Wheelchair } from '../model/timetable.ts'
import { ageOf } from '../realtime/age.ts'
import type { FeedState, Live } from '../realtime/live.ts'

/** A departure as people read it; times are ISO 8601 with the offset of the place. */
export type BoardRow = {
  tripId: string
  routeId: string
  route: Texts
  headsign: Texts
  stopId: string
  platform: string | null
  stopSequence: number
  planned: string | null
  expected: string | null
  delaySeconds: number | null
  state: DepartureState
  ageSeconds: number | null
  everySeconds: number | null
  wheelchair: Wheelchair
}

/** What live feeds make of a timetable at a moment: in what state they are, and the next departures of one stop. */
export type LiveReport = {
  feed: FeedState
  vehicles: { live: number; stale: number; expired: number; dropped: number }
  unknownTrips: number
  cancelledWithVehicle: number
  board: BoardRow[]
}

/** `at` is Unix seconds; without a stop the board is empty. */
export function liveReport(open: OpenTimetable, live: Live, stopId: string | null, at: number): LiveReport {
  const ages = live.vehicles.map((vehicle) => ageOf(vehicle, at))
  const count = (age: string) => ages.filter((each) => each === age).length
  return {
    feed: live.feed,
    vehicles: { live: count('live'), stale: count('stale'), expired: count('expired'), dropped: live.dropped },
    unknownTrips: live.unknownTrips,
    cancelledWithVehicle: live.cancelledWithVehicle,
    board: stopId === null ? [] : departuresAt(open, stopId, at, live).map((departure) => boardRow(open, departure)),
  }
}

function boardRow({ timetable }: OpenTimetable, departure: Departure): BoardRow {
  const { route, stop, headsign, plannedAt, expectedAt, sequence, ...rest } = departure
  const iso = (seconds: number) =>
    Temporal.Instant.fromEpochMilliseconds(seconds * 1000).toString({ timeZone: timetable.timeZone })
  return {
    tripId: rest.tripId,
    routeId: timetable.routes[route]?.id ?? '',
    route: timetable.routes[route]?.name.texts ?? { ja: '?' },
    headsign: headsign.texts,
    stopId: timetable.stops[stop]?.id ?? '',
    platform: timetable.stops[stop]?.platform ?? null,
    stopSequence: sequence,
    planned: plannedAt === null ? null : iso(plannedAt),
    expected: expectedAt === null ? null : iso(expectedAt),
    delaySeconds: rest.delaySeconds,
    state: rest.state,
    ageSeconds: rest.ageSeconds,
    everySeconds: rest.everySeconds,
    wheelchair: rest.wheelchair,
  }
}
