import type { OpenTimetable } from '../model/open-timetable.ts'
import { hasHash, tripHash } from '../model/trip-hash.ts'
import { ageOf } from './age.ts'
import { alertsOf } from './alerts.ts'
import { runFinder } from './find-run.ts'
import {
  type FeedEntity,
  type TripDescriptor,
  TripDescriptor_ScheduleRelationship as Relationship,
} from './gtfs-realtime.gen.ts'
import { type FeedState, type Live, type LiveTrip, runKey } from './live.ts'
import type { FeedBody } from './read-realtime.ts'
import { extraTrip, isExtra, liveTrip } from './trip-updates.ts'
import { newestOfEach, type PlacedVehicle, placedVehicle } from './vehicles.ts'

/** The bodies of one poll; null for a feed that there is not. */
export type Feeds = { vehicles: FeedBody | null; trips: FeedBody | null; alerts: FeedBody | null }

type Part = { headerAt: number | null; entities: FeedEntity[] }

/** What live feeds say of a timetable at a moment of our own clock (Unix seconds). */
export function liveOf(open: OpenTimetable, feeds: Feeds, at: number): Live {
  const [vehicles, updates] = [partOf(feeds.vehicles), partOf(feeds.trips)]
  const find = runFinder(open, at)
  const unknown = unknownTrips(open, vehicles, updates)
  const trips = new Map<string, LiveTrip>()
  const extras = []
  for (const { tripUpdate } of updates.entities) {
    if (tripUpdate === undefined) continue
    const trip = liveTrip(open, find, tripUpdate, updates.headerAt, at)
    const extra =
      isExtra(tripUpdate) && (trip === null || trip.isReplaced)
        ? extraTrip(open, tripUpdate, updates.headerAt, at)
        : null
    if (trip !== null && isNewer(trip, trips.get(runKey(trip.run)))) trips.set(runKey(trip.run), trip)
    if (extra !== null) extras.push(extra)
  }
  const placed = newestOfEach(
    vehicles.entities.flatMap(({ id, vehicle }) =>
      vehicle === undefined ? [] : (placedVehicle(open, find, id, vehicle, vehicles.headerAt, at) ?? []),
    ),
  )
  const isCancelled = (vehicle: PlacedVehicle) =>
    [vehicle, vehicle.run === null ? undefined : trips.get(runKey(vehicle.run))].some(
      (said) => said?.isCancelled === true && ageOf(said, at) !== 'expired',
    )
  const cancelled = placed.filter(isCancelled)
  const shown = placed.filter((vehicle) => !cancelled.includes(vehicle) && (vehicle.isOurs || unknown.isMismatch))
  return {
    feed: stateOf(feeds, unknown.isMismatch),
    vehicles: shown.map(({ isCancelled: _cancelled, isOurs: _ours, ...vehicle }) => vehicle),
    trips,
    extras,
    alerts: alertsOf(partOf(feeds.alerts).entities),
    unknownTrips: unknown.count,
    cancelledWithVehicle: new Set(cancelled.map(({ id, run }) => (run === null ? id : runKey(run)))).size,
    dropped: vehicles.entities.filter(({ vehicle }) => vehicle !== undefined).length - shown.length,
  }
}

function partOf(body: FeedBody | null): Part {
  if (body === null || body.state === 'down') return { headerAt: null, entities: [] }
  return { headerAt: body.headerAt, entities: body.message.entity.filter(({ isDeleted }) => !isDeleted) }
}

/** Where vehicles or trips are down, so is the feed, and what the other says is still used; else it is as its vehicles are, or its trips. */
function stateOf({ vehicles, trips, alerts }: Feeds, isMismatch: boolean): FeedState {
  if (vehicles?.state === 'down' || trips?.state === 'down') return 'down'
  return isMismatch ? 'mismatch' : ((vehicles ?? trips ?? alerts)?.state ?? 'empty')
}

function isNewer(trip: LiveTrip, known: LiveTrip | undefined): boolean {
  return known === undefined || (trip.observedAt ?? 0) >= (known.observedAt ?? 0)
}

/**
 * Trips the timetable should have. Where it lacks more than half of those of one feed, it is not the timetable of this feed any more.
 * Trips that were left out at import are known all the same.
 */
function unknownTrips({ tripAt, timetable }: OpenTimetable, vehicles: Part, updates: Part) {
  const named = (entities: FeedEntity[], of: (entity: FeedEntity) => TripDescriptor | undefined) =>
    new Set(
      entities.flatMap((entity) => {
        const trip = of(entity)
        const id = trip?.tripId.trim() ?? ''
        return trip === undefined || id === '' || !isTimetabled(trip) ? [] : [id]
      }),
    )
  const isUnknown = (id: string) => !tripAt.has(id) && !hasHash(timetable.otherTrips, tripHash(id))
  const sets = [
    named(vehicles.entities, ({ vehicle }) => vehicle?.trip),
    named(updates.entities, ({ tripUpdate }) => tripUpdate?.trip),
  ]
  const unknown = sets.map((ids) => [...ids].filter(isUnknown))
  return {
    count: new Set(unknown.flat()).size,
    isMismatch: sets.some((ids, n) => ids.size > 0 && (unknown[n]?.length ?? 0) * 2 > ids.size),
  }
}

function isTimetabled({ scheduleRelationship }: TripDescriptor): boolean {
  return (
    scheduleRelationship === Relationship.SCHEDULED ||
    scheduleRelationship === Relationship.CANCELED ||
    scheduleRelationship === Relationship.DELETED
  )
}
