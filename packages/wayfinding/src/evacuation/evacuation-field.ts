import type { Graph, Way } from '../graph/graph.ts'
import { forLastResort, isClear, nothingShut, openCosts, type Shut } from '../route/closures.ts'
import { edgesTo, type Search, search } from '../route/dijkstra.ts'
import { type Route, routeOf } from '../route/find-route.ts'

/**
 * The way to the nearest exit from everywhere, found in one run from all exits; never by lift or escalator. `lastResort`: the
 * same for whoever has no other way out (`forLastResort`); null where nothing is shut.
 */
export type EvacuationField = {
  graph: Graph
  search: Search
  lastResort: Search | null
  exitOf: ReadonlyMap<number, Way>
}

/** `shut`: exits, doors and zones that cannot be used now. Run it again when that changes. */
export function evacuationField(graph: Graph, shut: Shut = nothingShut(graph)): EvacuationField {
  const isAnythingShut = !isClear(shut.nodes) || !isClear(shut.edges)
  return {
    graph,
    search: searchFromExits(graph, shut),
    lastResort: isAnythingShut ? searchFromExits(graph, forLastResort(shut)) : null,
    exitOf: new Map(graph.exits.map((exit) => [exit.node, exit])),
  }
}

function searchFromExits(graph: Graph, shut: Shut): Search {
  const sources = graph.exits.filter(({ node }) => shut.nodes[node] === 0).map(({ node }) => node)
  return search(graph, openCosts(graph, 'evacuate', shut), sources, { direction: 'to' })
}

/** The way out from the best of some nodes, and the exit that it leads to; null where there is none. */
export function wayOut(field: EvacuationField, from: readonly number[]): (Route & { exit: Way }) | null {
  const { graph, exitOf } = field
  const found = reaches(field.search, from) ? field.search : (field.lastResort ?? field.search)
  const costOf = (node: number) => found.costs[node] ?? Infinity
  const [best] = from.filter((node) => costOf(node) < Infinity).toSorted((a, b) => costOf(a) - costOf(b) || a - b)
  if (best === undefined) return null
  const edges = edgesTo(graph, found, best, 'to')
  const last = edges.at(-1)
  const end = last === undefined ? best : (graph.target[last] ?? best)
  const exit = exitOf.get(end)
  return exit === undefined ? null : { ...routeOf(graph, edges, end, costOf(best)), from: best, exit }
}

function reaches({ costs }: Search, from: readonly number[]): boolean {
  return from.some((node) => (costs[node] ?? Infinity) < Infinity)
}
