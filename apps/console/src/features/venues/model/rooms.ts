import type { ModelUnit, Point, VenueModel } from '@akari/protocol'
import { contains } from '@akari/wayfinding'

/** The smallest room that holds a point of a level; null out of doors. */
export function roomAt(model: VenueModel, levelId: string, at: Point): ModelUnit | null {
  const around = model.units.filter(
    (unit) => unit.levelId === levelId && unit.shape.some((polygon) => contains(polygon, at)),
  )
  return around.toSorted((a, b) => spanOf(a) - spanOf(b))[0] ?? null
}

/** Square metres of the box around a room: enough to tell the room from the hall it stands in. */
function spanOf({ shape }: ModelUnit): number {
  const points = shape.flat(2)
  const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)]
  return (Math.max(...xs) - Math.min(...xs)) * (Math.max(...ys) - Math.min(...ys))
}
