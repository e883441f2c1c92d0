import type { DisplayView, EntryView, ScheduleConflict, TakeoverView } from '@akari/protocol'
import { useMemo } from 'react'
import { useTakeovers } from '../../../api/schedule.ts'
import { useConflicts } from '../conflicts/use-conflicts.ts'
import type { Days } from '../../../parts/use-office-days.ts'
import { remembered } from './remembered.ts'
import { isIn, type Row } from './rows.ts'
import type { Span } from './span.ts'

const NONE: Meetings = { conflicts: [], behind: new Set() }
const NO_TAKEOVERS: readonly TakeoverView[] = []

/** Which entries meet in the span, and the occurrences that others go before, as `entry start`. */
type Meetings = { conflicts: readonly ScheduleConflict[]; behind: ReadonlySet<string> }

/** The meetings of the span; looked for when everything is drawn. */
export function useMeetings(
  {
    entries,
    displays,
    span,
    days,
  }: { entries: readonly EntryView[]; displays: readonly DisplayView[]; span: Span; days: Days },
  drawn: boolean,
): Meetings {
  const question = useMemo(
    () => (drawn ? { entries, displays, from: span.from, to: span.to, days, about: null } : null),
    [drawn, entries, displays, span, days],
  )
  const found = useConflicts(question)
  return useMemo(() => {
    if (found === null) return NONE
    const sides = found.conflicts.flatMap(({ behind }) => behind)
    const behind = new Set(sides.map(({ entryId, originalStart }) => `${entryId} ${originalStart}`))
    return { conflicts: found.conflicts, behind }
  }, [found])
}

/** The takeovers of a row that are not over; the same list as long as it is the same row. */
export function useTakeoversIn(): (row: Row) => readonly TakeoverView[] {
  const takeovers = useTakeovers().data
  return useMemo(
    () =>
      remembered((row: Row) => {
        const here = takeovers?.filter(({ targets, state }) => state !== 'ended' && isIn(row, targets)) ?? []
        return here.length === 0 ? NO_TAKEOVERS : here
      }),
    [takeovers],
  )
}
