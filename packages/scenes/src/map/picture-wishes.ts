import type { Point, VenueLevel } from '@akari/protocol'
import { extentOf } from './extent.ts'
import type { Surroundings, Wish } from './marks.ts'
import { pictogramFor } from './pictogram-names.ts'

/** Pictures of a level: those that matter more than the names of ordinary rooms, and the others. */
export function pictureWishes(
  level: VenueLevel,
  { projection, size, highlight, closed }: Surroundings,
): { vital: Wish[]; others: Wish[] } {
  const sizePx = Math.min(size.reach * 1.25, projection.pxPerM * 2.6)
  const spots = [
    ...level.amenities.map(({ id, category, at }) => ({ id, category, at })),
    ...level.openings.map(({ id, category, line }) => ({ id, category, at: middleOf(line) })),
  ]
  const ranked = spots
    .flatMap((spot) => {
      const picture = pictogramFor(spot.category)
      return picture === null ? [] : [{ ...spot, ...picture }]
    })
    .toSorted((a, b) => a.rank - b.rank)
  const wishes = ranked.map(({ id, name, at, isVital }) => {
    const pointed = highlight?.has(id) ?? false
    const px = pointed ? Math.max(sizePx, size.reach * 1.25) : sizePx
    const wish: Wish = {
      wish: { id, at: projection.project(at), w: px * 1.08, h: px * 1.08, leash: px * 0.9 },
      mark: (box) => ({
        kind: 'pictogram',
        id,
        anchor: at,
        box,
        name,
        sizePx: px,
        crossed: closed?.has(id) ?? false,
        pointed,
      }),
    }
    return { isVital, wish }
  })
  return {
    vital: wishes.filter(({ isVital }) => isVital).map(({ wish }) => wish),
    others: wishes.filter(({ isVital }) => !isVital).map(({ wish }) => wish),
  }
}

/** The middle of a line's extent. */
export function middleOf(line: readonly Point[]): Point {
  const { x, y, w, h } = extentOf(line)
  return [x + w / 2, y + h / 2]
}
