import { isFieldSet } from '@bufbuild/protobuf'
import { isOnEarth } from '../import/fields.ts'
import { type OpenTimetable } from '../model/open-timetable.ts'
import type { Wheelchair } from '../model/timetable.ts'
import { ageOf, observed } from './age.ts'
import {
  PositionSchema,
  TripDescriptor_ScheduleRelationship as Relationship,
  type VehicleDescriptor,
  VehicleDescriptor_WheelchairAccessible as Accessible,
  type VehiclePosition,
  VehiclePosition_OccupancyStatus as Occupancy,
  VehiclePosition_VehicleStopStatus as Status,
  VehiclePositionSchema,
} from './gtfs-realtime.gen.ts'
import type { RunFinder } from './find-run.ts'
import type { LiveVehicle } from './live.ts'

export type PlacedVehicle = LiveVehicle & { isCancelled: boolean; isOurs: boolean }

/**
 * A vehicle joined to its trip; null where it is nowhere on Earth or seen in the future. `isOurs`: its trip or its route is in the
 * timetable.
 */
export function placedVehicle(
  { tripAt, routeAt, timetable }: OpenTimetable,
  find: RunFinder,
  entityId: string,
  vehicle: VehiclePosition,
  headerAt: number | null,
  at: number,
): PlacedVehicle | null {
  const { position, trip } = vehicle
  const seen = observed(vehicle.timestamp, headerAt)
  if (position === undefined || ageOf(seen, at) === 'future') return null
  const place = { lat: position.latitude, lon: position.longitude }
  if (!isOnEarth(place)) return null
  const tripId = trip?.tripId.trim() ?? ''
  const known = tripAt.get(tripId)
  const isTimetabled = trip?.scheduleRelationship !== Relationship.DUPLICATED
  const run = known === undefined || trip === undefined || !isTimetabled ? null : find(known, trip)
  const route = known === undefined ? routeAt.get(trip?.routeId.trim() ?? '') : timetable.trips.route[known]
  return {
    ...seen,
    id: vehicle.vehicle?.id || tripId || entityId,
    label: vehicle.vehicle?.label || null,
    route: route ?? null,
    run,
    place,
    bearing: isFieldSet(position, PositionSchema.field.bearing) ? ((position.bearing % 360) + 360) % 360 : null,
    sequence: isFieldSet(vehicle, VehiclePositionSchema.field.currentStopSequence) ? vehicle.currentStopSequence : null,
    isStopped: vehicle.currentStatus === Status.STOPPED_AT,
    occupancy: occupancyOf(vehicle),
    wheelchair: wheelchairOf(vehicle.vehicle),
    isCancelled:
      trip?.scheduleRelationship === Relationship.CANCELED || trip?.scheduleRelationship === Relationship.DELETED,
    isOurs: route !== undefined,
  }
}

/** 0 is both «empty» and what an unset field reads as: only what was sent counts, and of that what speaks of room. */
function occupancyOf(vehicle: VehiclePosition): number | null {
  const isSaid = isFieldSet(vehicle, VehiclePositionSchema.field.occupancyStatus)
  return isSaid && vehicle.occupancyStatus <= Occupancy.NOT_ACCEPTING_PASSENGERS ? vehicle.occupancyStatus : null
}

export function wheelchairOf(vehicle: VehicleDescriptor | undefined): Wheelchair {
  if (vehicle?.wheelchairAccessible === Accessible.WHEELCHAIR_ACCESSIBLE) return 'yes'
  return vehicle?.wheelchairAccessible === Accessible.WHEELCHAIR_INACCESSIBLE ? 'no' : 'unknown'
}

/** Of one vehicle twice, the one seen last. */
export function newestOfEach<Vehicle extends LiveVehicle>(vehicles: readonly Vehicle[]): Vehicle[] {
  const newest = new Map<string, Vehicle>()
  for (const vehicle of vehicles) {
    const known = newest.get(vehicle.id)
    if (known === undefined || (vehicle.observedAt ?? 0) > (known.observedAt ?? 0)) newest.set(vehicle.id, vehicle)
  }
  return [...newest.values()]
}
