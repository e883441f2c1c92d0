import type { Programme, TodayEvent } from '@akari/protocol'
import { sittingsIn } from '@akari/programme'
import { useMemo } from 'react'

const HALF_DAY_MS = 12 * 3_600_000
const NONE: readonly TodayEvent[] = []

/** Meetings around this moment that the schedule relays live, found anew twice a day; none without a programme or a clock. */
export function useSittings(programme: Programme | null, nowMs: number | null): readonly TodayEvent[] {
  const halfDay = nowMs === null ? null : Math.floor(nowMs / HALF_DAY_MS)
  return useMemo(() => {
    if (programme === null || halfDay === null || programme.streams.length === 0) return NONE
    const at = (halves: number): string => new Date((halfDay + halves) * HALF_DAY_MS).toISOString()
    return sittingsIn(programme, at(-2), at(3)).map(({ entryId, stream, startsAt, endsAt }) => ({
      id: `${entryId}:${Date.parse(startsAt)}`,
      name: stream.title,
      startsAt,
      endsAt,
    }))
  }, [programme, halfDay])
}
