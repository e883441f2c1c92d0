import type { EscapeRoute, Point } from '@akari/protocol'
import type { Graph } from '../graph/graph.ts'
import { lengthOf } from '../model/geometry.ts'
import type { VenueModel } from '../model/venue-model.ts'
import { nothingShut, type Shut } from '../route/closures.ts'
import { edgesTo, search } from '../route/dijkstra.ts'
import { costsFor } from '../route/profiles.ts'

const MOST_ROUTES = 3

type Goal = { id: string; kind: EscapeRoute['kind']; name: EscapeRoute['name']; nodes: readonly number[] }

/**
 * Ways out of a level from a place on it, the nearest first: to the doors that lead out of doors, or on a level without any to
 * the stairs. On foot, on this level alone, through rooms only where nothing else leads out. Empty where none can be reached.
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
  const costs = costsFor(graph, 'evacuate').map((cost, edge) =>
    graph.level[graph.source[edge] ?? 0] === level && graph.level[graph.target[edge] ?? 0] === level ? cost : Infinity,
  )
  const found = search(graph, costs, from, { blocked: shut.nodes })
  const routes = goalsOn(venue, graph, level).flatMap((goal): (EscapeRoute & { cost: number })[] => {
    const costOf = (node: number) => found.costs[node] ?? Infinity
    const [node] = goal.nodes
      .filter((each) => costOf(each) < Infinity)
      .toSorted((a, b) => costOf(a) - costOf(b) || a - b)
    if (node === undefined || shut.features.has(goal.id)) return []
    const edges = edgesTo(graph, found, node)
    const first = edges[0]
    if (first === undefined) return []
    const points = [graph.source[first] ?? node, ...edges.map((edge) => graph.target[edge] ?? node)].map((each) =>
      pointOf(graph, each),
    )
    const { id, kind, name } = goal
    return [{ exitId: id, kind, name, metres: Math.round(lengthOf(points)), points, cost: costOf(node) }]
  })
  return routes
    .toSorted((a, b) => a.cost - b.cost || (a.exitId < b.exitId ? -1 : 1))
    .slice(0, MOST_ROUTES)
    .map(({ exitId, kind, name, metres, points }) => ({ exitId, kind, name, metres, points }))
}

function goalsOn(venue: VenueModel, graph: Graph, level: number): Goal[] {
  const here = graph.exits.filter(({ node }) => graph.level[node] === level)
  if (here.length > 0)
    return [...new Set(here.map(({ id }) => id))].map((id) => ({
      id,
      kind: 'exit',
      name: venue.openings.find((opening) => opening.id === id)?.name ?? null,
      nodes: here.filter((exit) => exit.id === id).map(({ node }) => node),
    }))
  const levelId = venue.levels[level]?.id
  return venue.units
    .filter((unit) => unit.levelId === levelId && unit.kind === 'stairs' && unit.passage === 'public')
    .map(({ id, name }) => {
      const sign = venue.amenities.find(({ category, unitId }) => unitId === id && category.startsWith('stairs'))
      return { id, kind: 'stairs', name: name ?? sign?.name ?? null, nodes: graph.places.get(id) ?? [] }
    })
}

/** To the centimetre. */
function pointOf(graph: Graph, node: number): Point {
  return [Math.round((graph.x[node] ?? 0) * 100) / 100, Math.round((graph.y[node] ?? 0) * 100) / 100]
}
