import type { VenueModel, WayClosure } from '@akari/protocol'
import { type Graph, type Shut, shutBy } from '@akari/wayfinding'

/** What closures shut on the graph of a venue, whatever the hours of its doors. */
export function closedNow(
  model: VenueModel,
  graph: Graph,
  closures: readonly Pick<WayClosure, 'featureIds' | 'zones'>[],
): Shut {
  const featureIds = closures.flatMap((closure) => closure.featureIds)
  const zones = closures.flatMap((closure) => closure.zones.map(({ levelId, ring }) => ({ levelId, shape: [[ring]] })))
  return shutBy(model, graph, { featureIds, zones }, null)
}
