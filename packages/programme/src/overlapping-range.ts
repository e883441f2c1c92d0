import type { TimeRange } from '@akari/protocol'

const DAY_MINUTES = 1440

/** The first range of a day that overlaps another one, also across midnight; null: all are apart from each other. */
export function overlappingRange(times: readonly TimeRange[]): TimeRange | null {
  const taken: [number, number][] = []
  for (const range of times) {
    const from = minutesOf(range.start)
    const length = minutesOf(range.end) - from
    const to = from + (length > 0 ? length : length + DAY_MINUTES)
    if (taken.some(([otherFrom, otherTo]) => from < otherTo && otherFrom < to)) return range
    taken.push([from, to])
  }
  return null
}

function minutesOf(time: string): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3))
}
