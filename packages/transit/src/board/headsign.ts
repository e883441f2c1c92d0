import { rowsOf } from '../model/open-timetable.ts'
import type { Name, Timetable } from '../model/timetable.ts'

const NAMELESS: Name = { texts: { ja: '?' }, reading: null }

/**
 * What a bus says at a call: the headsign of the call, of the trip, or else where it ends. On a loop, which ends where it began, it is
 * the route's name.
 */
export function headsignOf(timetable: Timetable, row: number): Name {
  const { stopTimes, trips, headsigns, routes, stops } = timetable
  const trip = stopTimes.trip[row] ?? 0
  const said = headsigns[stopTimes.headsign[row] ?? -1] ?? headsigns[trips.headsign[trip] ?? -1]
  if (said !== undefined) return said
  const [from, until] = rowsOf(timetable, trip)
  const [first, last] = [stops[stopTimes.stop[from] ?? -1], stops[stopTimes.stop[until - 1] ?? -1]]
  const isLoop = first === last || (first !== undefined && first.name.texts.ja === last?.name.texts.ja)
  const route = routes[trips.route[trip] ?? -1]
  return (isLoop ? (route?.longName ?? route?.name) : last?.name) ?? NAMELESS
}
