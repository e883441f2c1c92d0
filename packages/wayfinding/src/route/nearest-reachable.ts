import type { Graph } from '../graph/graph.ts'
import { openCosts, type Shut } from './closures.ts'
import { edgesTo, search } from './dijkstra.ts'
import { type Route, routeOf } from './find-route.ts'
import type { Profile } from './profiles.ts'

/**
 * How far along a way on foot somebody gets who cannot take all of it: the way to the last of its nodes that can be reached
 * for the profile. Null where that is not a step from where one stands.
 */
export function nearestReachable(
  graph: Graph,
  from: readonly number[],
  onFoot: Route,
  profile: Profile,
  shut: Shut,
): Route | null {
  const found = search(graph, openCosts(graph, profile, shut), from)
  const nodes = onFoot.edges.map((edge) => graph.target[edge] ?? 0)
  const last = nodes.findLast((node) => (found.costs[node] ?? Infinity) < Infinity)
  if (last === undefined) return null
  return routeOf(graph, edgesTo(graph, found, last), last, found.costs[last] ?? 0)
}
