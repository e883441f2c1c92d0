import type { EscapeRoute, VenueLevel } from '@akari/protocol'
import { hereMark, type MapMark, middleOf, placeMarks, type Surroundings, type Wish } from '../map/marks.ts'
import type { PictogramName } from '../map/pictogram.tsx'
import type { Box } from '../map/projection.ts'

/** The level a display stands on, the display on it, and the ways out from there. */
export interface EvacuationPlace {
  level: VenueLevel
  kioskId: string
  /** Clockwise degrees from the drawing's up to where the reader looks; null where nobody said. */
  facingDeg: number | null
  /** The nearest first. */
  escapes: readonly EscapeRoute[]
}

/** Ways out of a level and what must not be used, by IMDF category; the exits come first. */
const SIGNS: readonly { pattern: RegExp; name: PictogramName; crossed: boolean }[] = [
  { pattern: /^emergencyexit$|^pedestrian\.principal$/, name: 'exit', crossed: false },
  { pattern: /^stairs/, name: 'stairs', crossed: false },
  { pattern: /^elevator/, name: 'lift', crossed: true },
]

/** What stands on a plan in an emergency: 現在地, the exits and stairs, and the elevators struck out; no names. */
export function evacuationMarks(level: VenueLevel, around: Surroundings): MapMark[] {
  const { projection, size } = around
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
          mark: (box: Box): MapMark => ({ kind: 'pictogram', id, box, name, sizePx, crossed }),
        }
      }),
  )
  const here = around.here === null ? null : hereMark(around.here, around)
  return placeMarks(wishes, here, size)
}
