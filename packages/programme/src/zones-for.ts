import { type GlassShape, LAYOUT_GRID, type LayoutScene, type LayoutZone, type ZoneArea } from '@akari/protocol'

type Placed = { area: ZoneArea }

/**
 * The zones of a layout on a glass of this shape: as drawn for it, else what follows from the other drawing. On a tall glass the
 * zones of a wide one are stacked in reading order, on a wide glass those of a tall one stand side by side in that order; each
 * keeps its share of the whole.
 */
export function zonesFor({ landscape, portrait }: LayoutScene, shape: GlassShape): LayoutZone[] {
  switch (shape) {
    case 'wide':
      return landscape ?? lined(portrait ?? [], 'across')
    case 'tall':
      return portrait ?? lined(landscape ?? [], 'down')
  }
}

/** The zones one after the other in reading order, over the whole of the other side. */
export function lined<Z extends Placed>(zones: readonly Z[], way: 'across' | 'down'): Z[] {
  const inOrder = zones.toSorted((a, b) => a.area.y - b.area.y || a.area.x - b.area.x)
  const cells = way === 'down' ? LAYOUT_GRID.rows : LAYOUT_GRID.columns
  const lengths = shares(
    inOrder.map(({ area }) => area.w * area.h),
    cells,
  )
  let at = 0
  return inOrder.map((zone, index) => {
    const length = lengths[index] ?? 1
    const area =
      way === 'down'
        ? { x: 0, y: at, w: LAYOUT_GRID.columns, h: length }
        : { x: at, y: 0, w: length, h: LAYOUT_GRID.rows }
    at += length
    return { ...zone, area }
  })
}

/** Whole cells in proportion to the weights, at least one each, all of them handed out (largest remainders). */
function shares(weights: readonly number[], cells: number): number[] {
  const sum = weights.reduce((total, weight) => total + weight, 0)
  const wished = weights.map((weight) => (weight / sum) * cells)
  const lengths = wished.map((wish) => Math.max(1, Math.floor(wish)))
  const difference = (index: number): number => (wished[index] ?? 0) - (lengths[index] ?? 0)
  const indices = [...lengths.keys()]
  for (let left = cells - lengths.reduce((total, length) => total + length, 0); left !== 0; left -= Math.sign(left)) {
    const candidates = left > 0 ? indices : indices.filter((index) => (lengths[index] ?? 0) > 1)
    const chosen = candidates.reduce((best, index) =>
      (difference(index) - difference(best)) * Math.sign(left) > 0 ? index : best,
    )
    lengths[chosen] = (lengths[chosen] ?? 0) + Math.sign(left)
  }
  return lengths
}
