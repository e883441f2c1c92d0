import { type OpenTimetable, rowsOf } from '../model/open-timetable.ts'
import { runsOn } from '../model/service.ts'
import { daysAround } from '../model/service-days.ts'
import type { Run } from '../realtime/live.ts'

/** The runs that by the timetable are between their first and their last stop at a moment (Unix seconds), repeated trips apart. */
export function runsUnderWay(open: OpenTimetable, at: number): Run[] {
  const { timetable, repeats, latest } = open
  const days = daysAround(at * 1000, latest, timetable.timeZone)
  return days.flatMap(({ day, startsAt }) => {
    const running = timetable.services.map((service) => runsOn(service, day))
    return timetable.trips.ids.flatMap((_id, trip) => {
      if (running[timetable.trips.service[trip] ?? 0] !== true || repeats.has(trip)) return []
      const [from, until] = rowsOf(timetable, trip)
      const [first, last] = [timetable.stopTimes.departure[from] ?? 0, timetable.stopTimes.arrival[until - 1] ?? 0]
      return until > from && startsAt + first <= at && at <= startsAt + last ? [{ trip, day, startsAt }] : []
    })
  })
}
