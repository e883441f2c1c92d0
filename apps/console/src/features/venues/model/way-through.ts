import type { ModelOpening, ModelUnit, Point } from '@akari/protocol'
import { contains } from '@akari/wayfinding'

/** Metres to either side of a door: enough to be past its wall. */
const ASIDE_M = 1

/**
 * From one side of a door to the other, the way it may be passed, in metres of the drawing; null where it may be passed both
 * ways, and where the plan does not say which side is which.
 */
export function wayThrough(
  { oneWay, line, levelId }: ModelOpening,
  units: readonly ModelUnit[],
): [Point, Point] | null {
  const [first, last] = [line[0], line.at(-1)]
  if (oneWay === undefined || first === undefined || last === undefined) return null
  const [along, across] = [last[0] - first[0], last[1] - first[1]]
  const length = Math.hypot(along, across)
  if (length === 0) return null
  const [middleX, middleY] = [(first[0] + last[0]) / 2, (first[1] + last[1]) / 2]
  const aside = (metres: number): Point => [middleX - (across / length) * metres, middleY + (along / length) * metres]
  const [one, other] = [aside(-ASIDE_M), aside(ASIDE_M)]
  const isInside = (point: Point): boolean =>
    units.some(
      (unit) =>
        (oneWay.into === null ? unit.levelId === levelId : unit.id === oneWay.into) &&
        unit.shape.some((polygon) => contains(polygon, point)),
    )
  const [oneInside, otherInside] = [isInside(one), isInside(other)]
  if (oneInside === otherInside) return null
  return oneInside === (oneWay.into === null) ? [one, other] : [other, one]
}
