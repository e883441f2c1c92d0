import type { Graph, Way } from '../graph/graph.ts'
import { nothingShut, type Shut, withShut } from '../route/closures.ts'
import { edgesTo, type Search, search } from '../route/dijkstra.ts'
import { type Route, routeOf } from '../route/find-route.ts'
import { costsFor } from '../route/profiles.ts'

/** The way to the nearest exit from everywhere, found in one run from all exits; never by lift or escalator. */
export type EvacuationField = { graph: Graph; search: Search; exitOf: ReadonlyMap<number, Way> }

/** `shut`: exits, doors and zones that cannot be used now. Run it again when that changes. */
export function evacuationField(graph: Graph, shut: Shut = nothingShut(graph)): EvacuationField {
  const exits = graph.exits.filter(({ node }) => shut.nodes[node] !== 1)
  const costs = withShut(graph, costsFor(graph, 'evacuate'), shut)
  const sources = exits.map(({ node }) => node)
  return {
    graph,
    search: search(graph, costs, sources, { direction: 'to', blocked: shut.nodes }),
    exitOf: new Map(exits.map((exit) => [exit.node, exit])),
  }
}

/** The way out from the best of some nodes, and the exit that it leads to; null where there is none. */
export function wayOut(
  { graph, search: found, exitOf }: EvacuationField,
  from: readonly number[],
): (Route & { exit: Way }) | null {
  const costOf = (node: number) => found.costs[node] ?? Infinity
  const [best] = from.filter((node) => costOf(node) < Infinity).toSorted((a, b) => costOf(a) - costOf(b) || a - b)
  if (best === undefined) return null
  const edges = edgesTo(graph, found, best, 'to')
  const last = edges.at(-1)
  const end = last === undefined ? best : (graph.target[last] ?? best)
  const exit = exitOf.get(end)
  return exit === undefined ? null : { ...routeOf(graph, edges, end, costOf(best)), from: best, exit }
}
