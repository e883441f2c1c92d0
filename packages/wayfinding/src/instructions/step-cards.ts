import type { Point, Texts } from '@akari/protocol'
import type { Graph } from '../graph/graph.ts'
import type { VenueModel } from '../model/venue-model.ts'
import type { Route } from '../route/find-route.ts'
import { type Landmark, landmarkAt, landmarksOf } from './landmarks.ts'
import { type Leg, legsOf } from './legs.ts'
import { walksByFloor } from './walks-by-floor.ts'
import { type Stretch, stretchesOf, type Turn } from './walks.ts'
import { phrase } from './way-words.ts'

/**
 * What to do next, told in every language. `level` is where one is while doing it (of a lift or stairs: where they lead);
 * `points` are drawn on it.
 */
export type StepCard = {
  kind: 'walk' | 'elevator' | 'stairs' | 'escalator' | 'arrive' | 'exit' | 'call-staff'
  /** Of a walk: how it begins; `start` where one sets out or comes off a lift or stairs. */
  turn?: Turn
  text: Texts
  levelId: string
  metres: number
  seconds: number
  points: Point[]
}

/** Where a way ends: at a place, at a door to the open air (which may have no name), or where somebody must help. */
export type Ending =
  | { is: 'place'; id: string; name: Texts }
  | { is: 'exit'; id: string; name: Texts | null }
  | { is: 'no-further' }

/** A route as cards: walks by their turns and what stands there, floors by what leads to them, and where it ends. */
export function stepCards(venue: VenueModel, graph: Graph, route: Route, ending: Ending): StepCard[] {
  const landmarks = landmarksOf(venue)
  const legs = legsOf(graph, route)
  // Stairs and lifts are said by what one does with them, not as landmarks beside the way.
  const passed = new Set(ending.is === 'no-further' ? [] : [ending.id])
  const cards = legs.flatMap((leg, n) => {
    if (leg.mode !== 'walk') return [rideCard(venue, leg)]
    const isLast = n === legs.length - 1
    const goal = isLast && ending.is === 'place' ? ending.name : null
    const walks = walksByFloor(venue, graph, leg)
    return walks.flatMap((walk, at) => walkCards(venue, walk, landmarks, passed, at === walks.length - 1 ? goal : null))
  })
  const levelId = venue.levels[graph.level[route.to] ?? 0]?.id ?? ''
  const last: Point = [graph.x[route.to] ?? 0, graph.y[route.to] ?? 0]
  return [...cards, { ...endingCard(ending), levelId, metres: 0, seconds: 0, points: [last] }]
}

function endingCard(ending: Ending): Pick<StepCard, 'kind' | 'text'> {
  switch (ending.is) {
    case 'place':
      return { kind: 'arrive', text: phrase('arrive', { place: ending.name }) }
    case 'exit':
      return { kind: 'exit', text: ending.name === null ? phrase('exitPlain') : phrase('exit', { place: ending.name }) }
    case 'no-further':
      return { kind: 'call-staff', text: phrase('callStaff') }
  }
}

function rideCard(venue: VenueModel, { mode, from, level, metres, seconds, points }: Leg): StepCard {
  const to = venue.levels[level]
  const shown = to?.shortName ?? { ja: '' }
  const isUp = level > from
  const base = { levelId: to?.id ?? '', metres, seconds, points }
  switch (mode) {
    case 'stairs':
      return { ...base, kind: 'stairs', text: phrase(isUp ? 'stairsUp' : 'stairsDown', { level: shown }) }
    case 'escalator':
      return { ...base, kind: 'escalator', text: phrase(isUp ? 'escalatorUp' : 'escalatorDown', { level: shown }) }
    case 'elevator':
    case 'walk':
      return { ...base, kind: 'elevator', text: phrase('elevator', { level: shown }) }
  }
}

function walkCards(
  venue: VenueModel,
  leg: Leg,
  landmarks: readonly Landmark[],
  passed: Set<string>,
  goal: Texts | null,
): StepCard[] {
  const levelId = venue.levels[leg.level]?.id ?? ''
  const stretches = stretchesOf(leg.points)
  const drawnM = stretches.reduce((sum, { metres }) => sum + metres, 0)
  return stretches.map((stretch, n) => {
    const share = drawnM === 0 ? 0 : stretch.metres / drawnM
    return {
      kind: 'walk',
      turn: stretch.turn,
      text: walkText(stretch, levelId, landmarks, passed, n === stretches.length - 1 ? goal : null),
      levelId,
      metres: leg.metres * share,
      seconds: leg.seconds * share,
      points: stretch.points,
    }
  })
}

function walkText(
  { points, metres, turn }: Stretch,
  levelId: string,
  landmarks: readonly Landmark[],
  passed: Set<string>,
  goal: Texts | null,
): Texts {
  const near = (at: Point | undefined): Texts | null => {
    const found = at === undefined ? null : landmarkAt(landmarks, levelId, at, passed)
    if (found !== null) passed.add(found.id)
    return found?.name ?? null
  }
  switch (turn) {
    case 'start': {
      const place = goal ?? near(points.at(-1))
      return place === null ? phrase('straight', { metres }) : phrase('towards', { place, metres })
    }
    case 'straight': {
      const place = near(points[0])
      return place === null ? phrase('straight', { metres }) : phrase('past', { place, metres })
    }
    case 'left':
    case 'right': {
      const place = near(points[0])
      return place === null ? phrase(turn, { metres }) : phrase(`${turn}At`, { place, metres })
    }
  }
}
