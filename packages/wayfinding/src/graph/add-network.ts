import { contains, distance, lengthOf } from '../model/geometry.ts'
import type { ModelNetwork, NetworkLink, NetworkNode, VenueModel } from '../model/venue-model.ts'
import { accessTraits } from './access.ts'
import { type Area, areaAt, type AreaIndex } from './areas.ts'
import type { GraphDoubt } from './build-graph.ts'
import { type EdgeKind, TRAIT } from './graph.ts'
import type { EdgeDraft, GraphBuilder } from './graph-builder.ts'
import { placeOnWays, type Stretch } from './place-on-ways.ts'

/**
 * Ways that somebody drew. Where they complete rooms and doors, their nodes stand in the rooms; where they are all there is,
 * what one can ask for is joined to the nearest point of a way on its own level.
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
  for (const drawn of network.nodes) {
    const level = levels.get(drawn.levelId)
    if (level === undefined) doubts.push({ code: 'place-off-map', featureId: drawn.id })
    else nodes.set(drawn.id, addDrawnNode(builder, model, drawn, level, network.whole, index))
  }
  const stretches = network.links.flatMap((link): Stretch[] => {
    const [a, b] = [nodes.get(link.from), nodes.get(link.to)]
    return a === undefined || b === undefined || link.passage === 'none' ? [] : stretchesOf(builder, model, link, a, b)
  })
  if (network.whole) placeOnWays(builder, model, areas, stretches, doubts)
  for (const stretch of stretches) addStretch(builder, stretch)
}

function addDrawnNode(
  builder: GraphBuilder,
  model: VenueModel,
  { id, levelId, at, outside, unitIds }: NetworkNode,
  level: number,
  isWhole: boolean,
  index: AreaIndex,
): number {
  const node = builder.addNode(at, level)
  builder.name(id, node)
  for (const unitId of unitIds) builder.name(unitId, node)
  if (outside) {
    builder.entrances.push({ id, node })
    builder.exits.push({ id, node })
  }
  const ordinal = model.levels[level]?.ordinal
  const area = ordinal === undefined ? null : areaAt(index, { levelId, ordinal, at, unitId: unitIds[0] ?? null })
  if (area === null) return node
  if (!isWhole) area.anchors.push({ node, at })
  else if (area.unit.shape.some((polygon) => contains(polygon, at))) builder.name(area.unit.id, node)
  return node
}

/** A link as its straight stretches, from bend to bend, together as long as it is said to be. */
function stretchesOf(builder: GraphBuilder, model: VenueModel, link: NetworkLink, a: number, b: number): Stretch[] {
  const ordinalOf = (node: number) => model.levels[builder.levelOf(node)]?.ordinal ?? 0
  const floors = ordinalOf(b) - ordinalOf(a)
  const bends = link.bends ?? []
  const drawnM = lengthOf([builder.pointOf(a), ...bends, builder.pointOf(b)])
  const metres = Math.max(link.metres ?? 0, drawnM)
  const draft = { kind: kindOf(link, floors), traits: linkTraits(link), feature: link.id, oneWay: link.oneWay }
  const level = builder.levelOf(a)
  // On the way to another level nobody knows on which of the two a bend is.
  if (level !== builder.levelOf(b)) return [{ ...draft, a, b, level: null, metres, floors, feet: [] }]
  const nodes = [a, ...bends.map((at) => builder.addNode(at, level)), b]
  return nodes.slice(1).map((end, n) => {
    const start = nodes[n] ?? a
    const pieceM = distance(builder.pointOf(start), builder.pointOf(end))
    const share = drawnM === 0 ? 1 / (nodes.length - 1) : pieceM / drawnM
    return { ...draft, a: start, b: end, level, metres: metres * share, floors: 0, feet: [] }
  })
}

/** The edges of a stretch, cut where places are joined to it. */
function addStretch(
  builder: GraphBuilder,
  { a, b, metres, floors, feet, oneWay, kind, traits, feature }: Stretch,
): void {
  const stops = [
    { node: a, share: 0 },
    ...feet.toSorted((one, other) => one.share - other.share),
    { node: b, share: 1 },
  ]
  for (const [n, to] of stops.slice(1).entries()) {
    const from = stops[n] ?? to
    const draft: EdgeDraft = { kind, metres: metres * (to.share - from.share), traits, feature }
    builder.addEdge(from.node, to.node, { ...draft, floors })
    if (!oneWay) builder.addEdge(to.node, from.node, { ...draft, floors: -floors })
  }
}

/** Networks cut a lift into its landings and its shaft: waiting belongs to the landings. */
function kindOf({ kind }: NetworkLink, floors: number): EdgeKind {
  return kind === 'elevator' && floors === 0 ? 'board' : kind
}

function linkTraits({ kind, passage, stepFree, tactile }: NetworkLink): number {
  const isStepped = stepFree === false || kind === 'steps' || kind === 'stairs' || kind === 'escalator'
  const doubt = stepFree === null ? TRAIT.unconfirmed : 0
  return (isStepped ? TRAIT.stepped : 0) | accessTraits(passage) | doubt | (tactile ? TRAIT.tactile : 0)
}
