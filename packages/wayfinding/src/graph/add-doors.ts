import type { Point } from '@akari/protocol'
import { middleOf } from '../model/geometry.ts'
import type { ModelOpening, VenueModel } from '../model/venue-model.ts'
import { accessTraits } from './access.ts'
import type { Area, AreaIndex } from './areas.ts'
import { TRAIT, type Way } from './graph.ts'
import type { GraphBuilder } from './graph-builder.ts'
import { type Portal, portalOf } from './portals.ts'

export type DoorDoubt =
  | { code: 'opening-one-sided' | 'opening-unattached' | 'opening-ambiguous'; featureId: string }
  | { code: 'entrance-unknown' | 'exit-unknown'; featureId: null }

/** What a wheelchair needs between the posts (JIS T 9201; the ministry's guideline of barrier-free buildings asks for 0.8 m). */
const WHEELCHAIR_M = 0.8

type Door = Portal & { ways: Way[] }

/**
 * Puts the doors between the areas and finds those that lead out of doors: main and emergency doors with a room on one side
 * only, or with the open air on the other. Where no door is called a main one, any that leads nowhere on the entrance floor
 * may be it.
 */
export function addDoors(builder: GraphBuilder, model: VenueModel, areas: AreaIndex): DoorDoubt[] {
  const ordinals = new Map(model.levels.map(({ id, ordinal }) => [id, ordinal]))
  const doubts: DoorDoubt[] = []
  const doors = model.openings.flatMap((opening): Door[] => {
    if (opening.passage === 'none') return []
    const ordinal = ordinals.get(opening.levelId)
    const portal = portalOf(opening, ordinal === undefined ? [] : areas.near(ordinal, middleOf(opening.line)))
    const [side] = portal.sides
    if (side === undefined) {
      doubts.push({ code: 'opening-unattached', featureId: opening.id })
      return []
    }
    if (portal.isAmbiguous) doubts.push({ code: 'opening-ambiguous', featureId: opening.id })
    if (portal.sides.length === 1 && !isWayOut(opening))
      doubts.push({ code: 'opening-one-sided', featureId: opening.id })
    return [{ ...portal, ways: addPortals(builder, portal, side.level) }]
  })
  const { entrances, exits, doubts: more } = waysOut(doors)
  for (const way of entrances) builder.entrances.push(way)
  for (const way of exits) builder.exits.push(way)
  return [...doubts, ...more]
}

function addPortals(builder: GraphBuilder, { opening, sides, points }: Portal, level: number): Way[] {
  const nodeIn = (areas: readonly Area[], at: Point): Way => {
    const node = builder.addNode(at, level, traitsOf(opening))
    builder.name(opening.id, node)
    for (const { anchors } of areas) anchors.push({ node, at })
    return { id: opening.id, node }
  }
  const into = opening.oneWay === undefined ? null : leadsInto(opening.oneWay, sides)
  if (into === null) return points.map((at) => nodeIn(sides, at))
  return points.flatMap((at) => {
    const [near, far] = [
      nodeIn(
        sides.filter((side) => side !== into),
        at,
      ),
      nodeIn([into], at),
    ]
    builder.addEdge(near.node, far.node, { kind: 'walk', metres: 0, traits: 0, feature: opening.id })
    return [near, far]
  })
}

/** The side that a door of one direction leads into; null where it has that side alone, which is no matter within the building. */
function leadsInto({ into }: NonNullable<ModelOpening['oneWay']>, sides: readonly Area[]): Area | null {
  if (sides.length < 2) return null
  return sides.find(({ unit, outdoor }) => (into === null ? outdoor : unit.id === into)) ?? null
}

/** Does a door that leads out of doors lead in alone, or out alone? */
function isFor(direction: 'in' | 'out', { opening: { oneWay }, sides }: Portal): boolean {
  if (oneWay === undefined) return true
  const outside = sides.filter(({ outdoor }) => outdoor).map(({ unit }) => unit.id)
  const leadsOut = oneWay.into === null || outside.includes(oneWay.into)
  return direction === 'out' ? leadsOut : !leadsOut
}

function traitsOf({ passage, stepFree, widthM }: ModelOpening): number {
  const isNarrow = widthM !== undefined && widthM < WHEELCHAIR_M
  return accessTraits(passage) | (stepFree === false || isNarrow ? TRAIT.stepped : 0)
}

function waysOut(doors: readonly Door[]): { entrances: Way[]; exits: Way[]; doubts: DoorDoubt[] } {
  const outer = doors.filter(
    ({ sides }) => sides.length === 1 || sides.some(({ outdoor }) => outdoor !== sides[0]?.outdoor),
  )
  const waysOf = (some: readonly Door[]) => some.flatMap(({ ways }) => ways)
  const main = outer.filter(({ opening }) => isPrincipal(opening))
  const anyMain = main.length > 0 ? main : doors.filter(({ opening }) => isPrincipal(opening))
  const emergency = outer.filter(({ opening }) => opening.passage === 'emergency')
  const guessed = outer.filter(({ opening, sides }) => opening.passage === 'public' && sides[0]?.ordinal === 0)
  const entrances = anyMain.length > 0 ? anyMain : guessed
  const exits = [...anyMain, ...emergency].length > 0 ? [...anyMain, ...emergency] : guessed
  return {
    entrances: waysOf(entrances.filter((door) => isFor('in', door))),
    exits: waysOf(exits.filter((door) => isFor('out', door))),
    doubts: [
      ...(anyMain.length > 0 ? [] : [{ code: 'entrance-unknown' as const, featureId: null }]),
      ...(anyMain.length + emergency.length > 0 ? [] : [{ code: 'exit-unknown' as const, featureId: null }]),
    ],
  }
}

function isWayOut(opening: ModelOpening): boolean {
  return isPrincipal(opening) || opening.passage === 'emergency'
}

function isPrincipal({ category, passage }: ModelOpening): boolean {
  return category.toLowerCase() === 'pedestrian.principal' && passage === 'public'
}
