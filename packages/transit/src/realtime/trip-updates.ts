import { dayOf } from '../import/fields.ts'
import { tidied } from '../import/languages.ts'
import { named } from '../import/read-translations.ts'
import type { OpenTimetable } from '../model/open-timetable.ts'
import { ageOf, observed } from './age.ts'
import type { RunFinder } from './find-run.ts'
import {
  TripDescriptor_ScheduleRelationship as Relationship,
  type TripUpdate,
  TripUpdate_StopTimeUpdate_ScheduleRelationship as CallRelationship,
} from './gtfs-realtime.gen.ts'
import type { ExtraTrip, LiveTrip } from './live.ts'
import { predictCalls } from './predict-calls.ts'
import { wheelchairOf } from './vehicles.ts'

/** What an update says of a trip that the timetable has; null where it has none, or where the update comes from the future. */
export function liveTrip(
  open: OpenTimetable,
  find: RunFinder,
  update: TripUpdate,
  headerAt: number | null,
  at: number,
): LiveTrip | null {
  const { trip } = update
  const known = open.tripAt.get(trip?.tripId.trim() ?? '')
  const seen = observed(update.timestamp, headerAt)
  if (trip === undefined || known === undefined || ageOf(seen, at) === 'future') return null
  const run = find(known, trip)
  const relationship = trip.scheduleRelationship
  const isCancelled = relationship === Relationship.CANCELED || relationship === Relationship.DELETED
  const isReplaced = relationship === Relationship.REPLACEMENT && update.stopTimeUpdate.length > 0
  const calls = isCancelled || isReplaced ? [] : predictCalls(open, run, update)
  return { ...seen, run, isCancelled, isReplaced, calls, wheelchair: wheelchairOf(update.vehicle) }
}

/** Whether the trip is one that no timetable has to know. */
export function isExtra({ trip }: TripUpdate): boolean {
  const relationship = trip?.scheduleRelationship
  return (
    // oxlint-disable-next-line typescript/no-deprecated -- feeds in use still say it this way
    relationship === Relationship.ADDED ||
    relationship === Relationship.NEW ||
    relationship === Relationship.REPLACEMENT
  )
}

/** A trip beside the timetable: on a route that we have, with stops that we have and times of its own; null otherwise. */
export function extraTrip(
  { routeAt, stopAt, tripAt, timetable }: OpenTimetable,
  update: TripUpdate,
  headerAt: number | null,
  at: number,
): ExtraTrip | null {
  const { trip, tripProperties } = update
  const seen = observed(update.timestamp, headerAt)
  if (trip === undefined || ageOf(seen, at) === 'future') return null
  const known = tripAt.get(trip.tripId.trim())
  const route = routeAt.get(trip.routeId.trim()) ?? (known === undefined ? undefined : timetable.trips.route[known])
  const calls = update.stopTimeUpdate.flatMap(
    ({ stopId, stopSequence, arrival, departure, scheduleRelationship }, n) => {
      const stop = stopAt.get(stopId.trim())
      const time = Number(departure?.time || arrival?.time || 0n)
      const isSkipped = scheduleRelationship === CallRelationship.SKIPPED
      return stop === undefined || time === 0 ? [] : [{ stop, sequence: stopSequence || n, departsAt: time, isSkipped }]
    },
  )
  if (route === undefined || calls.length < 2) return null
  const headsign = tidied(tripProperties?.tripHeadsign ?? '')
  return {
    ...seen,
    id: trip.tripId.trim() || `extra-${dayOf(trip.startDate) ?? ''}-${calls[0]?.departsAt ?? 0}`,
    route,
    headsign: headsign === '' ? null : named(headsign, 'ja', new Map()),
    calls,
    wheelchair: wheelchairOf(update.vehicle),
  }
}
