import { z } from 'zod'
import { Texts } from './language.ts'

/** A timetable as it is stored and sent: what a bus stop's board needs to go on without a server. Days count from 1970-01-01. */

const Day = z.int()
/** Positions in another list, −1 for none. */
const Indexes = z.array(z.int().min(-1))
const Counts = z.array(z.int().nonnegative())
const Seconds = z.array(z.int())
const Colour = z.string().regex(/^#[0-9a-f]{6}$/)

export const TransitName = z.object({ texts: Texts, reading: z.string().nullable() })
export type TransitName = z.infer<typeof TransitName>

export const TransitPlace = z.object({ lat: z.number().min(-90).max(90), lon: z.number().min(-180).max(180) })
export type TransitPlace = z.infer<typeof TransitPlace>

/** What somebody in a wheelchair may expect; 0 in GTFS is `unknown`. */
export const WheelchairAccess = z.enum(['unknown', 'yes', 'no'])
export type WheelchairAccess = z.infer<typeof WheelchairAccess>

export const TransitStop = z.object({
  id: z.string(),
  name: TransitName,
  place: TransitPlace.nullable(),
  /** `station` has `stop`s as its platforms; `other` is an entrance, a node or a boarding area. */
  kind: z.enum(['stop', 'station', 'other']),
  /** Index of the station it belongs to, −1 for none. */
  parent: z.int().min(-1),
  wheelchair: WheelchairAccess,
  platform: z.string().nullable(),
})
export type TransitStop = z.infer<typeof TransitStop>

export const TransitRoute = z.object({
  id: z.string(),
  /** What people call it: the short name, else the long one, else its agency's name. */
  name: TransitName,
  longName: TransitName.nullable(),
  agency: z.string(),
  colour: Colour.nullable(),
  textColour: Colour.nullable(),
  /** GTFS route_type; 3 is a bus, 0 a tram. */
  kind: z.int().nonnegative(),
})
export type TransitRoute = z.infer<typeof TransitRoute>

/** Trips of one pattern again and again (frequencies.txt), in seconds of the service day. */
export const TransitFrequency = z.object({
  trip: z.int().nonnegative(),
  from: z.int(),
  until: z.int(),
  every: z.int().positive(),
  isExact: z.boolean(),
})
export type TransitFrequency = z.infer<typeof TransitFrequency>

const Trips = z.object({
  ids: z.array(z.string()),
  route: Counts,
  service: Counts,
  headsign: Indexes,
  shape: Indexes,
  direction: Indexes,
  wheelchair: Counts,
  /** One more than there are trips: trip n has the calls from `firstRow[n]` up to `firstRow[n + 1]`. */
  firstRow: Counts,
})

const Calls = z.object({
  stop: Counts,
  sequence: Counts,
  arrival: Seconds,
  departure: Seconds,
  headsign: Indexes,
  pickup: Counts,
})

export const StoredTimetable = z
  .object({
    timeZone: z.string(),
    languages: z.array(z.string()),
    validFrom: Day.nullable(),
    validTo: Day.nullable(),
    stops: z.array(TransitStop),
    routes: z.array(TransitRoute),
    services: z.array(
      z.object({
        id: z.string(),
        /** Bit 0 is Monday. */
        weekdays: z.int().min(0).max(127),
        from: Day,
        until: Day,
        added: z.array(Day),
        removed: z.array(Day),
      }),
    ),
    trips: Trips,
    stopTimes: Calls,
    headsigns: z.array(TransitName),
    /** Points as degrees of latitude and longitude by turns. */
    shapes: z.array(z.object({ id: z.string(), points: z.array(z.number()) })),
    frequencies: z.array(TransitFrequency),
    otherTrips: Counts,
  })
  .refine(
    ({ trips, stopTimes }) =>
      isEven(trips.ids.length, trips, ['ids', 'firstRow']) && isEven(stopTimes.stop.length, stopTimes, []),
    {
      error: 'columns differ in length',
    },
  )
  .refine(
    ({ trips, stopTimes }) =>
      trips.firstRow.length === trips.ids.length + 1 && trips.firstRow.at(-1) === stopTimes.stop.length,
    {
      error: 'firstRow does not lead through all calls',
    },
  )
export type StoredTimetable = z.infer<typeof StoredTimetable>

function isEven(length: number, columns: Record<string, readonly unknown[]>, except: readonly string[]): boolean {
  return Object.entries(columns).every(([name, column]) => except.includes(name) || column.length === length)
}
