import type { GrowingInts } from './growing-ints.ts'

/** `order[n]` is the row that comes n-th, trip by trip and along each; trip n has those from `firstRow[n]` to `firstRow[n + 1]`. */
export type TripOrder = { order: Uint32Array; firstRow: Uint32Array }

/** Sorts rows by trip and stop_sequence. A trip that has a sequence twice keeps the first row; `onDouble` gets the other. */
export function inTripOrder(
  trip: GrowingInts,
  sequence: GrowingInts,
  tripCount: number,
  onDouble: (row: number) => void,
): TripOrder {
  const firstRow = new Uint32Array(tripCount + 1)
  for (let row = 0; row < trip.length; row++) firstRow[trip.at(row) + 1] = (firstRow[trip.at(row) + 1] ?? 0) + 1
  for (let n = 0; n < tripCount; n++) firstRow[n + 1] = (firstRow[n + 1] ?? 0) + (firstRow[n] ?? 0)
  const next = firstRow.slice()
  const order = new Uint32Array(trip.length)
  for (let row = 0; row < trip.length; row++) {
    const at = next[trip.at(row)] ?? 0
    order[at] = row
    next[trip.at(row)] = at + 1
  }
  return withoutDoubles({ order: sortedAlong(order, firstRow, sequence), firstRow }, sequence, onDouble)
}

/** Most feeds are in order: only what is not is sorted, and rows of one sequence stay in the order of the file. */
function sortedAlong(order: Uint32Array, firstRow: Uint32Array, sequence: GrowingInts): Uint32Array {
  const along = (a: number, b: number) => sequence.at(a) - sequence.at(b) || a - b
  for (let n = 0; n + 1 < firstRow.length; n++) {
    const rows = order.subarray(firstRow[n], firstRow[n + 1])
    if (rows.some((row, at) => at > 0 && sequence.at(rows[at - 1] ?? 0) > sequence.at(row))) rows.sort(along)
  }
  return order
}

function withoutDoubles(
  { order, firstRow }: TripOrder,
  sequence: GrowingInts,
  onDouble: (row: number) => void,
): TripOrder {
  const starts = new Uint32Array(firstRow.length)
  let kept = 0
  for (let n = 0; n + 1 < firstRow.length; n++) {
    const [from, until] = [firstRow[n] ?? 0, firstRow[n + 1] ?? 0]
    for (let at = from; at < until; at++) {
      const row = order[at] ?? 0
      if (at > from && sequence.at(row) === sequence.at(order[kept - 1] ?? 0)) onDouble(row)
      else order[kept++] = row
    }
    starts[n + 1] = kept
  }
  return { order: order.subarray(0, kept), firstRow: starts }
}
