import type { ReportProblem } from './import-problem.ts'
import type { TripOrder } from './trip-order.ts'

type Times = { arrival: Int32Array; departure: Int32Array }

/**
 * Gives calls without a time the one between their neighbours (GTFS lets only the ends of a trip and its timing points have one),
 * in place. Gives the rows that stay and where each trip begins among them: calls beyond the first and the last known time
 * are left out, and so are trips with fewer than two calls.
 */
export function fillTimes(times: Times, { firstRow }: TripOrder, report: ReportProblem): [Uint32Array, Uint32Array] {
  const { arrival, departure } = times
  const rows = new Uint32Array(arrival.length)
  const starts = new Uint32Array(firstRow.length)
  let kept = 0
  for (let trip = 0; trip + 1 < firstRow.length; trip++) {
    let [from, until] = [firstRow[trip] ?? 0, firstRow[trip + 1] ?? 0]
    const all = until - from
    while (from < until && departure[from] === -1) from++
    while (until > from && arrival[until - 1] === -1) until--
    for (let n = until - from; n < all; n++) report('times-missing', 'stop_times.txt')
    fillBetween(times, from, until)
    if (runsBackwards(times, from, until)) report('times-backwards', 'stop_times.txt')
    if (until - from >= 2) for (let row = from; row < until; row++) rows[kept++] = row
    else report('trips-without-stops', 'trips.txt')
    starts[trip + 1] = kept
  }
  return [rows.subarray(0, kept), starts]
}

function fillBetween({ arrival, departure }: Times, from: number, until: number): void {
  let known = from
  for (let row = from; row < until; row++) {
    if (arrival[row] === -1) continue
    const [start, end] = [departure[known] ?? 0, arrival[row] ?? 0]
    for (let between = known + 1; between < row; between++) {
      const time = Math.round(start + ((end - start) * (between - known)) / (row - known))
      arrival[between] = time
      departure[between] = time
    }
    known = row
  }
}

function runsBackwards({ arrival, departure }: Times, from: number, until: number): boolean {
  let last = -1
  for (let row = from; row < until; row++) {
    const [in_, out] = [arrival[row] ?? 0, departure[row] ?? 0]
    if (in_ < last || out < in_) return true
    last = out
  }
  return false
}
