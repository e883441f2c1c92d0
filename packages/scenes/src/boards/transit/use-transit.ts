import type { OpenTimetable } from '@akari/transit'
import { useMemo, useRef } from 'react'
import type { SceneResources } from '../../everyday/scene-props.ts'
import { feedIn, type Surroundings } from '../surroundings.ts'
import { type BoardTime, type TransitService, transitService } from './transit-service.ts'

/** Ages are told in minutes and judged to some seconds; a board looks again this often. */
const LOOK_EVERY_MS = 5000

/** The moment by which a board judges what it knows, to five seconds; null while there is no clock at all. */
export function useBoardTime({ nowMs, deviceMs }: Surroundings): BoardTime | null {
  const known = nowMs !== null
  const shownMs = nowMs ?? deviceMs
  const ms = shownMs === null ? null : Math.floor(shownMs / LOOK_EVERY_MS) * LOOK_EVERY_MS
  return useMemo(() => (ms === null ? null : { ms, known }), [ms, known])
}

/** The feeds of a board whose timetables are there, joined to what was last heard of them. */
export function useTransit(
  feedIds: readonly string[],
  resources: SceneResources,
  surroundings: Surroundings,
  time: BoardTime | null,
): readonly TransitService[] {
  const { feeds } = surroundings
  const wanted = feedIds.join('\n')
  return useMemo(() => {
    if (time === null) return []
    return wanted.split('\n').flatMap((feedId) => {
      const open = resources.timetable(feedId)
      return open === null ? [] : [transitService(feedId, open, feedIn({ feeds }, feedId), time)]
    })
  }, [wanted, resources, feeds, time])
}

/** A timetable that is open, by its feed. */
export interface OpenFeed {
  feedId: string
  open: OpenTimetable
}

/** The timetables of a board: the same list for as long as the same ones are open. */
export function useOpenFeeds(services: readonly TransitService[]): readonly OpenFeed[] {
  const held = useRef<readonly OpenFeed[]>([])
  const isSame =
    held.current.length === services.length &&
    services.every(({ feedId, open }, n) => held.current[n]?.feedId === feedId && held.current[n].open === open)
  if (!isSame) held.current = services.map(({ feedId, open }) => ({ feedId, open }))
  return held.current
}
