import type { Graph } from '../graph/graph.ts'
import type { Polygon } from '../model/geometry.ts'
import type { VenueModel } from '../model/venue-model.ts'
import { isOpen, type LocalMoment } from './hours.ts'
import { costsFor, type Profile } from './profiles.ts'
import { shutFeatures } from './shut-feature.ts'
import { shutZone } from './shut-zone.ts'

/** What nobody may pass now: units, doors, links or relations by their id, and zones drawn on a level. */
export type Closures = {
  featureIds?: readonly string[]
  zones?: readonly { levelId: string; shape: readonly Polygon[] }[]
}

/** Why something is shut, as bits: closed by somebody, outside of its opening hours, or in a zone. */
export const SHUT = { closed: 1, outOfHours: 2, zone: 4 } as const

/**
 * What is shut, in bits of SHUT by number: nodes that nobody may go to, and edges that may not be passed. Ways that begin inside
 * of what is shut stay open: whoever is there gets out.
 */
export type Shut = { nodes: Uint8Array; edges: Uint8Array }

export function nothingShut(graph: Graph): Shut {
  return { nodes: new Uint8Array(graph.nodeCount), edges: new Uint8Array(graph.edgeCount) }
}

/** What closures shut, and at a moment the opening hours of units, doors, links and relations. */
export function shutBy(venue: VenueModel, graph: Graph, closures: Closures, moment: LocalMoment | null): Shut {
  const shut = nothingShut(graph)
  shutFeatures(venue, graph, new Set(closures.featureIds), shut, SHUT.closed)
  if (moment !== null) shutFeatures(venue, graph, outOfHours(venue, moment), shut, SHUT.outOfHours)
  for (const { levelId, shape } of closures.zones ?? []) {
    const ordinal = venue.levels.find(({ id }) => id === levelId)?.ordinal
    // Levels of one ordinal are one floor: a door between hall and terrace belongs to either.
    const levels = new Set(venue.levels.flatMap((level, n) => (level.ordinal === ordinal ? [n] : [])))
    if (levels.size > 0) shutZone(graph, levels, shape, shut, SHUT.zone)
  }
  return shut
}

/** Features that are shut by their hours; equal hours are read once. */
function outOfHours(venue: VenueModel, moment: LocalMoment): Set<string> {
  const timed = [...venue.units, ...venue.openings, ...venue.relations, ...(venue.network?.links ?? [])]
  const verdicts = new Map<string | null, boolean | null>()
  for (const { hours } of timed) if (!verdicts.has(hours)) verdicts.set(hours, isOpen(hours, moment))
  return new Set(timed.filter(({ hours }) => verdicts.get(hours) === false).map(({ id }) => id))
}

/**
 * What stays shut to whoever has no other way out: what somebody closed, and zones to those outside of them. Opening hours no
 * longer count, nor that an exit lies in the zone that somebody is in already.
 */
export function forLastResort({ nodes, edges }: Shut): Shut {
  return { nodes: nodes.map((bits) => bits & SHUT.closed), edges: edges.map((bits) => bits & ~SHUT.outOfHours) }
}

/** Cost of each edge for a profile; Infinity where it may not be passed or is shut. Not to be changed. */
export function openCosts(graph: Graph, profile: Profile, { edges }: Shut): Float64Array {
  const costs = costsFor(graph, profile)
  if (isClear(edges)) return costs
  const open = costs.slice()
  for (let edge = 0; edge < edges.length; edge++) if (edges[edge] !== 0) open[edge] = Infinity
  return open
}

/** Is nothing set? A loop by number: there are hundreds of thousands of edges, and somebody waits for the way out. */
export function isClear(bits: Uint8Array): boolean {
  for (let at = 0; at < bits.length; at++) if (bits[at] !== 0) return false
  return true
}
