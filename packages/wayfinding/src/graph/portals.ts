import type { Point } from '@akari/protocol'
import { alongLine, contains, distanceToBoundary, isNearBox, lengthOf, middleOf } from '../model/geometry.ts'
import type { ModelOpening } from '../model/venue-model.ts'
import type { Area } from './areas.ts'

/**
 * How far off a wall its door may be drawn. The narrowest that finds two rooms is taken: at 0.6 m doors would lead into three
 * or four.
 */
const TOLERANCES_M = [0.05, 0.15, 0.3]
/** A wide opening is entered where one comes to it, not in its middle: a portal for every so many metres. */
const PORTAL_EVERY_M = 2.5
const MOST_PORTALS = 9

export type Portal = { opening: ModelOpening; sides: Area[]; points: Point[]; isAmbiguous: boolean }

/** Which two areas of one ordinal an opening joins; one side is a way out or a gap in the data, none is no door at all. */
export function portalOf(opening: ModelOpening, areas: readonly Area[]): Portal {
  const middle = middleOf(opening.line)
  const widest = TOLERANCES_M.at(-1) ?? 0
  const near = areas.flatMap((area) => {
    if (!isNearBox(middle, area.box, widest)) return []
    return [{ area, metres: distanceToBoundary(middle, area.unit.shape) }]
  })
  let touching = near.filter(({ metres }) => metres <= widest)
  for (const tolerance of TOLERANCES_M) {
    const within = near.filter(({ metres }) => metres <= tolerance)
    if (within.length < 2) continue
    touching = within
    break
  }
  const sides =
    touching.length > 2
      ? touching
          .toSorted((a, b) => offLine(opening, a.area) - offLine(opening, b.area))
          .slice(0, 2)
          .map(({ area }) => area)
      : touching.map(({ area }) => area)
  // A room drawn on top of the hall that it opens to: its door lies in the middle of the hall.
  const around = near.find(
    ({ area }) => !sides.includes(area) && area.unit.shape.some((part) => contains(part, middle)),
  )
  if (sides.length === 1 && around !== undefined) sides.push(around.area)
  return { opening, sides, points: pointsOf(opening.line), isAmbiguous: touching.length > 2 }
}

function offLine({ line }: ModelOpening, { unit }: Area): number {
  return [0.1, 0.3, 0.5, 0.7, 0.9].reduce(
    (sum, share) => sum + distanceToBoundary(alongLine(line, share), unit.shape),
    0,
  )
}

function pointsOf(line: readonly Point[]): Point[] {
  const count = Math.max(1, Math.min(MOST_PORTALS, Math.floor(lengthOf(line) / PORTAL_EVERY_M)))
  return Array.from({ length: count }, (_, n) => alongLine(line, (n + 0.5) / count))
}
