import type { Point } from '@akari/protocol'
import { labelPoint } from '@akari/wayfinding'
import type { Floor } from './floors.ts'
import type { MapClosure } from './map-props.ts'
import type { Surroundings, Wish } from './marks.ts'
import { pictogramFor } from './pictogram-names.ts'
import { middleOf } from './picture-wishes.ts'

/** Where a sign says that nobody may pass, in metres. */
export interface ShutSpot {
  id: string
  at: Point
}

/** One for each zone, room and door of a floor that is closed; a picture of its own says it by being struck out. */
export function shutSpots({ level, levelIds }: Floor, closures: readonly MapClosure[]): readonly ShutSpot[] {
  const ids = new Set(closures.flatMap(({ featureIds }) => featureIds))
  const zones = closures.flatMap((closure) => closure.zones.filter(({ levelId }) => levelIds.includes(levelId)))
  return [
    ...zones.map(({ ring }, n) => ({ id: `shut-zone-${n}`, at: labelPoint([[ring]], null) })),
    ...level.units.filter(({ id }) => ids.has(id)).map(({ id, labelAt }) => ({ id: `shut-${id}`, at: labelAt })),
    ...level.openings
      .filter(({ id, category }) => ids.has(id) && pictogramFor(category) === null)
      .map(({ id, line }) => ({ id: `shut-${id}`, at: middleOf(line) })),
  ]
}

/** The signs as marks: what is closed matters more than what is there. */
export function shutWishes({ projection, size, shut = [] }: Surroundings): Wish[] {
  const sizePx = size.reach * 1.15
  return shut.map(({ id, at }) => ({
    wish: { id, at: projection.project(at), w: sizePx, h: sizePx, leash: sizePx },
    mark: (box) => ({ kind: 'shut', id, anchor: at, box, sizePx }),
  }))
}
