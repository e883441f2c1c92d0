import type { WayClosure } from '@akari/protocol'
import { type LocalMoment, type Shut, shutBy } from '@akari/wayfinding'
import type { GuideKit } from './guide-kit.ts'

/** A guide, and what staff have closed of its building now. */
export interface OpenWays {
  kit: GuideKit
  closed: readonly WayClosure[]
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
export function shutNow({ kit, closed }: OpenWays, moment: LocalMoment | null): Shut {
  const { venue } = kit.guide
  const featureIds = closed.flatMap((closure) => closure.featureIds)
  const zones = closed.flatMap((closure) => closure.zones.map(({ levelId, ring }) => ({ levelId, shape: [[ring]] })))
  return shutBy(venue, kit.built.graph, { featureIds, zones }, moment)
}
