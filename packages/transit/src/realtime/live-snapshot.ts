import type { FeedState as SnapshotState, TransitCall, TransitLive, TransitRun } from '@akari/protocol'
import { type OpenTimetable, rowsOf } from '../model/open-timetable.ts'
import { type ExtraTrip, type Live, type LiveTrip, type LiveVehicle, type Run, runKey } from './live.ts'

/** Calls that are over for so long are on no board and no map any more. Seconds. */
const OVER_SECONDS = 600

type Told = Pick<TransitLive, 'vehicles' | 'trips' | 'extras' | 'alerts'>

/**
 * What live feeds say, by the ids of the timetable instead of its indexes, for a display that holds it itself. `at` is Unix seconds by
 * our own clock: calls that are long over are left out.
 */
export function snapshotOf(open: OpenTimetable, live: Live, at: number): Told {
  const { timetable } = open
  const routeId = (route: number) => timetable.routes[route]?.id ?? ''
  const runOf = ({ trip, day, startsAt }: Run): TransitRun => ({
    tripId: timetable.trips.ids[trip] ?? '',
    day,
    startsAt,
  })
  return {
    vehicles: live.vehicles.map(({ route, run, ...vehicle }) => ({
      ...vehicle,
      routeId: route === null ? null : routeId(route),
      run: run === null ? null : runOf(run),
    })),
    trips: [...live.trips.values()].map(({ run, isCancelled, isReplaced, calls, ...trip }) => ({
      ...trip,
      run: runOf(run),
      state: isCancelled ? 'cancelled' : isReplaced ? 'replaced' : 'runs',
      calls: callsOf(open, run, calls, at),
    })),
    extras: live.extras.map(({ route, calls, ...extra }) => ({
      ...extra,
      routeId: routeId(route),
      calls: calls.map(({ stop, ...call }) => ({ ...call, stopId: timetable.stops[stop]?.id ?? '' })),
    })),
    alerts: live.alerts,
  }
}

function callsOf(open: OpenTimetable, { trip }: Run, calls: LiveTrip['calls'], at: number): TransitCall[] {
  const [from] = rowsOf(open.timetable, trip)
  return calls.flatMap(({ arrivesAt, departsAt, isSkipped }, n) => {
    const lastAt = departsAt ?? arrivesAt
    if (!isSkipped && (lastAt === null || lastAt < at - OVER_SECONDS)) return []
    return [
      {
        sequence: open.timetable.stopTimes.sequence[from + n] ?? 0,
        ...(arrivesAt === null ? {} : { arrivesAt }),
        ...(departsAt === null ? {} : { departsAt }),
        ...(isSkipped ? { skipped: true as const } : {}),
      },
    ]
  })
}

/**
 * The same back, joined to the timetable that a display holds. What that does not know is left out; where it lacks more than half of
 * the runs, it is another timetable than the feed's (`mismatch`), whatever the server says.
 */
export function liveOfSnapshot(open: OpenTimetable, state: SnapshotState, told: Told): Live {
  const runOf = ({ tripId, ...run }: TransitRun): Run | null => {
    const trip = open.tripAt.get(tripId)
    return trip === undefined ? null : { trip, ...run }
  }
  const named = [...told.vehicles.flatMap(({ run }) => run ?? []), ...told.trips.map(({ run }) => run)]
  const unknown = new Set(named.map(({ tripId }) => tripId).filter((id) => !open.tripAt.has(id)))
  const isMismatch = unknown.size * 2 > new Set(named.map(({ tripId }) => tripId)).size
  const trips = told.trips.flatMap(({ run, state: how, calls, ...trip }): LiveTrip[] => {
    const known = runOf(run)
    if (known === null) return []
    return [
      {
        ...trip,
        run: known,
        isCancelled: how === 'cancelled',
        isReplaced: how === 'replaced',
        calls: how === 'runs' ? rowCalls(open, known, calls) : [],
      },
    ]
  })
  return {
    feed: isMismatch ? 'mismatch' : state === 'frozen' ? 'ok' : state,
    vehicles: told.vehicles.map(({ routeId, run, ...vehicle }): LiveVehicle => {
      return { ...vehicle, route: open.routeAt.get(routeId ?? '') ?? null, run: run === null ? null : runOf(run) }
    }),
    trips: new Map(trips.map((trip) => [runKey(trip.run), trip])),
    extras: told.extras.flatMap(({ routeId, calls, ...extra }): ExtraTrip[] => {
      const route = open.routeAt.get(routeId)
      const known = calls.flatMap(({ stopId, ...call }) => {
        const stop = open.stopAt.get(stopId)
        return stop === undefined ? [] : [{ ...call, stop }]
      })
      return route === undefined || known.length < 2 ? [] : [{ ...extra, route, calls: known }]
    }),
    alerts: told.alerts,
    unknownTrips: unknown.size,
    cancelledWithVehicle: 0,
    dropped: 0,
  }
}

/** One for each row of the trip. */
function rowCalls({ timetable }: OpenTimetable, { trip }: Run, calls: readonly TransitCall[]): LiveTrip['calls'] {
  const [from, until] = rowsOf(timetable, trip)
  const bySequence = new Map(calls.map((call) => [call.sequence, call]))
  return Array.from({ length: until - from }, (_, n) => {
    const call = bySequence.get(timetable.stopTimes.sequence[from + n] ?? -1)
    return {
      arrivesAt: call?.arrivesAt ?? null,
      departsAt: call?.departsAt ?? null,
      isSkipped: call?.skipped === true,
    }
  })
}
