import { dayOf, secondsOf } from '../import/fields.ts'
import { type OpenTimetable, rowsOf } from '../model/open-timetable.ts'
import { serviceDay } from '../model/service-days.ts'
import type { TripUpdate } from './gtfs-realtime.gen.ts'
import type { ExtraCall } from './live.ts'
import { predictCalls } from './predict-calls.ts'

/**
 * The calls of a trip of the timetable that runs once more (DUPLICATED): as planned, from the day and time on that its properties say
 * (GTFS-Realtime, TripProperties), and as expected where the update tells it. None where they do not say both.
 */
export function duplicatedCalls(open: OpenTimetable, original: number, update: TripUpdate): ExtraCall[] {
  const { stopTimes, timeZone } = open.timetable
  const [day, start] = [
    dayOf(update.tripProperties?.startDate ?? ''),
    secondsOf(update.tripProperties?.startTime ?? ''),
  ]
  if (day === null || start < 0) return []
  const [from] = rowsOf(open.timetable, original)
  const startsAt = serviceDay(day, timeZone).startsAt + start - (stopTimes.departure[from] ?? 0)
  return predictCalls(open, { trip: original, day, startsAt }, update).map(({ departsAt, isSkipped }, n) => ({
    stop: stopTimes.stop[from + n] ?? 0,
    sequence: stopTimes.sequence[from + n] ?? 0,
    plannedAt: startsAt + (stopTimes.departure[from + n] ?? 0),
    departsAt: isSkipped ? null : departsAt,
    isSkipped,
  }))
}
