import type { Point } from '@akari/protocol'
import { type Box, boxOf } from '../../model/geometry.ts'

/** A plan has this many cells along its longer side at most, however large it is. */
const MOST_CELLS = 64
const LEAST_CELL_M = 0.5

/** What stands on a plan by where it is, so that not each is held against each. */
export type NodeGrid<T extends { at: Point }> = {
  add: (one: T) => void
  near: (around: readonly Point[], metres: number) => T[]
}

/** `points` is what the plan covers; `near` gives, in the order they were added, those that may be so near to a box around points. */
export function nodeGrid<T extends { at: Point }>(points: readonly Point[]): NodeGrid<T> {
  const whole = boxOf(points)
  const cellM = Math.max(LEAST_CELL_M, (whole.maxX - whole.minX) / MOST_CELLS, (whole.maxY - whole.minY) / MOST_CELLS)
  const cells = new Map<string, { one: T; n: number }[]>()
  let count = 0
  const keysOf = ({ minX, minY, maxX, maxY }: Box, metres: number): string[] => {
    const keys: string[] = []
    const cellOf = (at: number) => Math.floor(at / cellM)
    for (let x = cellOf(minX - metres); x <= cellOf(maxX + metres); x++)
      for (let y = cellOf(minY - metres); y <= cellOf(maxY + metres); y++) keys.push(`${x} ${y}`)
    return keys
  }
  return {
    add: (one) => {
      for (const key of keysOf(boxOf([one.at]), 0)) {
        const here = cells.get(key)
        if (here === undefined) cells.set(key, [{ one, n: count }])
        else here.push({ one, n: count })
      }
      count++
    },
    near: (around, metres) =>
      keysOf(boxOf(around), metres)
        .flatMap((key) => cells.get(key) ?? [])
        .toSorted((a, b) => a.n - b.n)
        .map(({ one }) => one),
  }
}
