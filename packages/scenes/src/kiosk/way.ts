import type { Texts } from '@akari/protocol'
import { findRoute, guide, type Guidance, type NearestKind, nearestOf } from '@akari/wayfinding'
import { inEveryLanguage, type KioskBuilding, placeFacts } from './building.ts'
import type { Goal, Walker } from './flow.ts'

/** Where a goal is for one who walks so, and the way there from this display. */
export interface Way {
  /** Null where the venue has none of the kind. */
  placeId: string | null
  name: Texts
  guidance: Guidance
}

const NOWHERE: Guidance = { found: false, route: null, steps: [], reason: 'to-unknown' }

/** The way to a goal; of a kind the nearest for whoever walks so, which may be another than for those who take stairs. */
export function wayTo(building: KioskBuilding, goal: Goal, walker: Walker): Way {
  const { kit, shut, kioskId } = building
  const placeId = goal.kind === 'place' ? goal.id : nearest(building, goal.what, walker)
  const facts = placeId === null ? null : placeFacts(kit, placeId)
  if (placeId === null || facts === null)
    return { placeId: null, name: inEveryLanguage(goal.kind === 'nearest' ? goal.what : 'place'), guidance: NOWHERE }
  const guidance = guide(kit.guide.venue, kit.built, { from: kioskId, to: placeId, profile: walker, shut })
  return { placeId, name: facts.name, guidance }
}

/** How far the nearest of a kind is, and on which level; null where there is none that can be reached. */
export function nearestFacts(building: KioskBuilding, what: NearestKind, walker: Walker): NearestFacts | null {
  const reached = nearestRoute(building, what, walker)
  const found = reached ?? nearestRoute(building, what, 'shortest') ?? nearestEver(building, what)
  const facts = found === null ? null : placeFacts(building.kit, found.id)
  if (found === null || facts === null) return null
  return { id: found.id, levelId: facts.levelId, metres: found.route.metres, isReached: reached !== null }
}

/** `isReached`: whoever walks so gets there now; otherwise it is there all the same, and the way says what is between. */
export interface NearestFacts {
  id: string
  levelId: string
  metres: number
  isReached: boolean
}

/** With everything open. */
function nearestEver({ kit, kioskId }: KioskBuilding, what: NearestKind) {
  return nearestOf(kit.guide.venue, kit.built, kit.built.graph.places.get(kioskId) ?? [], what, 'shortest')
}

function nearest(building: KioskBuilding, what: NearestKind, walker: Walker): string | null {
  return nearestRoute(building, what, walker)?.id ?? null
}

function nearestRoute({ kit, shut, kioskId }: KioskBuilding, what: NearestKind, walker: Walker) {
  const from = kit.built.graph.places.get(kioskId) ?? []
  return nearestOf(kit.guide.venue, kit.built, from, what, walker, shut)
}

/**
 * Where people are who help: at the information desk, else at the nearest reception, else at the nearest counter. Null where
 * whoever walks so reaches none of them now.
 */
export function nearestHelp(building: KioskBuilding, walker: Walker): string | null {
  const desk = nearest(building, 'information', walker)
  if (desk !== null) return desk
  const { occupants } = building.kit.guide.venue
  const receptions = occupants.filter(({ category }) => category === 'guestservices')
  const counters = occupants.filter((occupant) => occupant.counters.length > 0)
  return nearestAmong(building, receptions, walker) ?? nearestAmong(building, counters, walker)
}

function nearestAmong(
  { kit, shut, kioskId }: KioskBuilding,
  places: readonly { id: string }[],
  walker: Walker,
): string | null {
  const { graph } = kit.built
  const placeAt = new Map(places.flatMap(({ id }) => (graph.places.get(id) ?? []).map((node) => [node, id] as const)))
  const route = findRoute(graph, graph.places.get(kioskId) ?? [], [...placeAt.keys()], walker, shut)
  return route === null ? null : (placeAt.get(route.to) ?? null)
}

/** Whole minutes, one at least. */
export function minutesOf(seconds: number): number {
  return Math.max(1, Math.round(seconds / 60))
}
