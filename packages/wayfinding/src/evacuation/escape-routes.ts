import type { EscapeRoute, Point } from '@akari/protocol'
import type { Graph } from '../graph/graph.ts'
import { lengthOf } from '../model/geometry.ts'
import type { VenueModel } from '../model/venue-model.ts'
import { forLastResort, nothingShut, openCosts, type Shut } from '../route/closures.ts'
import { edgesTo, type Search, search } from '../route/dijkstra.ts'
import { evacuationField } from './evacuation-field.ts'

const MOST_ROUTES = 3

type Goal = { id: string; kind: EscapeRoute['kind']; name: EscapeRoute['name']; nodes: readonly number[] }

/**
 * Ways out of a level from a place on it, the nearest first: to the doors that lead out of doors, or where none of those can be
 * reached to the stairs beyond which there is a way out. On foot, on this level alone, never through what is shut unless nothing
 * else leads out, through rooms only where nothing else does. Empty where none can be reached.
 */
export function escapeRoutes(
  venue: VenueModel,
  graph: Graph,
  placeId: string,
  shut: Shut = nothingShut(graph),
): EscapeRoute[] {
  const from = graph.places.get(placeId) ?? []
  const level = graph.level[from[0] ?? -1]
  if (level === undefined) return []
  const open = waysOut(venue, graph, from, level, shut)
  return open.length > 0 ? open : waysOut(venue, graph, from, level, forLastResort(shut))
}

function waysOut(venue: VenueModel, graph: Graph, from: readonly number[], level: number, shut: Shut): EscapeRoute[] {
  const costs = openCosts(graph, 'evacuate', shut)
  const isHere = (node: number | undefined) => graph.level[node ?? -1] === level
  const here = costs.map((cost, edge) => (isHere(graph.source[edge]) && isHere(graph.target[edge]) ? cost : Infinity))
  const found = search(graph, here, from)
  const toExits = routesTo(exitsOn(venue, graph, level, shut), graph, found)
  return toExits.length > 0 ? toExits : routesTo(stairsOn(venue, graph, level, costs, shut), graph, found)
}

function routesTo(goals: readonly Goal[], graph: Graph, found: Search): EscapeRoute[] {
  const costOf = (node: number) => found.costs[node] ?? Infinity
  const routes = goals.flatMap(({ id, kind, name, nodes }): (EscapeRoute & { cost: number })[] => {
    const [node] = nodes.filter((each) => costOf(each) < Infinity).toSorted((a, b) => costOf(a) - costOf(b) || a - b)
    if (node === undefined) return []
    const edges = edgesTo(graph, found, node)
    const first = edges[0]
    if (first === undefined) return []
    const points = [graph.source[first] ?? node, ...edges.map((edge) => graph.target[edge] ?? node)].map((each) =>
      pointOf(graph, each),
    )
    return [{ exitId: id, kind, name, metres: Math.round(lengthOf(points)), points, cost: costOf(node) }]
  })
  return routes
    .toSorted((a, b) => a.cost - b.cost || (a.exitId < b.exitId ? -1 : 1))
    .slice(0, MOST_ROUTES)
    .map(({ exitId, kind, name, metres, points }) => ({ exitId, kind, name, metres, points }))
}

function exitsOn(venue: VenueModel, graph: Graph, level: number, shut: Shut): Goal[] {
  const here = graph.exits.filter(({ node }) => graph.level[node] === level && shut.nodes[node] === 0)
  const names = new Map(venue.openings.map(({ id, name }) => [id, name]))
  return [...Map.groupBy(here, ({ id }) => id)].map(([id, exits]) => ({
    id,
    kind: 'exit',
    name: names.get(id) ?? null,
    nodes: exits.map(({ node }) => node),
  }))
}

/** Where one leaves this level for another from which a way leads out that does not come back by the same stairs. */
function stairsOn(venue: VenueModel, graph: Graph, level: number, costs: Float64Array, shut: Shut): Goal[] {
  const beyond = evacuationField(graph, shut).search
  const leading = new Map<string, Set<number>>()
  const unitOf = new Map(
    venue.units
      .filter(({ kind }) => kind === 'stairs')
      .flatMap(({ id }) => (graph.places.get(id) ?? []).map((node): [number, string] => [node, id])),
  )
  for (const [edge, cost] of costs.entries()) {
    const [node, next] = [graph.source[edge] ?? -1, graph.target[edge] ?? -1]
    if (graph.level[node] !== level || graph.level[next] === level || cost === Infinity) continue
    if (beyond.costs[next] === Infinity || comesBack(graph, beyond, next, node)) continue
    const id = unitOf.get(node) ?? graph.features[graph.feature[edge] ?? -1] ?? ''
    leading.set(id, (leading.get(id) ?? new Set()).add(node))
  }
  const units = new Map(venue.units.map((unit) => [unit.id, unit]))
  return [...leading].map(([id, nodes]) => {
    const sign = venue.amenities.find(({ category, unitId }) => unitId === id && category.startsWith('stairs'))
    return { id, kind: 'stairs', name: units.get(id)?.name ?? sign?.name ?? null, nodes: [...nodes] }
  })
}

function comesBack(graph: Graph, beyond: Search, from: number, to: number): boolean {
  return edgesTo(graph, beyond, from, 'to').some((edge) => graph.target[edge] === to)
}

/** To the centimetre. */
function pointOf(graph: Graph, node: number): Point {
  return [Math.round((graph.x[node] ?? 0) * 100) / 100, Math.round((graph.y[node] ?? 0) * 100) / 100]
}
