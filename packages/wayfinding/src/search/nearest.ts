import type { BuiltGraph } from '../graph/build-graph.ts'
import type { VenueModel } from '../model/venue-model.ts'
import { nothingShut, type Shut } from '../route/closures.ts'
import { findRoute, type Route } from '../route/find-route.ts'
import type { Profile } from '../route/profiles.ts'

export const NEAREST_KINDS = [
  'toilet',
  'accessible-toilet',
  'nursing',
  'aed',
  'elevator',
  'stairs',
  'atm',
  'information',
  'exit',
] as const
export type NearestKind = (typeof NEAREST_KINDS)[number]

/** The IMDF categories that answer what visitors ask the nearest of; exits are doors. */
const CATEGORIES: Record<NearestKind, readonly string[]> = {
  toilet: ['restroom'],
  'accessible-toilet': ['restroom.wheelchair', 'restroom.unisex.wheelchair', 'restroom.transgender.wheelchair'],
  nursing: ['mothersroom'],
  aed: ['defibrillator', 'aed'],
  elevator: ['elevator'],
  stairs: ['stairs'],
  atm: ['atm'],
  information: ['information'],
  exit: [],
}

/** The nearest of a kind for whoever stands at some nodes, by one search for all of them; null where none can be reached. */
export function nearestOf(
  venue: VenueModel,
  { graph }: BuiltGraph,
  from: readonly number[],
  kind: NearestKind,
  profile: Profile,
  shut: Shut = nothingShut(graph),
): { id: string; route: Route } | null {
  const targets = new Map<number, string>()
  if (kind === 'exit') for (const { id, node } of graph.exits) targets.set(node, id)
  else
    for (const { id, category } of [...venue.amenities, ...venue.units.filter(({ passage }) => passage === 'public')]) {
      if (!CATEGORIES[kind].some((known) => category === known || category.startsWith(`${known}.`))) continue
      for (const node of graph.places.get(id) ?? []) if (!targets.has(node)) targets.set(node, id)
    }
  const route = findRoute(graph, from, [...targets.keys()], profile, shut)
  const id = route === null ? undefined : targets.get(route.to)
  return route === null || id === undefined ? null : { id, route }
}
