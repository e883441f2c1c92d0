import type { Point } from '@akari/protocol'
import { contains, distance, distanceToBoundary, isNearBox, nearestOnSegment } from '../model/geometry.ts'
import type { ModelNetwork, NetworkLink, VenueModel } from '../model/venue-model.ts'
import { type Area, areaAt, type AreaIndex, traitsOf } from './areas.ts'
import type { GraphDoubt } from './build-graph.ts'
import { type EdgeKind, TRAIT } from './graph.ts'
import type { GraphBuilder } from './graph-builder.ts'

/** Something this far from every drawn way is not on the map. */
const REACH_M = 15

type Stretch = { link: NetworkLink; a: number; b: number; level: number }

/**
 * Ways that somebody drew. Where they complete rooms and doors, their nodes stand in the rooms; where they are all there is,
 * what one can ask for is joined to the nearest way on its own level.
 */
export function addNetwork(
  builder: GraphBuilder,
  model: VenueModel,
  network: ModelNetwork,
  areas: readonly Area[],
  index: AreaIndex,
  doubts: GraphDoubt[],
): void {
  const levels = new Map(model.levels.map(({ id }, n) => [id, n]))
  const nodes = new Map<string, number>()
  for (const { id, levelId, at, outside, unitIds } of network.nodes) {
    const node = builder.addNode(at, levels.get(levelId) ?? 0)
    nodes.set(id, node)
    builder.name(id, node)
    for (const unitId of unitIds) builder.name(unitId, node)
    if (outside) {
      builder.entrances.push({ id, node })
      builder.exits.push({ id, node })
    }
    const ordinal = model.levels[levels.get(levelId) ?? -1]?.ordinal ?? 0
    const area = areaAt(index, { levelId, ordinal, at, unitId: unitIds[0] ?? null })
    if (area === null) continue
    if (!network.whole) area.anchors.push({ node, at })
    else if (area.unit.shape.some((polygon) => contains(polygon, at))) builder.name(area.unit.id, node)
  }
  const stretches = network.links.flatMap((link): Stretch[] => {
    const [a, b] = [nodes.get(link.from), nodes.get(link.to)]
    if (a === undefined || b === undefined || link.passage === 'none') return []
    addLink(builder, model, link, a, b)
    return builder.levelOf(a) === builder.levelOf(b) ? [{ link, a, b, level: builder.levelOf(a) }] : []
  })
  if (network.whole) placeOnWays(builder, model, areas, stretches, doubts)
}

function addLink(builder: GraphBuilder, model: VenueModel, link: NetworkLink, a: number, b: number): void {
  const ordinalOf = (node: number) => model.levels[builder.levelOf(node)]?.ordinal ?? 0
  const floors = ordinalOf(b) - ordinalOf(a)
  const metres = Math.max(link.metres ?? 0, distance(builder.pointOf(a), builder.pointOf(b)))
  const draft = { kind: kindOf(link, floors), metres, traits: linkTraits(link), feature: link.id }
  builder.addEdge(a, b, { ...draft, floors })
  if (!link.oneWay) builder.addEdge(b, a, { ...draft, floors: -floors })
}

/** Networks cut a lift into its landings and its shaft: waiting belongs to the landings. */
function kindOf({ kind }: NetworkLink, floors: number): EdgeKind {
  return kind === 'elevator' && floors === 0 ? 'board' : kind
}

function linkTraits({ kind, passage, stepFree, tactile }: NetworkLink): number {
  const isStepped = stepFree === false || kind === 'steps' || kind === 'stairs' || kind === 'escalator'
  const access = passage === 'staff' ? TRAIT.staff : passage === 'emergency' ? TRAIT.emergency : 0
  const doubt = stepFree === null ? TRAIT.unconfirmed : 0
  return (isStepped ? TRAIT.stepped : 0) | access | doubt | (tactile ? TRAIT.tactile : 0)
}

function placeOnWays(
  builder: GraphBuilder,
  model: VenueModel,
  areas: readonly Area[],
  stretches: readonly Stretch[],
  doubts: GraphDoubt[],
): void {
  for (const area of areas) {
    const { unit, level } = area
    if (builder.nodesOf(unit.id).length > 0) continue
    const offM = ({ a, b }: Stretch) => {
      const foot = nearestOnSegment(unit.labelAt, builder.pointOf(a), builder.pointOf(b))
      return isNearBox(foot, area.box, REACH_M) ? distanceToBoundary(foot, unit.shape) : Infinity
    }
    snap(builder, unit.id, unit.labelAt, level, stretches, offM, traitsOf(unit), doubts)
  }
  const levels = new Map(model.levels.map(({ id }, index) => [id, index]))
  for (const { id, levelId, at } of [...model.occupants, ...model.amenities, ...model.kiosks]) {
    const offM = ({ a, b }: Stretch) => distance(at, nearestOnSegment(at, builder.pointOf(a), builder.pointOf(b)))
    snap(builder, id, at, levels.get(levelId) ?? 0, stretches, offM, 0, doubts)
  }
}

/** Joins a place to both ends of the nearest way on its level, as that way may be walked. */
function snap(
  builder: GraphBuilder,
  id: string,
  at: Point,
  level: number,
  stretches: readonly Stretch[],
  offM: (stretch: Stretch) => number,
  traits: number,
  doubts: GraphDoubt[],
): void {
  let best: { stretch: Stretch; metres: number } | null = null
  for (const stretch of stretches) {
    if (stretch.level !== level || stretch.link.kind !== 'walk') continue
    const metres = offM(stretch)
    if (metres <= REACH_M && (best === null || metres < best.metres)) best = { stretch, metres }
  }
  const node = builder.addNode(at, level)
  builder.name(id, node)
  if (best === null) {
    doubts.push({ code: 'place-off-map', featureId: id })
    return
  }
  const { link, a, b } = best.stretch
  const foot = nearestOnSegment(at, builder.pointOf(a), builder.pointOf(b))
  for (const [end, isForth] of [
    [a, false],
    [b, true],
  ] as const) {
    const metres = distance(at, foot) + distance(foot, builder.pointOf(end))
    const draft = { kind: 'walk' as const, metres, traits: traits | linkTraits(link), feature: link.id }
    if (!link.oneWay || isForth) builder.addEdge(node, end, draft)
    if (!link.oneWay || !isForth) builder.addEdge(end, node, draft)
  }
}
