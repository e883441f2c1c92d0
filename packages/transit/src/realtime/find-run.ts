import { dayOf, secondsOf } from '../import/fields.ts'
import { type OpenTimetable, rowsOf } from '../model/open-timetable.ts'
import { runsOn } from '../model/service.ts'
import { daysAround, type ServiceDay, serviceDay } from '../model/service-days.ts'
import type { TripDescriptor } from './gtfs-realtime.gen.ts'
import type { Run } from './live.ts'

/** Finds runs of trips around one moment. */
export type RunFinder = (trip: number, descriptor: TripDescriptor) => Run

/**
 * Which run of a trip a feed means. Its start_date says; where there is none (or one that is no date), it is the run that is under way,
 * or the nearest to it: at one in the morning that is yesterday's.
 */
export function runFinder(open: OpenTimetable, at: number): RunFinder {
  const { timetable } = open
  const days = daysAround(at * 1000, open.latest, timetable.timeZone)
  return (trip, { startDate, startTime }) => {
    const [from, until] = rowsOf(timetable, trip)
    const [first, last] = [timetable.stopTimes.departure[from] ?? 0, timetable.stopTimes.arrival[until - 1] ?? 0]
    const start = open.repeats.has(trip) ? secondsOf(startTime) : -1
    const shift = start < 0 ? 0 : start - first
    const day = dayOf(startDate)
    const on =
      day === null
        ? nearest(timetable.services[timetable.trips.service[trip] ?? 0], first + shift, last + shift)
        : (days.find((known) => known.day === day) ?? serviceDay(day, timetable.timeZone))
    return { trip, day: on.day, startsAt: on.startsAt + shift }
  }

  function nearest(
    service: OpenTimetable['timetable']['services'][number] | undefined,
    first: number,
    last: number,
  ): ServiceDay {
    const running = days.filter(({ day }) => service !== undefined && runsOn(service, day))
    const away = ({ startsAt }: ServiceDay) => Math.max(0, startsAt + first - at, at - (startsAt + last))
    const candidates = running.length > 0 ? running : days
    return candidates.reduce((best, day) => (away(day) < away(best) ? day : best))
  }
}
