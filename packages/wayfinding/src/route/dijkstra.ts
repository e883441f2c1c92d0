import type { Graph } from '../graph/graph.ts'
import { NodeHeap } from './node-heap.ts'

/**
 * Cheapest ways over a graph (Dijkstra 1959). `costs` by edge, Infinity where one may not pass. Of equally cheap ways the one
 * over the edge with the lower number is taken, so that the same display always shows the same way.
 */
export type Search = {
  /** Cost to each node; Infinity where none leads, or where the search had ended before. */
  costs: Float64Array
  /** The edge by which each node is reached; −1 for sources and what is not reached. */
  edges: Int32Array
  /** The target that was reached first; −1 for none. */
  reached: number
}

export type Direction = 'from' | 'to'

/**
 * Searches from sources along the edges (`from`), or for the ways that lead to them, against the edges (`to`). Ends at the
 * first of the targets where there are any.
 */
export function search(
  graph: Graph,
  costs: Float64Array,
  sources: readonly number[],
  options: { direction?: Direction; targets?: ReadonlySet<number> } = {},
): Search {
  const { direction = 'from', targets } = options
  const [offsets, ends] = direction === 'from' ? [graph.offsets, graph.target] : [graph.reverseOffsets, graph.source]
  const total = new Float64Array(graph.nodeCount).fill(Infinity)
  const edges = new Int32Array(graph.nodeCount).fill(-1)
  const heap = new NodeHeap(graph.nodeCount)
  for (const node of sources) {
    if (total[node] === 0) continue
    total[node] = 0
    heap.push(node, 0)
  }
  for (let node = heap.pop(); node !== -1; node = heap.pop()) {
    if (targets?.has(node) === true) return { costs: total, edges, reached: node }
    const here = total[node] ?? Infinity
    const last = offsets[node + 1] ?? 0
    for (let at = offsets[node] ?? 0; at < last; at++) {
      const edge = direction === 'from' ? at : (graph.reverse[at] ?? 0)
      const next = ends[edge] ?? 0
      const cost = here + (costs[edge] ?? Infinity)
      const known = total[next] ?? Infinity
      if (cost < known) {
        total[next] = cost
        edges[next] = edge
        heap.push(next, cost)
      } else if (cost === known && cost !== Infinity && cost > here && edge < (edges[next] ?? -1)) {
        edges[next] = edge
      }
    }
  }
  return { costs: total, edges, reached: -1 }
}

/** The edges of the way found to a node, from its source on; for a search against the edges, from the node on. */
export function edgesTo(graph: Graph, { edges }: Search, node: number, direction: Direction = 'from'): number[] {
  const way: number[] = []
  const ends = direction === 'from' ? graph.source : graph.target
  for (let edge = edges[node] ?? -1; edge !== -1; edge = edges[ends[edge] ?? 0] ?? -1) way.push(edge)
  return direction === 'from' ? way.toReversed() : way
}
