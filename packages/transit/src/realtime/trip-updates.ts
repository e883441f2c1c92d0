import { dayOf } from '../import/fields.ts'
import { tidied } from '../import/languages.ts'
import { named } from '../import/read-translations.ts'
import type { OpenTimetable } from '../model/open-timetable.ts'
import { ageOf, observed } from './age.ts'
import { duplicatedCalls } from './duplicated-calls.ts'
import type { RunFinder } from './find-run.ts'
import {
  TripDescriptor_ScheduleRelationship as Relationship,
  type TripUpdate,
  TripUpdate_StopTimeUpdate_ScheduleRelationship as CallRelationship,
} from './gtfs-realtime.gen.ts'
import type { ExtraCall, ExtraTrip, LiveTrip } from './live.ts'
import { predictCalls } from './predict-calls.ts'
import { wheelchairOf } from './vehicles.ts'

/**
 * What an update says of a trip that the timetable has; null where it has none, where another run of it is meant (DUPLICATED), or where
 * the update comes from the future.
 */
export function liveTrip(
  open: OpenTimetable,
  find: RunFinder,
  update: TripUpdate,
  headerAt: number | null,
  at: number,
): LiveTrip | null {
  const { trip } = update
  const known = open.tripAt.get(trip?.tripId.trim() ?? '')
  const isCancelled =
    trip?.scheduleRelationship === Relationship.CANCELED || trip?.scheduleRelationship === Relationship.DELETED
  // A cancellation is decided once, and holds as long as the feed goes on saying so.
  const seen = observed(isCancelled ? 0n : update.timestamp, headerAt)
  if (trip === undefined || known === undefined || ageOf(seen, at) === 'future') return null
  const relationship = trip.scheduleRelationship
  if (relationship === Relationship.DUPLICATED) return null
  const run = find(known, trip)
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
    relationship === Relationship.DUPLICATED ||
    relationship === Relationship.REPLACEMENT
  )
}

/** A trip beside the timetable: on a route that we have, with stops that we have and times of its own; null otherwise. */
export function extraTrip(
  open: OpenTimetable,
  update: TripUpdate,
  headerAt: number | null,
  at: number,
): ExtraTrip | null {
  const { trip, tripProperties } = update
  const seen = observed(update.timestamp, headerAt)
  if (trip === undefined || ageOf(seen, at) === 'future') return null
  const { trips, headsigns } = open.timetable
  const known = open.tripAt.get(trip.tripId.trim()) ?? -1
  const original = trip.scheduleRelationship === Relationship.DUPLICATED ? known : -1
  const route = open.routeAt.get(trip.routeId.trim()) ?? trips.route[known]
  const calls = original === -1 ? toldCalls(open, update) : duplicatedCalls(open, original, update)
  if (route === undefined || calls.length < 2) return null
  const headsign = tidied(tripProperties?.tripHeadsign ?? '')
  const id = original === -1 ? trip.tripId : (tripProperties?.tripId ?? '')
  return {
    ...seen,
    id: id.trim() || `extra-${dayOf(trip.startDate) ?? ''}-${calls[0]?.departsAt ?? 0}`,
    route,
    headsign: headsign === '' ? (headsigns[trips.headsign[original] ?? -1] ?? null) : named(headsign, 'ja', new Map()),
    calls,
    wheelchair: wheelchairOf(update.vehicle),
  }
}

/** The calls of a trip whose update says all that is known of it. */
function toldCalls({ stopAt }: OpenTimetable, { stopTimeUpdate }: TripUpdate): ExtraCall[] {
  return stopTimeUpdate.flatMap(({ stopId, stopSequence, arrival, departure, scheduleRelationship }, n) => {
    const stop = stopAt.get(stopId.trim())
    const departsAt = Number(departure?.time || arrival?.time || 0n)
    const isSkipped = scheduleRelationship === CallRelationship.SKIPPED
    return stop === undefined || departsAt === 0
      ? []
      : [{ stop, sequence: stopSequence || n, plannedAt: null, departsAt, isSkipped }]
  })
}
