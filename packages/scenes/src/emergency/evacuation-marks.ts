import type { EscapeRoute, VenueLevel } from '@akari/protocol'
import type { MapVenue } from '../map/floors.ts'
import type { MapClosure, MapLeg } from '../map/map-props.ts'
import { type MapMark, placeMarks, type Surroundings, type Wish } from '../map/marks.ts'
import type { PictogramName } from '../map/pictogram-names.ts'
import { middleOf } from '../map/picture-wishes.ts'

/** Where a display stands, and the ways out from there. */
export interface EvacuationPlace {
  venue: MapVenue
  levelId: string
  kioskId: string
  /** Clockwise degrees from the drawing's up to where the reader looks; null where nobody said. */
  facingDeg: number | null
  /** The nearest first. */
  escapes: readonly EscapeRoute[]
  /** Are there ways out of this level, all of them shut now? Where none is known at all, nobody can say so. */
  isShutIn: boolean
  /** What nobody may pass now; the escapes lead round it. */
  closures: readonly MapClosure[]
}

/** The nearest way out as a map shows it; nothing where there is none, so that the whole floor is seen. */
export function wayOut({ levelId, escapes }: EvacuationPlace): { legs: readonly MapLeg[]; activeLeg: number } | null {
  const [nearest] = escapes
  return nearest === undefined
    ? null
    : { legs: [{ levelId, points: nearest.points, kind: nearest.kind }], activeLeg: 0 }
}

/** Ways out of a level and what must not be used, by IMDF category; the exits come first. */
const SIGNS: readonly { pattern: RegExp; name: PictogramName; crossed: boolean }[] = [
  { pattern: /^emergencyexit$|^pedestrian\.principal$/, name: 'exit', crossed: false },
  { pattern: /^stairs/, name: 'stairs', crossed: false },
  { pattern: /^elevator/, name: 'lift', crossed: true },
]

/** What stands on a plan in an emergency: 現在地, the exits and stairs, elevators and what is closed struck out; no names. */
export function evacuationMarks(level: VenueLevel, around: Surroundings): MapMark[] {
  const { projection, size, closed } = around
  const spots = [
    ...level.openings.map(({ id, category, line }) => ({ id, category, at: middleOf(line) })),
    ...level.amenities.map(({ id, category, at }) => ({ id, category, at })),
  ]
  const wishes = SIGNS.flatMap(({ pattern, name, crossed }) =>
    spots
      .filter(({ category }) => pattern.test(category))
      .map(({ id, at }): Wish => {
        const sizePx = size.reach * (name === 'exit' ? 1.35 : 0.95)
        return {
          wish: { id, at: projection.project(at), w: sizePx, h: sizePx, leash: sizePx * 0.8 },
          mark: (box) => ({
            kind: 'pictogram',
            id,
            anchor: at,
            box,
            name,
            sizePx,
            crossed: crossed || (closed?.has(id) ?? false),
            pointed: false,
          }),
        }
      }),
  )
  return placeMarks(wishes, around)
}
