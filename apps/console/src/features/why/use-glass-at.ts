import {
  type Course,
  coursesOf,
  type Ladder,
  ladderAt,
  NO_WINDOWS,
  unroll,
  type Values,
  type Windows,
} from '@akari/programme'
import type { AlertDesk, DisplayView, Programme } from '@akari/protocol'
import { useMemo } from 'react'
import { useDraftProgramme, useProgramme } from '../../api/displays.ts'
import { clockAt, stateFor, useValues } from '../../parts/direction.ts'
import { dayOf, MINUTE_MS } from './moment.ts'

/** By what is decided: what the displays have, or what publishing now would give them. */
export type Basis = 'published' | 'draft'

const DAY_MS = 86_400_000
const NOTHING_KNOWN: Values = {}

/** The programme of a display by one or the other; `data` null: nothing was published for it yet. */
export function useProgrammeBy(displayId: string, basis: Basis) {
  const published = useProgramme(displayId)
  const draft = useDraftProgramme(displayId, basis === 'draft')
  return basis === 'draft' ? draft : published
}

/** The windows from the day before a moment on; `ahead`: for how many days. Made anew only for another day or programme. */
export function useWindows(programme: Programme | null, atMs: number, ahead: number): Windows {
  const { startsAtMs } = dayOf(atMs)
  return useMemo(() => {
    const [from, to] = [startsAtMs - DAY_MS, startsAtMs + ahead * DAY_MS].map((ms) => new Date(ms).toISOString())
    return programme === null || from === undefined || to === undefined ? NO_WINDOWS : unroll(programme, from, to)
  }, [programme, startsAtMs, ahead])
}

/**
 * The ladder of a display at a moment. Alerts count only where somebody gives them: they are what they are now. Values count from
 * now on, for as long as they are valid, as in the server's own explanation.
 */
export function useLadder(
  display: DisplayView,
  programme: Programme | null,
  windows: Windows,
  desk: AlertDesk | undefined,
  atMs: number,
  nowMs: number,
): Ladder {
  const known = useValues()
  const values = atMs < nowMs - MINUTE_MS ? NOTHING_KNOWN : known
  return useMemo(
    () => ladderAt(stateFor(display, programme, windows, desk, atMs, values), clockAt(atMs)),
    [display, programme, windows, desk, atMs, values],
  )
}

/** How a display goes through the local day around a moment. */
export function useCourses(programme: Programme | null, windows: Windows, atMs: number): Course[] {
  const { startsAtMs, endsAtMs } = dayOf(atMs)
  return useMemo(() => {
    if (programme === null) return []
    return coursesOf(programme, new Date(startsAtMs).toISOString(), new Date(endsAtMs).toISOString(), windows)
  }, [programme, windows, startsAtMs, endsAtMs])
}
