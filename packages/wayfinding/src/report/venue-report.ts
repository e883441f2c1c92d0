import type { Texts } from '@akari/protocol'
import type { BuiltGraph, GraphDoubt } from '../graph/build-graph.ts'
import { componentsOf } from '../graph/components.ts'
import type { Graph } from '../graph/graph.ts'
import type { ReadVenue } from '../import/read-venue.ts'
import { featuresOf } from '../model/features.ts'
import { shaftKindOf } from '../model/shaft-kind.ts'
import type { ModelUnit, VenueModel } from '../model/venue-model.ts'
import { search } from '../route/dijkstra.ts'
import { costsFor, type Profile } from '../route/profiles.ts'
import { doubtfulOrdinals } from './ordinals.ts'
import { type ProblemCode, problemText, type ProblemValues } from './problem-words.ts'

/** Something to look at before a venue is published; `feature`: its id, or the file where it is none. */
export type VenueProblem = { code: ProblemCode; feature: string | null; text: { ja: string; en: string } }

export type VenueReport = {
  format: VenueModel['format'] | null
  levels: number
  units: number
  openings: number
  occupants: number
  amenities: number
  /** Parts of what visitors can walk that no way joins. */
  components: number
  /** Public units that no entrance leads to. */
  unreachable: { id: string; name: Texts }[]
  problems: VenueProblem[]
}

const NOTHING: VenueReport = {
  format: null,
  levels: 0,
  units: 0,
  openings: 0,
  occupants: 0,
  amenities: 0,
  components: 0,
  unreachable: [],
  problems: [],
}

/** What an import found and what its graph lacks; `built` is null where there is no venue. */
export function venueReport({ venue, problems }: ReadVenue, built: BuiltGraph | null): VenueReport {
  const found = problems.map(({ code, file, featureId, detail }) =>
    problemOf(code, featureId ?? file, { name: featureId ?? file, file, detail: detail ?? '' }),
  )
  if (venue === null || built === null) return { ...NOTHING, problems: found }
  const { graph, doubts } = built
  const named = new Map(featuresOf(venue).map(({ id, name }) => [id, name]))
  const reached = reachedFromEntrances(graph, 'shortest')
  const units = publicUnits(venue)
  const unreachable = units.filter(({ id }) => !isReached(graph, reached, id))
  return {
    format: venue.format,
    levels: venue.levels.length,
    units: venue.units.length,
    openings: venue.openings.length,
    occupants: venue.occupants.length,
    amenities: venue.amenities.length,
    components: publicParts(venue, graph),
    unreachable: unreachable.map((unit) => ({ id: unit.id, name: nameOf(unit) })),
    problems: [
      ...found,
      ...doubts.map((doubt) => doubtProblem(doubt, named)),
      ...unreachable.map((unit) =>
        problemOf('unit-unreachable', unit.id, { name: nameOf(unit), level: levelName(venue, unit) }),
      ),
      ...levelsWithoutStepFree(venue, graph, reached),
      ...doubtfulOrdinals(venue).map(({ id, name, ordinal }) =>
        problemOf('ordinal-to-confirm', id, { name, ordinal: String(ordinal) }),
      ),
    ],
  }
}

function problemOf(code: ProblemCode, feature: string | null, values: ProblemValues): VenueProblem {
  return { code, feature, text: problemText(code, values) }
}

function doubtProblem({ code, featureId }: GraphDoubt, names: ReadonlyMap<string, Texts | null>): VenueProblem {
  return problemOf(code, featureId, { name: (featureId === null ? null : names.get(featureId)) ?? featureId ?? '' })
}

/** Public rooms and ways; a shaft's pieces count as well. */
export function publicUnits(venue: VenueModel): ModelUnit[] {
  return venue.units.filter(({ passage }) => passage === 'public')
}

/** Cost to each node from the nearest entrance; where there is none, from the largest part of the map. */
function reachedFromEntrances(graph: Graph, profile: Profile): Float64Array {
  const entrances = graph.entrances.map(({ node }) => node)
  return search(graph, costsFor(graph, profile), entrances.length > 0 ? entrances : largestPart(graph)).costs
}

function largestPart(graph: Graph): number[] {
  const { count, of } = publicComponents(graph)
  const sizes = new Int32Array(count)
  for (const part of of) sizes[part] = (sizes[part] ?? 0) + 1
  const largest = sizes.reduce((best, size, part) => (size > (sizes[best] ?? 0) ? part : best), 0)
  return [...of.keys()].filter((node) => of[node] === largest)
}

function publicComponents(graph: Graph) {
  const costs = costsFor(graph, 'shortest')
  return componentsOf(graph, (edge) => (costs[edge] ?? Infinity) < Infinity)
}

/** Parts in which a visitor can stand: public units, doors and drawn ways, not a staff room behind its door. */
function publicParts(venue: VenueModel, graph: Graph): number {
  const { of } = publicComponents(graph)
  const parts = new Set<number>()
  const add = (node: number | undefined) => parts.add(of[node ?? -1] ?? -1)
  for (const [edge, cost] of costsFor(graph, 'shortest').entries()) if (cost < Infinity) add(graph.source[edge])
  for (const { id } of publicUnits(venue)) for (const node of graph.places.get(id) ?? []) add(node)
  return parts.size
}

function isReached(graph: Graph, costs: Float64Array, id: string): boolean {
  return (graph.places.get(id) ?? []).some((node) => (costs[node] ?? Infinity) < Infinity)
}

/** Levels that visitors come to, but not without steps. */
function levelsWithoutStepFree(venue: VenueModel, graph: Graph, reached: Float64Array): VenueProblem[] {
  const stepFree = reachedFromEntrances(graph, 'step-free')
  return venue.levels.flatMap((level) => {
    const units = publicUnits(venue).filter(({ levelId, kind }) => levelId === level.id && shaftKindOf(kind) === null)
    const visited = units.filter(({ id }) => isReached(graph, reached, id))
    if (visited.length === 0 || visited.some(({ id }) => isReached(graph, stepFree, id))) return []
    return [problemOf('level-not-step-free', level.id, { name: level.shortName })]
  })
}

/** A unit's name, or what it is where nobody named it. */
function nameOf({ name, category, id }: ModelUnit): Texts {
  return name ?? { ja: `${category} ${id}` }
}

function levelName(venue: VenueModel, { levelId }: ModelUnit): Texts | string {
  return venue.levels.find(({ id }) => id === levelId)?.shortName ?? ''
}
