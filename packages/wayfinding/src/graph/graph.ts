import type { LinkKind } from '../model/venue-model.ts'

/** How one gets along an edge; `board` is stepping into a lift or out of it, which is where one waits. */
export const EDGE_KINDS = [
  'walk',
  'door',
  'steps',
  'stairs',
  'ramp',
  'movingwalkway',
  'board',
  'elevator',
  'escalator',
] as const satisfies readonly (LinkKind | 'board')[]
export type EdgeKind = (typeof EDGE_KINDS)[number]

/** What may keep somebody from an edge, or make it dearer; bits of `Graph.traits`. */
export const TRAIT = {
  /** Staff only. */
  staff: 1,
  /** Opens in an emergency only. */
  emergency: 2,
  /** Known not to be step-free. */
  stepped: 4,
  /** Nobody says whether a wheelchair can pass. */
  unconfirmed: 8,
  /** Through a room that is not a way. */
  room: 16,
  /** Along tactile paving. */
  tactile: 32,
} as const

/**
 * Where one can go: nodes and directed edges in compressed sparse rows, so that edges of node `n` are `offsets[n]` up to
 * `offsets[n + 1]`. Edges of a node keep the order in which they were added, which settles every tie.
 */
export type Graph = {
  nodeCount: number
  edgeCount: number
  /** Metres on the venue's plane. */
  x: Float64Array
  y: Float64Array
  /** Index into the venue's levels. */
  level: Int32Array
  offsets: Int32Array
  source: Int32Array
  target: Int32Array
  /** Metres walked, and seconds at an ordinary pace. */
  metres: Float64Array
  seconds: Float64Array
  /** Index into EDGE_KINDS. */
  kind: Uint8Array
  traits: Uint8Array
  /** Index into `features`: the unit an edge lies in, or the link it is; closures and hours are looked up by it. */
  feature: Int32Array
  features: string[]
  /** Edges against their direction: `reverse[reverseOffsets[n]…]` are the edges that lead to node n. */
  reverseOffsets: Int32Array
  reverse: Int32Array
  /** Nodes of a feature, by its id. */
  places: ReadonlyMap<string, readonly number[]>
  /** Doors that people come in by. */
  entrances: readonly Way[]
  /** Doors that people get out by. */
  exits: readonly Way[]
}
export type Way = { id: string; node: number }
