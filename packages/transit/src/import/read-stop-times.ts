import type { StopTimes } from '../model/timetable.ts'
import { codeOf, secondsOf } from './fields.ts'
import { fillTimes } from './fill-times.ts'
import { GrowingInts } from './growing-ints.ts'
import type { Interned } from './interned.ts'
import { inTripOrder } from './trip-order.ts'
import type { Translations } from './read-translations.ts'
import { eachRow, type Tables } from './tables.ts'

const MOST_ROWS = 6_000_000
const COLUMNS = [
  'trip_id',
  'stop_id',
  'stop_sequence',
  'arrival_time',
  'departure_time',
  'stop_headsign',
  'pickup_type',
]

export type StopTimeRows = { stopTimes: StopTimes; firstRow: Uint32Array; counted: number }

/** Where rows belong: indexes of kept trips, of all stops, and whether a trip was left out on purpose. */
export type RowPlaces = {
  trips: ReadonlyMap<string, number>
  stops: ReadonlyMap<string, number>
  isOther: (trip: string) => boolean
}

/** stop_times.txt in the order of trips and stop_sequence, whatever order the file has. `counted` are all valid rows of the file. */
export function readStopTimes(
  tables: Tables,
  { trips, stops, isOther }: RowPlaces,
  headsigns: Interned,
  { nameOf }: Translations,
): StopTimeRows {
  const column = () => new GrowingInts()
  const [trip, stop, sequence, arrival, departure, headsign, pickup] = [
    column(),
    column(),
    column(),
    column(),
    column(),
    column(),
    column(),
  ]
  const time = (text: string) => {
    const seconds = secondsOf(text)
    if (seconds === -2) tables.report('time-unreadable', 'stop_times.txt', text)
    return Math.max(-1, seconds)
  }
  let others = 0
  eachRow(tables, 'stop_times.txt', COLUMNS, 3, (fields, row) => {
    const [tripId = '', stopId = '', order = '', arrives = '', departs = '', sign = '', board = ''] = fields
    if (trip.length >= MOST_ROWS) return tables.report('table-too-long', 'stop_times.txt', `row ${row}`)
    const tripAt = trips.get(tripId)
    if (tripAt === undefined && isOther(tripId)) {
      others++
      return
    }
    const stopAt = stops.get(stopId)
    if (tripAt === undefined || stopAt === undefined)
      return tables.report(
        'reference-unknown',
        'stop_times.txt',
        `row ${row}: ${tripAt === undefined ? tripId : stopId}`,
      )
    const at = Number(order)
    if (!Number.isInteger(at) || at < 0 || at > 0x7fffffff)
      return tables.report('row-unreadable', 'stop_times.txt', `row ${row}`)
    const [in_, out] = [time(arrives), time(departs)]
    trip.push(tripAt)
    stop.push(stopAt)
    sequence.push(at)
    arrival.push(in_ === -1 ? out : in_)
    departure.push(out === -1 ? in_ : out)
    headsign.push(
      sign === ''
        ? -1
        : headsigns.indexOf(sign, () => nameOf(sign, { field: 'stop_headsign', record: tripId, sub: order })),
    )
    pickup.push(codeOf(board, 3))
  })
  const counted = others + trip.length
  const sorted = inTripOrder(trip, sequence, trips.size, (double) =>
    tables.report('duplicate-id', 'stop_times.txt', `stop_sequence ${sequence.at(double)}`),
  )
  const times = { arrival: arrival.inOrder(sorted.order), departure: departure.inOrder(sorted.order) }
  const [order, firstRow] = fillTimes(times, sorted, tables.report)
  const kept = order.map((index) => sorted.order[index] ?? 0)
  return {
    counted,
    firstRow,
    stopTimes: {
      trip: Uint32Array.from(trip.inOrder(kept)),
      stop: Uint32Array.from(stop.inOrder(kept)),
      sequence: Uint32Array.from(sequence.inOrder(kept)),
      arrival: Int32Array.from(order, (index) => times.arrival[index] ?? 0),
      departure: Int32Array.from(order, (index) => times.departure[index] ?? 0),
      headsign: headsign.inOrder(kept),
      pickup: Uint8Array.from(pickup.inOrder(kept)),
    },
  }
}
