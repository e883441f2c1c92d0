import type { Texts } from '@akari/protocol'
import type { Graph } from '../graph/graph.ts'
import { featuresOf } from '../model/features.ts'
import type { VenueModel } from '../model/venue-model.ts'

/** Somewhere to go to or come from: every node of every feature that goes by the name. */
export type Place = { id: string; name: Texts; nodes: readonly number[] }

/**
 * The place with this id, or of this name in any language (full-width and half-width, capitals and spaces alike); where
 * several have one name (toilets), all of them together, as the nearest will do. Null where there is none on the map.
 */
export function findPlace(venue: VenueModel, graph: Graph, wanted: string): Place | null {
  const features = featuresOf(venue)
  const byId = graph.places.get(wanted)
  if (byId !== undefined && byId.length > 0) {
    const name = features.find(({ id }) => id === wanted)?.name ?? { ja: wanted }
    return { id: wanted, name, nodes: byId }
  }
  const plain = plainName(wanted)
  const named = features.filter(
    ({ id, name }) =>
      name !== null &&
      graph.places.has(id) &&
      Object.values(name).some((text) => text !== undefined && plainName(text) === plain),
  )
  const [first] = named
  if (first === undefined || plain === '') return null
  const nodes = [...new Set(named.flatMap(({ id }) => graph.places.get(id) ?? []))]
  return { id: first.id, name: first.name ?? { ja: wanted }, nodes }
}

function plainName(text: string): string {
  return text.normalize('NFKC').toLowerCase().replaceAll(/\s/g, '')
}
