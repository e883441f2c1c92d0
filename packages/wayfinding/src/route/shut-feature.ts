import type { Graph } from '../graph/graph.ts'
import { contains } from '../model/geometry.ts'
import type { VenueModel } from '../model/venue-model.ts'
import type { Shut } from './closures.ts'

/**
 * Shuts features: nobody gets into them from outside, nor along them. What begins inside a unit stays open, so that nobody is
 * shut in; a door or a link has no inside, and a door belongs to both of its sides.
 */
export function shutFeatures(venue: VenueModel, graph: Graph, ids: ReadonlySet<string>, shut: Shut, why: number): void {
  if (ids.size === 0) return
  const doors = new Set(venue.openings.flatMap(({ id }) => graph.places.get(id) ?? []))
  const levels = new Map(venue.levels.map(({ id }, n) => [id, n]))
  const units = new Map(venue.units.map((unit) => [unit.id, unit]))
  const along = edgesAlong(graph, ids)
  for (const id of ids) {
    const edges = along.get(id) ?? []
    const inside = new Set(graph.places.get(id))
    for (const node of inside) shut.nodes[node] = (shut.nodes[node] ?? 0) | why
    const unit = units.get(id)
    const isInside = (node: number): boolean =>
      unit !== undefined &&
      !doors.has(node) &&
      graph.level[node] === levels.get(unit.levelId) &&
      unit.shape.some((polygon) => contains(polygon, [graph.x[node] ?? 0, graph.y[node] ?? 0]))
    for (const edge of edges)
      for (const node of [graph.source[edge] ?? -1, graph.target[edge] ?? -1]) if (isInside(node)) inside.add(node)
    const shutUnlessFromInside = (edge: number): void => {
      if (!inside.has(graph.source[edge] ?? -1)) shut.edges[edge] = (shut.edges[edge] ?? 0) | why
    }
    for (const edge of edges) shutUnlessFromInside(edge)
    for (const node of inside)
      for (let at = graph.reverseOffsets[node] ?? 0; at < (graph.reverseOffsets[node + 1] ?? 0); at++)
        shutUnlessFromInside(graph.reverse[at] ?? -1)
  }
}

/** The edges that lie in each feature, found in one pass. */
function edgesAlong(graph: Graph, ids: ReadonlySet<string>): Map<string, number[]> {
  const along = new Map<string, number[]>()
  const wanted = graph.features.map((id): number[] | null => {
    if (!ids.has(id)) return null
    const edges: number[] = []
    along.set(id, edges)
    return edges
  })
  for (let edge = 0; edge < graph.edgeCount; edge++) wanted[graph.feature[edge] ?? -1]?.push(edge)
  return along
}
