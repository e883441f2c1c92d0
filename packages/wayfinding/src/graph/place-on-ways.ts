import type { Point } from '@akari/protocol'
import { contains, distance, distanceToBoundary, isNearBox, nearestOnSegment } from '../model/geometry.ts'
import type { VenueModel } from '../model/venue-model.ts'
import { type Area, traitsOf } from './areas.ts'
import type { GraphDoubt } from './build-graph.ts'
import type { EdgeKind } from './graph.ts'
import type { GraphBuilder } from './graph-builder.ts'

/** Something this far from every drawn way is not on the map. */
const REACH_M = 15
/** A place this near to an end of a stretch is joined to that end. */
const AT_END_M = 0.01

/** A straight piece of a drawn link; `level` is null where it leads to another, `feet` is where places are joined to it. */
export type Stretch = {
  a: number
  b: number
  level: number | null
  kind: EdgeKind
  traits: number
  /** The link that it is a piece of. */
  feature: string
  oneWay: boolean
  metres: number
  floors: number
  feet: { node: number; share: number }[]
}

type Placed = { id: string; at: Point; level: number; traits: number }

/** Joins all that one can ask for, and no way leads into, to the nearest point of a way on its own level. */
export function placeOnWays(
  builder: GraphBuilder,
  model: VenueModel,
  areas: readonly Area[],
  stretches: readonly Stretch[],
  doubts: GraphDoubt[],
): void {
  const walks = Map.groupBy(
    stretches.filter(({ kind }) => kind === 'walk'),
    ({ level }) => level,
  )
  for (const area of areas) {
    const { unit, level } = area
    if (builder.nodesOf(unit.id).length > 0) continue
    const offM = (foot: Point) => {
      if (!isNearBox(foot, area.box, REACH_M)) return Infinity
      return unit.shape.some((polygon) => contains(polygon, foot)) ? 0 : distanceToBoundary(foot, unit.shape)
    }
    const placed = { id: unit.id, at: unit.labelAt, level, traits: traitsOf(unit) }
    if (!snap(builder, placed, walks.get(level) ?? [], offM)) doubts.push({ code: 'place-off-map', featureId: unit.id })
  }
  const levels = new Map(model.levels.map(({ id }, index) => [id, index]))
  for (const { id, levelId, at } of [...model.occupants, ...model.amenities, ...model.kiosks]) {
    const level = levels.get(levelId)
    const offM = (foot: Point) => distance(at, foot)
    const isOn = level !== undefined && snap(builder, { id, at, level, traits: 0 }, walks.get(level) ?? [], offM)
    if (!isOn) doubts.push({ code: 'place-off-map', featureId: id })
  }
}

/** Joins a place to the nearest point of the nearest of some ways, which is cut there; false where none is near. */
function snap(
  builder: GraphBuilder,
  { id, at, level, traits }: Placed,
  walks: readonly Stretch[],
  offM: (foot: Point) => number,
): boolean {
  const node = builder.addNode(at, level)
  builder.name(id, node)
  let best: { stretch: Stretch; foot: Point; metres: number } | null = null
  for (const stretch of walks) {
    const foot = nearestOnSegment(at, builder.pointOf(stretch.a), builder.pointOf(stretch.b))
    const metres = offM(foot)
    if (metres <= REACH_M && (best === null || metres < best.metres)) best = { stretch, foot, metres }
  }
  if (best === null) return false
  const { stretch, foot } = best
  builder.join(node, footOn(builder, stretch, foot, level), {
    kind: 'walk',
    metres: distance(at, foot),
    traits: traits | stretch.traits,
    feature: id,
  })
  return true
}

function footOn(builder: GraphBuilder, { a, b, feet }: Stretch, foot: Point, level: number): number {
  const [start, end] = [builder.pointOf(a), builder.pointOf(b)]
  if (distance(start, foot) <= AT_END_M) return a
  if (distance(end, foot) <= AT_END_M) return b
  const node = builder.addNode(foot, level)
  feet.push({ node, share: distance(start, foot) / distance(start, end) })
  return node
}
