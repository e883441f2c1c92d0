import { LAYOUT_GRID, overlap, type ZoneArea } from '@akari/protocol'

type Placed = { id: string; area: ZoneArea }

export type Step = 'left' | 'right' | 'up' | 'down'

const BY: Record<Step, { dx: number; dy: number }> = {
  left: { dx: -1, dy: 0 },
  right: { dx: 1, dy: 0 },
  up: { dx: 0, dy: -1 },
  down: { dx: 0, dy: 1 },
}

/** A zone one cell further. */
export function movedBy({ x, y, w, h }: ZoneArea, step: Step): ZoneArea {
  return { x: x + BY[step].dx, y: y + BY[step].dy, w, h }
}

/** A zone with its lower right corner one cell further. */
export function resizedBy({ x, y, w, h }: ZoneArea, step: Step): ZoneArea {
  return { x, y, w: w + BY[step].dx, h: h + BY[step].dy }
}

/** May a zone lie there: on the glass, at least one cell, over none of the others? */
export function fits(area: ZoneArea, id: string, zones: readonly Placed[]): boolean {
  const { x, y, w, h } = area
  if (w < 1 || h < 1 || x < 0 || y < 0) return false
  if (x + w > LAYOUT_GRID.columns || y + h > LAYOUT_GRID.rows) return false
  return zones.every((other) => other.id === id || !overlap(other.area, area))
}

/** The largest rectangle that is still free, the upper left one of equals; null where the glass is full. */
export function largestFree(zones: readonly Placed[]): ZoneArea | null {
  let best: ZoneArea | null = null
  for (let y = 0; y < LAYOUT_GRID.rows; y++) {
    for (let x = 0; x < LAYOUT_GRID.columns; x++) best = largestFrom(x, y, zones, best)
  }
  return best
}

function largestFrom(x: number, y: number, zones: readonly Placed[], sofar: ZoneArea | null): ZoneArea | null {
  let best = sofar
  let widest: number = LAYOUT_GRID.columns - x
  for (let h = 1; y + h <= LAYOUT_GRID.rows && widest > 0; h++) {
    while (widest > 0 && !fits({ x, y, w: widest, h }, '', zones)) widest--
    if (widest > 0 && widest * h > (best === null ? 0 : best.w * best.h)) best = { x, y, w: widest, h }
  }
  return best
}
