import type { Point } from '@akari/protocol'
import { type Box, overlaps } from '../../map/extent.ts'

/** A bus as it stands on the map, in pixels. `plate`: the size of the plate with its age, null where it has none. */
export interface AgedBus {
  id: string
  at: Point
  plate: { w: number; h: number } | null
}

/** Where a plate may stand around its bus, the best first; further out they follow once more. */
const SIDES: readonly Point[] = [
  [0, 1],
  [0, -1],
  [1, 0],
  [-1, 0],
  [1, 1],
  [-1, 1],
  [1, -1],
  [-1, -1],
]
const RINGS = [0, 1, 2]
/** Outside the map nobody reads it, over another plate neither can be read, over a bus the bus cannot. */
const COSTS = { outside: 10_000, plate: 1000, bus: 100 }

/**
 * Where the middle of each plate stands, seen from its bus: below it, and where another plate or bus is, at the nearest side that is
 * free. `r`: how far a bus reaches.
 */
export function agePlates(buses: readonly AgedBus[], r: number, frame: Box): ReadonlyMap<string, Point> {
  const bodies = buses.map(({ id, at: [x, y] }) => ({ id, box: { x: x - r, y: y - r, w: r * 2, h: r * 2 } }))
  const placed = new Map<string, { by: Point; box: Box }>()
  for (const { id, at, plate } of buses) {
    if (plate === null) continue
    const { w, h } = plate
    const spots = RINGS.flatMap((ring) =>
      SIDES.map(([sx, sy]): Point => [sx * (r + w / 2 + ring * w), sy * (r + h / 2 + ring * h * 1.1)]),
    ).map((by, rank) => {
      const box = { x: at[0] + by[0] - w / 2, y: at[1] + by[1] - h / 2, w, h }
      const plates = [...placed.values()].filter((other) => overlaps(box, other.box)).length
      const covered = bodies.filter((other) => other.id !== id && overlaps(box, other.box)).length
      const isOutside =
        box.x < frame.x || box.y < frame.y || box.x + w > frame.x + frame.w || box.y + h > frame.y + frame.h
      const cost = rank + plates * COSTS.plate + covered * COSTS.bus + (isOutside ? COSTS.outside : 0)
      return { by, box, cost }
    })
    placed.set(
      id,
      spots.reduce((best, spot) => (spot.cost < best.cost ? spot : best)),
    )
  }
  return new Map([...placed].map(([id, { by }]) => [id, by]))
}
