import { EDGE_KINDS, type EdgeKind, type Graph, TRAIT } from '../graph/graph.ts'

export const PROFILES = ['shortest', 'step-free', 'stroller', 'tactile', 'staff', 'evacuate'] as const
export type Profile = (typeof PROFILES)[number]

/** What a way costs somebody: filters, and factors on the seconds it takes. */
type Preferences = {
  never: readonly EdgeKind[]
  dearer: Partial<Record<EdgeKind, number>>
  /** Not over what is known to have steps. */
  stepFree: boolean
  mayPassStaffDoors: boolean
  mayPassEmergencyExits: boolean
  /** Factor for cutting through rooms. */
  rooms: number
  /** Factor where nobody knows whether a wheelchair can pass. */
  unconfirmed: number
  /** Factor off the tactile paving. */
  untactile: number
}

const VISITOR: Preferences = {
  never: [],
  dearer: {},
  stepFree: false,
  mayPassStaffDoors: false,
  mayPassEmergencyExits: false,
  rooms: 3,
  unconfirmed: 1,
  untactile: 1,
}

const PREFERENCES: Record<Profile, Preferences> = {
  shortest: VISITOR,
  'step-free': { ...VISITOR, never: ['steps', 'stairs', 'escalator'], stepFree: true, unconfirmed: 1.5 },
  // A few steps can be climbed with somebody's help; a staircase or an escalator cannot.
  stroller: { ...VISITOR, never: ['stairs', 'escalator'], dearer: { steps: 8 } },
  tactile: { ...VISITOR, dearer: { escalator: 3, movingwalkway: 3 }, untactile: 2 },
  staff: { ...VISITOR, mayPassStaffDoors: true, rooms: 1 },
  // Lifts may stop between floors, escalators run against whoever flees; service doors are locked.
  evacuate: { ...VISITOR, never: ['board', 'elevator', 'escalator'], mayPassEmergencyExits: true, rooms: 10 },
}

const known = new WeakMap<Graph, Map<Profile, Float64Array>>()

/** Cost of each edge for a profile; Infinity where it may not be passed. Worked out once for a graph: it is not to be changed. */
export function costsFor(graph: Graph, profile: Profile): Float64Array {
  const ofGraph = known.get(graph) ?? new Map<Profile, Float64Array>()
  known.set(graph, ofGraph)
  const costs = ofGraph.get(profile) ?? workedOut(graph, profile)
  ofGraph.set(profile, costs)
  return costs
}

function workedOut(graph: Graph, profile: Profile): Float64Array {
  const preferences = PREFERENCES[profile]
  const byKind = Float64Array.from(EDGE_KINDS, (kind) =>
    preferences.never.includes(kind) ? Infinity : (preferences.dearer[kind] ?? 1),
  )
  // There are few combinations of traits: each is judged once.
  const byTraits = Float64Array.from({ length: 256 }, (_, traits) => factorOf(traits, preferences))
  const { seconds, kind, traits } = graph
  const costs = new Float64Array(seconds.length)
  // A loop by number: the first way out waits for hundreds of thousands of edges.
  for (let edge = 0; edge < costs.length; edge++) {
    const factor = (byKind[kind[edge] ?? 0] ?? 1) * (byTraits[traits[edge] ?? 0] ?? 1)
    // An edge of no length is passed for nothing, but never where nobody may.
    costs[edge] = factor === Infinity ? Infinity : (seconds[edge] ?? 0) * factor
  }
  return costs
}

function factorOf(traits: number, preferences: Preferences): number {
  const has = (trait: number) => (traits & trait) !== 0
  if (has(TRAIT.staff) && !preferences.mayPassStaffDoors) return Infinity
  if (has(TRAIT.emergency) && !preferences.mayPassEmergencyExits) return Infinity
  if (has(TRAIT.stepped) && preferences.stepFree) return Infinity
  const room = has(TRAIT.room) ? preferences.rooms : 1
  const unconfirmed = has(TRAIT.unconfirmed) ? preferences.unconfirmed : 1
  return room * unconfirmed * (has(TRAIT.tactile) ? 1 : preferences.untactile)
}
