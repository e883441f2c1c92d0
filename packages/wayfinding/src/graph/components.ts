import type { Graph } from './graph.ts'

/** Which connected part each node is in, whatever the direction of its edges; `passable` says which edges count. */
export function componentsOf(graph: Graph, passable: (edge: number) => boolean): { count: number; of: Int32Array } {
  const of = new Int32Array(graph.nodeCount).fill(-1)
  let count = 0
  const open: number[] = []
  for (let start = 0; start < graph.nodeCount; start++) {
    if (of[start] !== -1) continue
    of[start] = count
    open.push(start)
    for (let node = open.pop(); node !== undefined; node = open.pop()) {
      const visit = (edge: number, next: number | undefined): void => {
        if (next === undefined || of[next] !== -1 || !passable(edge)) return
        of[next] = count
        open.push(next)
      }
      for (let at = graph.offsets[node] ?? 0; at < (graph.offsets[node + 1] ?? 0); at++) visit(at, graph.target[at])
      for (let at = graph.reverseOffsets[node] ?? 0; at < (graph.reverseOffsets[node + 1] ?? 0); at++) {
        const edge = graph.reverse[at] ?? 0
        visit(edge, graph.source[edge])
      }
    }
    count++
  }
  return { count, of }
}
