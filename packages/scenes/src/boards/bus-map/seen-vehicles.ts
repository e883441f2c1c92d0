import { ageOf, type OpenTimetable, type Sighting, snapped, type TripLines } from '@akari/transit'
import type { BoardTime, TransitService } from '../transit/transit-service.ts'
import type { MapRoute } from './bus-network.ts'

/** A vehicle that may be shown now. */
export interface SeenVehicle {
  id: string
  route: MapRoute
  state: 'live' | 'stale'
  /** Whole minutes since it was seen there; only of a stale one, which says so. */
  ageMinutes: number | null
  sighting: Sighting
  /** Degrees clockwise from north; null where nothing says so. */
  bearing: number | null
}

/** Of one feed what a map needs to put its vehicles on their lines. */
export interface VehicleFeed {
  service: TransitService
  lines: TripLines
}

/** The lines of trips of one timetable. */
export type LinesOf = (feedId: string, open: OpenTimetable) => TripLines

/**
 * The vehicles of these routes that were seen not too long ago, each on the line of its own trip where it fits there, else where it was
 * seen. What is older than five minutes is gone; the timetable counts again.
 */
export function seenVehicles(
  feeds: readonly VehicleFeed[],
  routes: readonly MapRoute[],
  time: BoardTime,
): SeenVehicle[] {
  return feeds.flatMap(({ service: { feedId, live, health }, lines }) =>
    (live?.vehicles ?? []).flatMap((vehicle): SeenVehicle[] => {
      const state = ageOf(vehicle, time.ms / 1000)
      const route = routes.find((known) => known.feedId === feedId && known.route === vehicle.route)
      if ((state !== 'live' && state !== 'stale') || route === undefined || vehicle.observedAt === null) return []
      // A run of another timetable leads along another line.
      const run = health === 'mismatch' ? null : vehicle.run
      const trip = run === null ? null : lines(run.trip)
      const on = trip === null ? null : snapped(trip, vehicle.place, vehicle.sequence)
      const seenAtMs = vehicle.observedAt * 1000
      return [
        {
          id: `${feedId} ${vehicle.id}`,
          route,
          state,
          ageMinutes: state === 'stale' ? Math.max(1, Math.round((time.ms - seenAtMs) / 60_000)) : null,
          bearing: on?.bearing ?? vehicle.bearing,
          sighting: {
            path: run === null ? '' : `${run.trip} ${run.startsAt}`,
            line: on === null || trip === null ? null : trip.line,
            along: on?.along ?? 0,
            place: on?.place ?? vehicle.place,
            seenAtMs,
            moves: state === 'live',
          },
        },
      ]
    }),
  )
}
