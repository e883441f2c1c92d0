import type { Point } from '@akari/protocol'
import type { Graph } from '../graph/graph.ts'
import { contains, type Polygon } from '../model/geometry.ts'
import type { VenueModel } from '../model/venue-model.ts'
import { isOpen, type LocalMoment } from './hours.ts'

/** What nobody may pass now: units, doors or links by their id, and zones drawn on a level. */
export type Closures = {
  featureIds?: readonly string[]
  zones?: readonly { levelId: string; shape: readonly Polygon[] }[]
}

/** What is shut: nodes (by number, 1 is shut) that may not be entered, and features whose edges may not be passed. */
export type Shut = { nodes: Uint8Array; features: ReadonlySet<string> }

export function nothingShut(graph: Graph): Shut {
  return { nodes: new Uint8Array(graph.nodeCount), features: new Set() }
}

/** What closures, and the opening hours of units, doors and links at a moment, shut. */
export function shutBy(venue: VenueModel, graph: Graph, closures: Closures, moment: LocalMoment | null): Shut {
  const features = new Set(closures.featureIds)
  if (moment !== null) {
    for (const { id, hours } of [...venue.units, ...venue.openings, ...(venue.network?.links ?? [])])
      if (isOpen(hours, moment) === false) features.add(id)
  }
  const nodes = new Uint8Array(graph.nodeCount)
  for (const id of features) for (const node of graph.places.get(id) ?? []) nodes[node] = 1
  const levels = new Map(venue.levels.map(({ id }, index) => [id, index]))
  for (const { levelId, shape } of closures.zones ?? []) {
    const level = levels.get(levelId)
    for (let node = 0; node < graph.nodeCount; node++) {
      const at: Point = [graph.x[node] ?? 0, graph.y[node] ?? 0]
      if (graph.level[node] === level && shape.some((polygon) => contains(polygon, at))) nodes[node] = 1
    }
  }
  return { nodes, features }
}

/** Costs with what is shut made impassable; the given ones stay as they are. */
export function withShut(graph: Graph, costs: Float64Array, { features }: Shut): Float64Array {
  if (features.size === 0) return costs
  const shut = graph.features.map((id) => features.has(id))
  return costs.map((cost, edge) => (shut[graph.feature[edge] ?? -1] === true ? Infinity : cost))
}
