import type { Frequency } from '../model/timetable.ts'
import { secondsOf } from './fields.ts'
import { eachRow, type Tables } from './tables.ts'

/** Departures of one row; a bus every second for a week is none. */
const MOST_RUNS = 2000
const MOST_ROWS = 20_000

/** frequencies.txt: `exact_times` 1 is a timetable written short, else only the interval is promised. */
export function readFrequencies(tables: Tables, trips: ReadonlyMap<string, number>): Frequency[] {
  const frequencies: Frequency[] = []
  const columns = ['trip_id', 'start_time', 'end_time', 'headway_secs', 'exact_times']
  eachRow(tables, 'frequencies.txt', columns, 4, ([id = '', start = '', end = '', headway = '', exact = ''], row) => {
    const trip = trips.get(id)
    if (trip === undefined) return
    const [from, until, every] = [secondsOf(start), secondsOf(end), Number(headway)]
    const isUsable = from >= 0 && until > from && every >= 1 && (until - from) / every <= MOST_RUNS
    if (!isUsable || frequencies.length >= MOST_ROWS) tables.report('row-unreadable', 'frequencies.txt', `row ${row}`)
    else frequencies.push({ trip, from, until, every: Math.round(every), isExact: exact === '1' })
  })
  return frequencies
}
