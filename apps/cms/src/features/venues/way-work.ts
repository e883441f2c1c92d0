import { readFile } from 'node:fs/promises'
import {
  Texts,
  VenueGuide,
  VenueView,
  WayAnswer,
  type WayClosure,
  type WayProfile,
  type WayToTake,
} from '@akari/protocol'
import { buildGraph, type BuiltGraph, guide, shutBy } from '@akari/wayfinding'
import type { VenueModel } from '@akari/wayfinding'
import { z } from 'zod'
import { wayPlans } from './way-plan.ts'

/** A way on a published guide, ready to be shown; `name`: of the place that it leads to, where it has one. */
export const TakenWay = z.object({
  name: Texts.nullable(),
  answer: WayAnswer,
  levels: VenueView.shape.levels,
  plans: z.array(z.object({ levelId: z.string(), svg: z.string() })),
})
export type TakenWay = z.infer<typeof TakenWay>

export type TakeTask = {
  guidePath: string
  way: Pick<WayToTake, 'from' | 'to' | 'lang'> & { profile: WayProfile }
  closed: readonly WayClosure[]
}

/** So many buildings stay worked out; a city hall and its annexes. */
const MOST_HELD = 4

/** Ways for telephones, one after the other; the guides asked for last stay worked out. */
export function takingWork() {
  const held = new Map<string, { venue: VenueModel; built: BuiltGraph }>()
  const worked = async (path: string) => {
    const known = held.get(path) ?? builtOf(await venueOfGuide(path))
    held.delete(path)
    held.set(path, known)
    for (const oldest of [...held.keys()].slice(0, -MOST_HELD)) held.delete(oldest)
    return known
  }
  return async ({ guidePath, way: { from, to, profile, lang }, closed }: TakeTask): Promise<TakenWay> => {
    const { venue, built } = await worked(guidePath)
    const answer = answerOn(venue, built, { from, to, profile }, closed)
    return { name: nameOf(venue, to), answer, levels: levelsOf(venue), plans: wayPlans(venue, answer, lang) }
  }
}

/** The venue in a guide that was published, as it lies on the disk. */
export async function venueOfGuide(path: string): Promise<VenueModel> {
  return VenueGuide.parse(JSON.parse(await readFile(path, 'utf8'))).venue
}

function builtOf(venue: VenueModel) {
  return { venue, built: buildGraph(venue) }
}

/** A way with what is closed, as displays find it: the hours of doors say nothing of whether one gets through. */
export function answerOn(
  venue: VenueModel,
  built: BuiltGraph,
  journey: Pick<Parameters<typeof guide>[2], 'from' | 'to' | 'profile'>,
  closed: readonly WayClosure[],
): WayAnswer {
  const featureIds = closed.flatMap((closure) => closure.featureIds)
  const zones = closed.flatMap((closure) => closure.zones.map(({ levelId, ring }) => ({ levelId, shape: [[ring]] })))
  const shut = shutBy(venue, built.graph, { featureIds, zones }, null)
  const { found, reason, route, steps } = guide(venue, built, { ...journey, shut })
  return { found, reason, steps, metres: route?.metres ?? 0, seconds: route?.seconds ?? 0 }
}

function nameOf({ occupants, amenities, units, openings }: VenueModel, id: string): Texts | null {
  return [...occupants, ...amenities, ...units, ...openings].find((place) => place.id === id)?.name ?? null
}

function levelsOf({ levels }: VenueModel): TakenWay['levels'] {
  return levels.map(({ id, ordinal, shortName }) => ({ id, ordinal, shortName }))
}
