import type { Graph } from '../graph/graph.ts'
import { nothingShut, openCosts, type Shut } from './closures.ts'
import { edgesTo, search } from './dijkstra.ts'
import type { Profile } from './profiles.ts'

/** A way over the graph: its edges in order, what it costs whom it was found for, how far and how long it is. */
export type Route = { from: number; to: number; edges: number[]; cost: number; metres: number; seconds: number }

/**
 * The best way from one of some nodes to one of others for a profile; null where none leads. Whoever is in a shut zone may
 * still leave it.
 */
export function findRoute(
  graph: Graph,
  from: readonly number[],
  to: readonly number[],
  profile: Profile,
  shut: Shut = nothingShut(graph),
): Route | null {
  const found = search(graph, openCosts(graph, profile, shut), from, { targets: new Set(to) })
  if (found.reached === -1) return null
  return routeOf(graph, edgesTo(graph, found, found.reached), found.reached, found.costs[found.reached] ?? 0)
}

/** A way told by its edges, which may be none. */
export function routeOf(graph: Graph, edges: number[], to: number, cost: number): Route {
  const sum = (values: Float64Array) => edges.reduce((total, edge) => total + (values[edge] ?? 0), 0)
  const first = edges[0]
  return {
    from: first === undefined ? to : (graph.source[first] ?? to),
    to,
    edges,
    cost,
    metres: sum(graph.metres),
    seconds: sum(graph.seconds),
  }
}
