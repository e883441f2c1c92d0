/** No more rows than this are in the page at once, however long the calendar is. */
export const MOST_ROWS = 50

const SPARE = 3

/** Where each row begins, in pixels from the first; one number more than rows: the whole height. */
export function topsOf(heights: readonly number[]): number[] {
  const tops = [0]
  for (const height of heights) tops.push((tops.at(-1) ?? 0) + height)
  return tops
}

/** The rows that a window of `height` pixels from `top` needs, and a few more; `to` is not included. */
export function visibleRows(tops: readonly number[], top: number, height: number): { from: number; to: number } {
  const count = tops.length - 1
  const first = Math.max(0, firstBelow(tops, top) - 1 - SPARE)
  const last = Math.min(count, firstBelow(tops, top + height) + SPARE)
  return { from: first, to: Math.min(last, first + MOST_ROWS) }
}

/** Index of the row that a pixel lies in; the nearest where it lies in none. */
export function rowAt(tops: readonly number[], pixel: number): number {
  return Math.min(tops.length - 2, Math.max(0, firstBelow(tops, pixel) - 1))
}

/** First index whose top lies below a pixel. */
function firstBelow(tops: readonly number[], pixel: number): number {
  let low = 0
  let high = tops.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((tops[middle] ?? 0) <= pixel) low = middle + 1
    else high = middle
  }
  return low
}
