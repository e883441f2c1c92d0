import type { OpenTimetable } from '../model/open-timetable.ts'
import { ageOf } from '../realtime/age.ts'
import type { ExtraTrip, Live } from '../realtime/live.ts'
import type { Departure } from './departure.ts'
import { ageSecondsOf } from './expectation.ts'
import { wheelchairAt } from './wheelchair.ts'

/** Departures at a stop of trips that no timetable has, as long as what is known of them is not too old. */
export function extraDepartures(open: OpenTimetable, stop: number, at: number, live: Live | null): Departure[] {
  return (live?.extras ?? []).flatMap((extra) => departuresOf(open, extra, stop, at))
}

function departuresOf({ timetable }: OpenTimetable, extra: ExtraTrip, stop: number, at: number): Departure[] {
  const age = ageOf(extra, at)
  const headsign = extra.headsign ?? timetable.stops[extra.calls.at(-1)?.stop ?? -1]?.name
  if (age === 'expired' || age === 'future' || headsign === undefined) return []
  const calls = extra.calls.slice(0, -1).filter((call) => call.stop === stop)
  return calls.map(({ sequence, plannedAt, departsAt, isSkipped }) => {
    const state = isSkipped ? 'skipped' : departsAt === null ? 'scheduled' : age
    return {
      tripId: extra.id,
      route: extra.route,
      stop,
      sequence,
      headsign,
      plannedAt,
      expectedAt: departsAt,
      delaySeconds: plannedAt === null || departsAt === null ? null : departsAt - plannedAt,
      state,
      ageSeconds: state === 'scheduled' ? null : ageSecondsOf(extra, at),
      everySeconds: null,
      wheelchair: wheelchairAt(0, extra.wheelchair, timetable.stops[stop]),
      day: null,
      isLast: false,
    }
  })
}
