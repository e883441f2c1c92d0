const DAY_MS = 86_400_000
/** The sample's city keeps Japanese time, which never changes its clocks. */
const OFFSET_MS = 9 * 3_600_000

/** The local day of a moment (Unix time in milliseconds), counted from 1970-01-01. */
export function dayOf(epochMs: number): number {
  return Math.floor((epochMs + OFFSET_MS) / DAY_MS)
}

/** The moment at which it is `hour` o'clock on a local day. */
export function momentOf(day: number, hour: number): number {
  return day * DAY_MS + hour * 3_600_000 - OFFSET_MS
}

/** `2026-11-28T17:00:00+09:00`. */
export function written(epochMs: number): string {
  return `${new Date(epochMs + OFFSET_MS).toISOString().slice(0, 19)}+09:00`
}

/** From 0 for January. */
export function monthOf(day: number): number {
  return new Date(day * DAY_MS).getUTCMonth()
}
