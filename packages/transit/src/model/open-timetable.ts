import type { Frequency, Timetable } from './timetable.ts'

/** A timetable with what is looked up again and again. */
export type OpenTimetable = {
  timetable: Timetable
  tripAt: ReadonlyMap<string, number>
  stopAt: ReadonlyMap<string, number>
  routeAt: ReadonlyMap<string, number>
  /** Rows of StopTimes that call at a stop, by its index. */
  rowsAt: (stop: number) => Uint32Array
  /** Of trips that are repeated (frequencies.txt), when. */
  repeats: ReadonlyMap<number, readonly Frequency[]>
  /** The latest second of a service day at which a trip still runs. */
  latest: number
}

export function openTimetable(timetable: Timetable): OpenTimetable {
  const { stops, stopTimes, frequencies } = timetable
  const starts = new Uint32Array(stops.length + 1)
  for (const stop of stopTimes.stop) starts[stop + 1] = (starts[stop + 1] ?? 0) + 1
  for (let n = 0; n < stops.length; n++) starts[n + 1] = (starts[n + 1] ?? 0) + (starts[n] ?? 0)
  const next = starts.slice()
  const rows = new Uint32Array(stopTimes.stop.length)
  for (const [row, stop] of stopTimes.stop.entries()) {
    const at = next[stop] ?? 0
    rows[at] = row
    next[stop] = at + 1
  }
  const last = stopTimes.departure.reduce((latest, seconds) => Math.max(latest, seconds), 0)
  return {
    timetable,
    tripAt: new Map(timetable.trips.ids.map((id, n) => [id, n])),
    stopAt: new Map(stops.map(({ id }, n) => [id, n])),
    routeAt: new Map(timetable.routes.map(({ id }, n) => [id, n])),
    rowsAt: (stop) => rows.subarray(starts[stop], starts[stop + 1]),
    repeats: Map.groupBy(frequencies, ({ trip }) => trip),
    // A trip that is repeated may end as long after its last start as it takes.
    latest: frequencies.reduce((latest, { until }) => Math.max(latest, until + last), last),
  }
}

/** The rows of a trip: from the first up to, but without, the second. */
export function rowsOf({ trips }: Timetable, trip: number): [from: number, until: number] {
  return [trips.firstRow[trip] ?? 0, trips.firstRow[trip + 1] ?? 0]
}
