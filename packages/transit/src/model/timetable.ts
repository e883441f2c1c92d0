import type { Texts } from '@akari/protocol'
import type { Service } from './service.ts'

/** A point in degrees (WGS 84). */
export type Place = { lat: number; lon: number }

/** What somebody in a wheelchair may expect; 0 in GTFS is `unknown`. */
export type Wheelchair = 'unknown' | 'yes' | 'no'

/** A name in every language the feed has, and how it is read (hiragana) where it says so. */
export type Name = { texts: Texts; reading: string | null }

export type Stop = {
  id: string
  name: Name
  place: Place | null
  /** `station` has `stop`s as its platforms; `other` is an entrance, a node or a boarding area. */
  kind: 'stop' | 'station' | 'other'
  /** Index of the station it belongs to, −1 for none. */
  parent: number
  wheelchair: Wheelchair
  platform: string | null
}

export type Route = {
  id: string
  /** What people call it: the short name, else the long one, else its agency's name. */
  name: Name
  longName: Name | null
  agency: string
  colour: string | null
  textColour: string | null
  /** GTFS route_type; 3 is a bus, 0 a tram. */
  kind: number
}

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

/** Trips of one pattern again and again (frequencies.txt), in seconds of the service day. */
export type Frequency = { trip: number; from: number; until: number; every: number; isExact: boolean }

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
