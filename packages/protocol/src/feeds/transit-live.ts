import { z } from 'zod'
import { Texts } from '../language.ts'
import { Id, Instant } from '../primitives.ts'
import { TransitName, TransitPlace, WheelchairAccess } from '../timetable.ts'

/**
 * What the realtime feeds of one operator say beside its timetable. Trips, routes and stops are named by their ids in the
 * timetable, so that a display joins them to whichever version of it it holds (`liveOfSnapshot` of packages/transit). Times are
 * Unix seconds by the clock of the source; how old each datum is, the display judges when it shows it.
 */

const UnixSeconds = z.int().nonnegative()
const id = z.string().max(200)

/** When something was seen: null where nothing says so; `hasOwnTime` false where it is only as old as its feed. */
const observed = { observedAt: UnixSeconds.nullable(), hasOwnTime: z.boolean() }

/** One run of a trip: its service day (days since 1970-01-01) and when its times begin to count. */
export const TransitRun = z.object({ tripId: id, day: z.int(), startsAt: z.int() })
export type TransitRun = z.infer<typeof TransitRun>

export const TransitVehicle = z.object({
  id,
  label: z.string().max(120).nullable(),
  /** Null where the timetable does not know its route. */
  routeId: id.nullable(),
  run: TransitRun.nullable(),
  place: TransitPlace,
  /** Degrees clockwise from north. */
  bearing: z.number().nullable(),
  /** stop_sequence of the stop it is at or heads for. */
  sequence: z.int().nullable(),
  isStopped: z.boolean(),
  /** GTFS occupancy_status where it says something about seats. */
  occupancy: z.int().nullable(),
  wheelchair: WheelchairAccess,
  ...observed,
})
export type TransitVehicle = z.infer<typeof TransitVehicle>

/** A call that something is known of; what is left out is not known. */
export const TransitCall = z.object({
  /** stop_sequence in the timetable. */
  sequence: z.int(),
  arrivesAt: z.int().optional(),
  departsAt: z.int().optional(),
  skipped: z.literal(true).optional(),
})
export type TransitCall = z.infer<typeof TransitCall>

export const TransitTrip = z.object({
  run: TransitRun,
  /** `replaced`: another trip runs in its place, it is on no board. */
  state: z.enum(['runs', 'cancelled', 'replaced']),
  calls: z.array(TransitCall),
  wheelchair: WheelchairAccess,
  ...observed,
})
export type TransitTrip = z.infer<typeof TransitTrip>

/** A trip that no timetable has. */
export const TransitExtra = z.object({
  id,
  routeId: id,
  headsign: TransitName.nullable(),
  calls: z.array(
    z.object({
      stopId: id,
      sequence: z.int(),
      /** Null but for a trip that repeats one of the timetable. */
      plannedAt: z.int().nullable(),
      departsAt: z.int().nullable(),
      isSkipped: z.boolean(),
    }),
  ),
  wheelchair: WheelchairAccess,
  ...observed,
})
export type TransitExtra = z.infer<typeof TransitExtra>

export const TransitAlert = z.object({
  id,
  title: Texts,
  description: Texts.nullable(),
  /** GTFS effect in lower case: `detour`, `no_service`… */
  effect: z.string().max(60),
  /** Null for no end on that side; no period at all means always. */
  periods: z.array(z.object({ from: UnixSeconds.nullable(), until: UnixSeconds.nullable() })),
  /** An alert for everything names none. */
  routes: z.array(id),
  stops: z.array(id),
  trips: z.array(id),
})
export type TransitAlert = z.infer<typeof TransitAlert>

/** What staff say about routes where the operator sends no alerts; on every board of the feed at once. */
export const TransitNotice = z.object({
  id: Id,
  text: Texts,
  /** Ids of the timetable; none: all routes. */
  routeIds: z.array(id).max(200),
  /** Null: at once, and until somebody takes it back. */
  from: Instant.nullable(),
  until: Instant.nullable(),
})
export type TransitNotice = z.infer<typeof TransitNotice>
/** So many at a time. */
export const MOST_NOTICES = 50

export const TransitLive = z.object({
  kind: z.literal('transit'),
  /** False for an operator without live feeds: its board says 時刻表どおりの予定, and nothing is missing. */
  isLive: z.boolean(),
  vehicles: z.array(TransitVehicle),
  trips: z.array(TransitTrip),
  extras: z.array(TransitExtra),
  alerts: z.array(TransitAlert),
  notices: z.array(TransitNotice).max(MOST_NOTICES),
})
export type TransitLive = z.infer<typeof TransitLive>
