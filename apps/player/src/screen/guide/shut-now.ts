import type { WayClosure } from '@akari/protocol'
import { type LocalMoment, type Shut, shutBy } from '@akari/wayfinding'
import type { GuideKit } from './guide-kit.ts'

/** A guide, and what of its building is shut now: as staff closed it, and on its graph. */
export interface OpenWays {
  kit: GuideKit
  closed: readonly WayClosure[]
  shut: Shut
}

/**
 * What staff have closed at a moment (Unix time, ms). Without a clock that somebody confirmed (null) all of it counts as
 * closed: a way round is better than a locked door.
 */
export function closedAt(closures: readonly WayClosure[], nowMs: number | null): readonly WayClosure[] {
  if (nowMs === null) return closures
  return closures.filter(
    ({ from, until }) => (from === null || Date.parse(from) <= nowMs) && (until === null || Date.parse(until) > nowMs),
  )
}

/**
 * Those closures on the graph of their building, and, for who goes somewhere at a `moment`, doors and rooms that have no hours
 * then. Null for a way out: the hours of doors say nothing of whether one gets out by them.
 */
export function shutNow(
  { guide: { venue }, built: { graph } }: GuideKit,
  closed: readonly WayClosure[],
  moment: LocalMoment | null,
): Shut {
  const featureIds = closed.flatMap((closure) => closure.featureIds)
  const zones = closed.flatMap((closure) => closure.zones.map(({ levelId, ring }) => ({ levelId, shape: [[ring]] })))
  return shutBy(venue, graph, { featureIds, zones }, moment)
}
