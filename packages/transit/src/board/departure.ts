import type { Name, Wheelchair } from '../model/timetable.ts'

/**
 * What is known of a departure: `live` and `stale` have an expected time and its age, `scheduled` only the timetable (nothing live, too
 * old, or said to be unknown), and the bus does not come where it is `cancelled` or `skipped`.
 */
export type DepartureState = 'live' | 'stale' | 'scheduled' | 'cancelled' | 'skipped'

/** One row of a departures board. Times are Unix seconds. */
export type Departure = {
  tripId: string
  /** Indexes in the timetable. */
  route: number
  stop: number
  sequence: number
  headsign: Name
  /** Null for a trip that no timetable has, and that repeats none. */
  plannedAt: number | null
  expectedAt: number | null
  delaySeconds: number | null
  state: DepartureState
  /** How old the live datum is; null where there is none. */
  ageSeconds: number | null
  /** Seconds between buses where no times are promised, only an interval. */
  everySeconds: number | null
  wheelchair: Wheelchair
  /** Its service day (days since 1970-01-01), which goes on after midnight; null for a trip that no timetable has. */
  day: number | null
  /** No later bus of this route goes there from here on that service day, those apart that do not come. */
  isLast: boolean
}
