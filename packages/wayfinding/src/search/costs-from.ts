import type { BuiltGraph } from '../graph/build-graph.ts'
import { search } from '../route/dijkstra.ts'
import { costsFor } from '../route/profiles.ts'

/** What it costs to get to each node from where a visitor stands: of equals found, the nearest is named first. */
export function costsFrom({ graph }: BuiltGraph, from: readonly number[]): Float64Array {
  return search(graph, costsFor(graph, 'shortest'), from).costs
}
