import { distance } from '../model/geometry.ts'
import { type ShaftKind, shaftKindOf } from '../model/shaft-kind.ts'
import type { ModelRelation, VenueModel } from '../model/venue-model.ts'
import { accessTraits } from './access.ts'
import { addDoors, type DoorDoubt } from './add-doors.ts'
import { addNetwork } from './add-network.ts'
import { type Area, areaAt, type AreaIndex, areasOf, indexAreas, isShaft, kindWithin, traitsOf } from './areas.ts'
import { type Graph, TRAIT } from './graph.ts'
import { GraphBuilder } from './graph-builder.ts'
import { meshRoom } from './room-mesh.ts'
import { shaftLinks } from './shafts.ts'

/** Stairs and escalators are longer than they look from above: metres walked for each floor. */
const CLIMB_M = { stairs: 8, escalator: 10 }

/** What the data leave open, for the import report. */
export type GraphDoubt =
  | DoorDoubt
  | { code: 'escalator-direction-unknown' | 'shaft-unmatched' | 'place-off-map'; featureId: string }

export type BuiltGraph = { graph: Graph; doubts: GraphDoubt[] }

/**
 * Where one can go in a venue: doors joined through the rooms between them, what one can ask for, stairs, lifts and escalators
 * from level to level, and the ways that somebody drew. Where the drawn ways are all there is, rooms only say what lies on
 * them. The same venue always gives the same graph.
 */
export function buildGraph(model: VenueModel): BuiltGraph {
  const builder = new GraphBuilder()
  const doubts: GraphDoubt[] = []
  const areas = areasOf(model)
  const index = indexAreas(areas)
  const isDrawnWhole = model.network?.whole === true
  if (!isDrawnWhole) {
    addCentres(builder, areas)
    doubts.push(...addDoors(builder, model, index))
    addPlaces(builder, model, index, doubts)
  }
  if (model.network !== null) addNetwork(builder, model, model.network, areas, index, doubts)
  if (!isDrawnWhole) {
    for (const area of areas) addRoom(builder, area)
    addShafts(builder, model, areas, doubts)
  } else {
    if (builder.entrances.length === 0) doubts.push({ code: 'entrance-unknown', featureId: null })
    if (builder.exits.length === 0) doubts.push({ code: 'exit-unknown', featureId: null })
  }
  return { graph: builder.build(), doubts }
}

function addCentres(builder: GraphBuilder, areas: readonly Area[]): void {
  for (const { unit, level, anchors } of areas) {
    const node = builder.addNode(unit.labelAt, level)
    builder.name(unit.id, node)
    anchors.push({ node, at: unit.labelAt })
  }
}

function addPlaces(builder: GraphBuilder, model: VenueModel, index: AreaIndex, doubts: GraphDoubt[]): void {
  const places = [...model.occupants, ...model.amenities, ...model.kiosks.map((kiosk) => ({ ...kiosk, unitId: null }))]
  const ordinals = new Map(model.levels.map(({ id, ordinal }) => [id, ordinal]))
  for (const { id, levelId, at, unitId } of places) {
    const ordinal = ordinals.get(levelId)
    const area = ordinal === undefined ? null : areaAt(index, { levelId, ordinal, at, unitId })
    if (area === null) {
      doubts.push({ code: 'place-off-map', featureId: id })
      continue
    }
    const node = builder.addNode(at, area.level)
    builder.name(id, node)
    area.anchors.push({ node, at })
  }
}

/** Joins what stands in a unit; what lies too far outside of it is taken to its middle all the same. */
function addRoom(builder: GraphBuilder, { unit, level, anchors }: Area): void {
  const kind = kindWithin(unit)
  const traits = traitsOf(unit)
  const join = (a: number, b: number, metres: number): void =>
    builder.join(a, b, { kind, metres, traits, feature: unit.id })
  const core = anchors[0]?.node
  const stray = meshRoom(unit.shape, anchors, (at) => builder.addNode(at, level), join)
  for (const { node, at } of stray)
    if (core !== undefined && node !== core) join(node, core, distance(at, unit.labelAt))
}

function addShafts(builder: GraphBuilder, model: VenueModel, areas: readonly Area[], doubts: GraphDoubt[]): void {
  const links = shaftLinks(areas, model.relations)
  const joined = new Set(links.flatMap(({ lower, upper }) => [lower.unit.id, upper.unit.id]))
  for (const { from, to } of model.relations) joined.add(from).add(to)
  for (const { unit } of areas)
    if (isShaft(unit) && !joined.has(unit.id)) doubts.push({ code: 'shaft-unmatched', featureId: unit.id })
  for (const { lower, upper } of links) addFlight(builder, lower, upper, doubts)
  const byId = new Map(areas.map((area) => [area.unit.id, area]))
  for (const relation of model.relations) addRelation(builder, relation, byId)
}

function addFlight(builder: GraphBuilder, lower: Area, upper: Area, doubts: GraphDoubt[]): void {
  const kind = shaftKindOf(lower.unit.kind)
  if (kind === null) return
  const direction = lower.unit.direction ?? upper.unit.direction
  if (kind === 'escalator' && direction === null)
    doubts.push({ code: 'escalator-direction-unknown', featureId: lower.unit.id })
  const isOneWay = kind === 'escalator' && direction !== null
  if (!isOneWay || direction === 'up') addRise(builder, kind, lower, upper)
  if (!isOneWay || direction === 'down') addRise(builder, kind, upper, lower)
}

/** `feature`: what is closed or out of hours when the rise is; of a shaft the unit that one sets out from. */
function addRise(
  builder: GraphBuilder,
  kind: ShaftKind | 'walk',
  from: Area,
  to: Area,
  feature: string = from.unit.id,
): void {
  const [a, b] = [builder.nodesOf(from.unit.id)[0], builder.nodesOf(to.unit.id)[0]]
  if (a === undefined || b === undefined) return
  const floors = to.ordinal - from.ordinal
  const straight = distance(from.unit.labelAt, to.unit.labelAt)
  const climbed = kind === 'stairs' || kind === 'escalator' ? CLIMB_M[kind] * Math.abs(floors) : 0
  const stepped = kind === 'stairs' || kind === 'escalator' ? TRAIT.stepped : 0
  const access = accessTraits(from.unit.passage) | accessTraits(to.unit.passage)
  builder.addEdge(a, b, {
    kind,
    metres: Math.max(straight, climbed),
    traits: stepped | access,
    feature,
    floors,
  })
}

function addRelation(
  builder: GraphBuilder,
  { id, from, to, kind, oneWay }: ModelRelation,
  byId: ReadonlyMap<string, Area>,
): void {
  const [a, b] = [byId.get(from), byId.get(to)]
  if (a === undefined || b === undefined) return
  addRise(builder, kind, a, b, id)
  if (!oneWay) addRise(builder, kind, b, a, id)
}
