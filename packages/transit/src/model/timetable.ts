import type {
  TransitFrequency as Frequency,
  TransitName as Name,
  TransitPlace as Place,
  TransitRoute as Route,
  TransitStop as Stop,
  WheelchairAccess as Wheelchair,
} from '@akari/protocol'
import type { Service } from './service.ts'

export type { Frequency, Name, Place, Route, Stop, Wheelchair }

/** Trips as columns; `firstRow[n]` to `firstRow[n + 1]` are the rows of trip n in StopTimes, in the order of their stop_sequence. */
export type Trips = {
  ids: readonly string[]
  route: Uint32Array
  service: Uint32Array
  /** Index in headsigns, −1 for none; the same for shapes. */
  headsign: Int32Array
  shape: Int32Array
  /** direction_id, −1 for none. */
  direction: Int8Array
  /** 0 unknown, 1 yes, 2 no. */
  wheelchair: Uint8Array
  firstRow: Uint32Array
}

/** Calls at stops as columns. Times are seconds since noon minus twelve hours of the service day. */
export type StopTimes = {
  trip: Uint32Array
  stop: Uint32Array
  sequence: Uint32Array
  arrival: Int32Array
  departure: Int32Array
  headsign: Int32Array
  /** pickup_type: 0 regularly, 1 nobody may board, 2 by telephone, 3 by a sign to the driver. */
  pickup: Uint8Array
}

export type Shape = { id: string; points: Place[] }

export type Timetable = {
  timeZone: string
  /** As the feed has them: BCP 47, `ja-Hrkt` for readings. */
  languages: readonly string[]
  /** Days since 1970-01-01, the last one included; null where neither the feed nor its calendar says so. */
  validFrom: number | null
  validTo: number | null
  stops: readonly Stop[]
  routes: readonly Route[]
  services: readonly Service[]
  trips: Trips
  stopTimes: StopTimes
  headsigns: readonly Name[]
  shapes: readonly Shape[]
  frequencies: readonly Frequency[]
  /** Sorted hashes (`trip-hash.ts`) of the trips that were left out at import: known, but not ours. */
  otherTrips: Uint32Array
}
