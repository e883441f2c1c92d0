import { type OpenTimetable, rowsOf } from '../model/open-timetable.ts'
import { runsOn } from '../model/service.ts'
import { daysAround, type ServiceDay } from '../model/service-days.ts'
import { ageOf } from '../realtime/age.ts'
import { type Live, type Run, runKey } from '../realtime/live.ts'
import type { Departure } from './departure.ts'
import { expectation } from './expectation.ts'
import { extraDepartures } from './extra-departures.ts'
import { headsignOf } from './headsign.ts'
import { stopsOf } from './stops-of.ts'
import { wheelchairAt } from './wheelchair.ts'

/**
 * The next departures of a stop (of all its platforms for a station) from a moment on (Unix seconds), the soonest first: late ones as
 * long as they are still to come, yesterday's last buses after midnight, and tomorrow's first. A trip's last stop and stops where
 * nobody may board are none; beyond the days the timetable is good for there are none.
 */
export function departuresAt(
  open: OpenTimetable,
  stopId: string,
  at: number,
  live: Live | null,
  most = 10,
): Departure[] {
  const { validFrom, validTo, timeZone, services, trips } = open.timetable
  const days = daysAround(at * 1000, open.latest, timeZone)
    .filter(({ day }) => day >= (validFrom ?? -Infinity) && day <= (validTo ?? Infinity))
    .map((day) => ({ day, runs: services.map((service) => runsOn(service, day.day)) }))
  const reached = positions(live, at)
  const found = stopsOf(open, stopId).flatMap((stop) => [
    ...boardableRows(open, stop).flatMap((row) => {
      const trip = open.timetable.stopTimes.trip[row] ?? 0
      return days
        .filter(({ runs }) => runs[trips.service[trip] ?? 0] === true)
        .flatMap(({ day }) => runsOf(open, trip, day))
        .flatMap((run) => departureOf(open, row, run, at, live) ?? [])
        .filter(({ sequence, run }) => (reached.get(runKey(run)) ?? -1) <= sequence)
        .map(({ run: _run, ...departure }) => departure)
    }),
    ...extraDepartures(open, stop, at, live),
  ])
  const last = lastOfEach(found)
  return found
    .map((departure) => ({ ...departure, isLast: last.get(wayOf(departure)) === departure }))
    .filter((departure) => leavesAt(departure) >= at)
    .toSorted((a, b) => leavesAt(a) - leavesAt(b) || (a.tripId < b.tripId ? -1 : 1))
    .slice(0, most)
}

function leavesAt({ expectedAt, plannedAt }: Departure): number {
  return expectedAt ?? plannedAt ?? 0
}

/** Of all departures of one route to one end on one service day, the last that comes. */
function lastOfEach(departures: readonly Departure[]): Map<string, Departure> {
  const last = new Map<string, Departure>()
  for (const departure of departures) {
    const { day, state } = departure
    if (day === null || state === 'cancelled' || state === 'skipped') continue
    const known = last.get(wayOf(departure))
    if (known === undefined || (known.plannedAt ?? 0) < (departure.plannedAt ?? 0))
      last.set(wayOf(departure), departure)
  }
  return last
}

function wayOf({ day, route, headsign }: Departure): string {
  return `${day} ${route} ${headsign.texts.ja}`
}

function boardableRows({ timetable, rowsAt }: OpenTimetable, stop: number): number[] {
  const { trip, pickup } = timetable.stopTimes
  return [...rowsAt(stop)].filter((row) => pickup[row] !== 1 && row < rowsOf(timetable, trip[row] ?? 0)[1] - 1)
}

/** A run with the interval at which it is repeated; null where its times are promised. */
type BoardRun = Run & { everySeconds: number | null }

function runsOf({ timetable, repeats }: OpenTimetable, trip: number, { day, startsAt }: ServiceDay): BoardRun[] {
  const repeated = repeats.get(trip)
  if (repeated === undefined) return [{ trip, day, startsAt, everySeconds: null }]
  const first = timetable.stopTimes.departure[rowsOf(timetable, trip)[0]] ?? 0
  return repeated.flatMap(({ from, until, every, isExact }) =>
    Array.from({ length: Math.ceil((until - from) / every) }, (_, n) => ({
      trip,
      day,
      startsAt: startsAt + from + n * every - first,
      everySeconds: isExact ? null : every,
    })),
  )
}

function departureOf(
  { timetable }: OpenTimetable,
  row: number,
  run: BoardRun,
  at: number,
  live: Live | null,
): (Departure & { run: Run }) | null {
  const { stopTimes, trips, stops } = timetable
  const plannedAt = run.startsAt + (stopTimes.departure[row] ?? 0)
  const trip = live?.trips.get(runKey(run))
  if (trip?.isReplaced === true && ageOf(trip, at) !== 'expired') return null
  const known = expectation(trip, row - rowsOf(timetable, run.trip)[0], at)
  const stop = stopTimes.stop[row] ?? 0
  return {
    run,
    tripId: trips.ids[run.trip] ?? '',
    route: trips.route[run.trip] ?? 0,
    stop,
    sequence: stopTimes.sequence[row] ?? 0,
    headsign: headsignOf(timetable, row),
    plannedAt,
    ...known,
    delaySeconds: known.expectedAt === null ? null : known.expectedAt - plannedAt,
    everySeconds: run.everySeconds,
    wheelchair: wheelchairAt(trips.wheelchair[run.trip] ?? 0, trip?.wheelchair ?? 'unknown', stops[stop]),
    day: run.day,
    isLast: false,
  }
}

/** The stop_sequence that the bus of each run is at or heads for, where it was seen just now: what lies before it has been left. */
function positions(live: Live | null, at: number): Map<string, number> {
  return new Map(
    (live?.vehicles ?? []).flatMap((vehicle) =>
      vehicle.run === null || vehicle.sequence === null || ageOf(vehicle, at) !== 'live'
        ? []
        : [[runKey(vehicle.run), vehicle.sequence] as const],
    ),
  )
}
