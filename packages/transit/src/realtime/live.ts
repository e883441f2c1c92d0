import type { Name, Place, Wheelchair } from '../model/timetable.ts'
import type { Observed } from './age.ts'
import type { LiveAlert } from './alerts.ts'

/** One run of a trip: on which service day, and the Unix second at which its times begin to count. */
export type Run = { trip: number; day: number; startsAt: number }

export type LiveVehicle = Observed & {
  /** Its own id, else its trip's, else the entity's. */
  id: string
  label: string | null
  /** Index of its route in the timetable; null where the timetable does not know it. */
  route: number | null
  run: Run | null
  place: Place
  /** Degrees clockwise from north; null where the feed does not say. */
  bearing: number | null
  /** stop_sequence of the stop it is at or heads for. */
  sequence: number | null
  isStopped: boolean
  /** GTFS occupancy_status where it says something about seats. */
  occupancy: number | null
  wheelchair: Wheelchair
}

/** A call as it is expected; Unix seconds, null where nothing is known. */
export type LiveCall = { arrivesAt: number | null; departsAt: number | null; isSkipped: boolean }

export type LiveTrip = Observed & {
  run: Run
  isCancelled: boolean
  /** Replaced by another trip: on no board. */
  isReplaced: boolean
  /** One for each row of the trip; none where it is cancelled. */
  calls: LiveCall[]
  wheelchair: Wheelchair
}

/** Unix seconds; one of the two there always is, and no plan but for a trip that repeats one of the timetable. */
export type ExtraCall = {
  stop: number
  sequence: number
  plannedAt: number | null
  departsAt: number | null
  isSkipped: boolean
}

/** A trip that no timetable has (NEW, ADDED, REPLACEMENT, DUPLICATED). */
export type ExtraTrip = Observed & {
  id: string
  route: number
  headsign: Name | null
  calls: ExtraCall[]
  wheelchair: Wheelchair
}

export type FeedState = 'ok' | 'empty' | 'down' | 'mismatch'

/** What live feeds say of a timetable. Ages are judged when it is shown, not here. */
export type Live = {
  feed: FeedState
  vehicles: LiveVehicle[]
  trips: ReadonlyMap<string, LiveTrip>
  extras: ExtraTrip[]
  alerts: LiveAlert[]
  /** Trips of the feeds that the timetable should have and has not. */
  unknownTrips: number
  /** Trips that are cancelled, as far as that is not too old to count, and have a vehicle all the same. */
  cancelledWithVehicle: number
  /** Vehicles that cannot be shown: from the future, nowhere on Earth, on a trip that is cancelled or none of ours, or seen later elsewhere. */
  dropped: number
}

export function runKey({ trip, startsAt }: Run): string {
  return `${trip} ${startsAt}`
}
