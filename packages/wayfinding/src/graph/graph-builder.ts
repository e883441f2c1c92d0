import type { Point } from '@akari/protocol'
import { EDGE_KINDS, type EdgeKind, type Graph, type Way } from './graph.ts'
import { secondsOf } from './pace.ts'

export type EdgeDraft = {
  kind: EdgeKind
  metres: number
  traits: number
  /** The unit that the edge lies in, or the link it is. */
  feature: string
  /** Floors climbed (negative: descended). */
  floors?: number
}

/** Collects nodes and edges in order and packs them into a Graph. */
export class GraphBuilder {
  readonly #points: Point[] = []
  readonly #levels: number[] = []
  readonly #traits: number[] = []
  readonly #edges: { from: number; to: number; draft: EdgeDraft }[] = []
  readonly #places = new Map<string, number[]>()
  readonly entrances: Way[] = []
  readonly exits: Way[] = []

  /** `traits` (of a door) hold for every edge that begins or ends here. */
  addNode(at: Point, level: number, traits = 0): number {
    this.#points.push(at)
    this.#levels.push(level)
    this.#traits.push(traits)
    return this.#points.length - 1
  }

  /** Makes a node one of the places where a feature is found. */
  name(id: string, node: number): void {
    const nodes = this.#places.get(id)
    if (nodes === undefined) this.#places.set(id, [node])
    else if (!nodes.includes(node)) nodes.push(node)
  }

  nodesOf(id: string): readonly number[] {
    return this.#places.get(id) ?? []
  }

  pointOf(node: number): Point {
    return this.#points[node] ?? [0, 0]
  }

  levelOf(node: number): number {
    return this.#levels[node] ?? 0
  }

  #traitsOf(node: number): number {
    return this.#traits[node] ?? 0
  }

  get nodeCount(): number {
    return this.#points.length
  }

  addEdge(from: number, to: number, draft: EdgeDraft): void {
    this.#edges.push({ from, to, draft })
  }

  /** An edge each way. */
  join(a: number, b: number, draft: EdgeDraft): void {
    this.addEdge(a, b, draft)
    this.addEdge(b, a, draft)
  }

  build(): Graph {
    const nodeCount = this.nodeCount
    const drafted = this.#edges
    const { offsets, order } = rowsOf(
      nodeCount,
      Int32Array.from(drafted, ({ from }) => from),
    )
    const edges = Array.from(order, (at) => drafted[at]).filter((edge) => edge !== undefined)
    const features = new Map<string, number>()
    const indexOf = (id: string): number => {
      const known = features.get(id)
      if (known !== undefined) return known
      features.set(id, features.size)
      return features.size - 1
    }
    const edgeCount = edges.length
    const graph = {
      source: Int32Array.from(edges, ({ from }) => from),
      target: Int32Array.from(edges, ({ to }) => to),
      metres: Float64Array.from(edges, ({ draft }) => draft.metres),
      seconds: Float64Array.from(edges, ({ draft }) => secondsOf(draft.kind, draft.metres, draft.floors ?? 0)),
      kind: Uint8Array.from(edges, ({ draft }) => EDGE_KINDS.indexOf(draft.kind)),
      traits: Uint8Array.from(edges, ({ from, to, draft }) => draft.traits | this.#traitsOf(from) | this.#traitsOf(to)),
      feature: Int32Array.from(edges, ({ draft }) => indexOf(draft.feature)),
    }
    const { offsets: reverseOffsets, order: reverse } = rowsOf(nodeCount, graph.target)
    return {
      ...graph,
      nodeCount,
      edgeCount,
      x: Float64Array.from(this.#points, ([x]) => x),
      y: Float64Array.from(this.#points, ([, y]) => y),
      level: Int32Array.from(this.#levels),
      offsets,
      reverseOffsets,
      reverse,
      features: [...features.keys()],
      places: this.#places,
      entrances: this.entrances,
      exits: this.exits,
    }
  }
}

/** Counting sort of edges by one of their ends: where the row of each node begins, and the edges in order of the rows. */
function rowsOf(nodeCount: number, ends: Int32Array): { offsets: Int32Array; order: Int32Array } {
  const offsets = new Int32Array(nodeCount + 1)
  for (const end of ends) offsets[end + 1] = (offsets[end + 1] ?? 0) + 1
  for (let node = 0; node < nodeCount; node++) offsets[node + 1] = (offsets[node + 1] ?? 0) + (offsets[node] ?? 0)
  const next = offsets.slice()
  const order = new Int32Array(ends.length)
  for (const [edge, end] of ends.entries()) {
    const at = next[end] ?? 0
    order[at] = edge
    next[end] = at + 1
  }
  return { offsets, order }
}
