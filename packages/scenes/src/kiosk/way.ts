import type { Texts } from '@akari/protocol'
import { guide, type Guidance, type NearestKind, nearestOf } from '@akari/wayfinding'
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

/** People who help are at the information desk, or wherever a counter is nearest. */
export function nearestHelp(building: KioskBuilding): string | null {
  const desk = nearest(building, 'information', 'step-free')
  if (desk !== null) return desk
  const { occupants } = building.kit.guide.venue
  const reception = occupants.find(({ category }) => category === 'guestservices')
  return (reception ?? occupants.find(({ counters }) => counters.length > 0))?.id ?? null
}

/** Whole minutes, one at least. */
export function minutesOf(seconds: number): number {
  return Math.max(1, Math.round(seconds / 60))
}
