import { distance } from '../model/geometry.ts'
import type { Graph } from '../graph/graph.ts'
import type { VenueModel } from '../model/venue-model.ts'
import type { Leg } from './legs.ts'

/** A landing is not a floor of its own to whoever walks over it in fewer metres than these. */
const LANDING_M = 12

/**
 * A walk cut where it comes to another floor (over a ramp, or a link that changes levels), so that each part can be drawn on its
 * own. The way over belongs to the floor that it leads to; levels of one ordinal are one floor.
 */
export function walksByFloor(venue: VenueModel, graph: Graph, leg: Leg): Leg[] {
  const ordinalOf = (level: number | undefined) => venue.levels[level ?? -1]?.ordinal
  const walks: Leg[] = []
  for (const [n, node] of leg.nodes.slice(1).entries()) {
    const start = leg.nodes[n] ?? node
    const to = leg.points[n + 1] ?? [0, 0]
    const from = leg.points[n] ?? to
    const level = graph.level[node] ?? leg.level
    const metres = distance(from, to)
    const last = walks.at(-1)
    if (last !== undefined && ordinalOf(last.level) === ordinalOf(level)) {
      last.points.push(to)
      last.nodes.push(node)
      last.metres += metres
      last.level = level
    } else {
      walks.push({ ...leg, from: graph.level[start] ?? level, level, metres, points: [from, to], nodes: [start, node] })
    }
  }
  return shared(withoutLandings(walks), leg)
}

/** Short parts in between are taken up by what follows. */
function withoutLandings(walks: readonly Leg[]): Leg[] {
  const kept: Leg[] = []
  let before: Leg | null = null
  for (const [n, walk] of walks.entries()) {
    const whole: Leg =
      before === null
        ? walk
        : {
            ...walk,
            from: before.from,
            metres: before.metres + walk.metres,
            points: [...before.points, ...walk.points.slice(1)],
            nodes: [...before.nodes, ...walk.nodes.slice(1)],
          }
    const isBetween = n > 0 && n < walks.length - 1
    before = isBetween && whole.metres < LANDING_M ? whole : null
    if (before === null) kept.push(whole)
  }
  return kept
}

/** Metres and seconds of the whole leg, which may be longer than it is drawn, shared out by what is drawn. */
function shared(walks: readonly Leg[], leg: Leg): Leg[] {
  const drawnM = walks.reduce((sum, { metres }) => sum + metres, 0)
  return walks.map((walk) => {
    const share = drawnM === 0 ? 1 / walks.length : walk.metres / drawnM
    return { ...walk, metres: leg.metres * share, seconds: leg.seconds * share }
  })
}
