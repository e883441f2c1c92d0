import { readFile } from 'node:fs/promises'
import { Texts, VenueGuide, VenueView, WayAnswer, type WayClosure, type WayToTake } from '@akari/protocol'
import { buildGraph, type BuiltGraph, guide, shutBy } from '@akari/wayfinding'
import type { VenueModel } from '@akari/wayfinding'
import { z } from 'zod'
import { wayPlans } from './way-plan.ts'

/** A way on a published guide, ready to be shown; `name`: of the place that it leads to. */
export const TakenWay = z.object({
  name: Texts,
  answer: WayAnswer,
  levels: VenueView.shape.levels,
  plans: z.array(z.object({ levelId: z.string(), svg: z.string() })),
})
export type TakenWay = z.infer<typeof TakenWay>

export type TakeTask = { guidePath: string; way: WayToTake; closed: readonly WayClosure[] }

/** Ways for telephones, one after the other; the last guide stays worked out. */
export function takingWork() {
  let last: { path: string; venue: VenueModel; built: BuiltGraph } | null = null
  const worked = async (path: string) => {
    if (last?.path === path) return last
    const { venue } = VenueGuide.parse(JSON.parse(await readFile(path, 'utf8')))
    last = { path, venue, built: buildGraph(venue) }
    return last
  }
  return async ({ guidePath, way: { from, to, profile, lang }, closed }: TakeTask): Promise<TakenWay> => {
    const { venue, built } = await worked(guidePath)
    const answer = answerOn(venue, built, { from, to, profile }, closed)
    return { name: nameOf(venue, to), answer, levels: levelsOf(venue), plans: wayPlans(venue, answer, lang) }
  }
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

function nameOf({ occupants, amenities, units, openings }: VenueModel, id: string): Texts {
  return (
    [...occupants, ...amenities, ...units, ...openings].find((place) => place.id === id)?.name ?? {
      ja: '目的地',
      en: 'Your destination',
    }
  )
}

function levelsOf({ levels }: VenueModel): TakenWay['levels'] {
  return levels.map(({ id, ordinal, shortName }) => ({ id, ordinal, shortName }))
}
