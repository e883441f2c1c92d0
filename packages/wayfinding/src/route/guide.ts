import type { BuiltGraph } from '../graph/build-graph.ts'
import { evacuationField, wayOut } from '../evacuation/evacuation-field.ts'
import { type StepCard, stepCards } from '../instructions/step-cards.ts'
import type { VenueModel } from '../model/venue-model.ts'
import { nothingShut, type Shut } from './closures.ts'
import { findPlace, type Place } from './find-place.ts'
import { findRoute, type Route } from './find-route.ts'
import { nearestReachable } from './nearest-reachable.ts'
import type { Profile } from './profiles.ts'

/** Why there is no way, or none to the end; `closed`: there is one, but it is shut now. */
export type NoWay =
  | 'from-unknown'
  | 'to-unknown'
  | 'no-way'
  | 'closed'
  | 'no-step-free-way'
  | 'staff-only'
  | 'no-way-out'

export type Guidance =
  | { found: true; route: Route; steps: StepCard[]; reason: null }
  /** `steps` lead as far as one gets; empty where that is nowhere. */
  | { found: false; route: Route | null; steps: StepCard[]; reason: NoWay }

export type Journey = { from: string; to: string | null; profile: Profile; shut?: Shut }

/**
 * The way from one place to another, both by id or name, as cards to follow. Without `to` it leads out of the building by the
 * nearest exit that the profile can take; for `evacuate` by the evacuation field. Where only steps are in the way, it leads as near as one gets without, and asks to call the staff.
 */
export function guide(venue: VenueModel, { graph }: BuiltGraph, journey: Journey): Guidance {
  const shut = journey.shut ?? nothingShut(graph)
  const from = findPlace(venue, graph, journey.from)
  if (from === null) return nowhere('from-unknown')
  if (journey.to === null && journey.profile === 'evacuate') return out(venue, graph, from, shut)
  const to = journey.to === null ? anyExit(graph) : findPlace(venue, graph, journey.to)
  if (to === null) return nowhere('to-unknown')
  const route = findRoute(graph, from.nodes, to.nodes, journey.profile, shut)
  if (route !== null) {
    const isLeaving = journey.profile === 'evacuate' || journey.to === null
    const exit = isLeaving ? graph.exits.find(({ node }) => node === route.to) : undefined
    const ending = exit === undefined ? { is: 'place' as const, id: to.id, name: to.name } : exitEnding(venue, exit.id)
    return { found: true, route, steps: stepCards(venue, graph, route, ending), reason: null }
  }
  return asFarAsPossible(venue, graph, from, to, journey.profile, shut)
}

/** Every way out of the building as one place: the nearest will do. Null where there is none. */
function anyExit({ exits }: BuiltGraph['graph']): Place | null {
  const [first] = exits
  return first === undefined ? null : { id: first.id, name: { ja: first.id }, nodes: exits.map(({ node }) => node) }
}

function out(venue: VenueModel, graph: BuiltGraph['graph'], from: Place, shut: Shut): Guidance {
  const way = wayOut(evacuationField(graph, shut), from.nodes)
  if (way === null) return nowhere('no-way-out')
  return { found: true, route: way, steps: stepCards(venue, graph, way, exitEnding(venue, way.exit.id)), reason: null }
}

function exitEnding(venue: VenueModel, id: string) {
  return { is: 'exit' as const, id, name: venue.openings.find((opening) => opening.id === id)?.name ?? null }
}

function asFarAsPossible(
  venue: VenueModel,
  graph: BuiltGraph['graph'],
  from: Place,
  to: Place,
  profile: Profile,
  shut: Shut,
): Guidance {
  const onFoot = findRoute(graph, from.nodes, to.nodes, 'shortest', shut)
  if (onFoot === null) {
    const leads = (who: Profile, when?: Shut) => findRoute(graph, from.nodes, to.nodes, who, when) !== null
    if (leads('shortest')) return nowhere('closed')
    return nowhere(leads('staff', shut) ? 'staff-only' : leads('staff') ? 'closed' : 'no-way')
  }
  const isForWheels = profile === 'step-free' || profile === 'stroller'
  if (!isForWheels) return nowhere(findRoute(graph, from.nodes, to.nodes, profile) === null ? 'no-way' : 'closed')
  const near = nearestReachable(graph, from.nodes, onFoot, profile, shut)
  if (near === null) return nowhere('no-step-free-way')
  const steps = stepCards(venue, graph, near, { is: 'no-further' })
  return { found: false, route: near, steps, reason: 'no-step-free-way' }
}

function nowhere(reason: NoWay): Guidance {
  return { found: false, route: null, steps: [], reason }
}
