import { type Grid, isPassable } from './walkable-grid.ts'

/** Keeping off walls costs a little: a way along the middle of a corridor is the one people walk. */
const WALL_COST = 0.6

export type Ways = { lengths: Float64Array; pathTo: (cell: number) => number[] }

/**
 * Shortest ways over a grid from one square to all others (Dijkstra); equal ways are chosen by the number of the square, so
 * that the same display always shows the same way. Lengths are metres, raised near walls; Infinity where none leads.
 */
export function shortestFrom(grid: Grid, start: number): Ways {
  const { columns, stepM, unitAt } = grid
  const lengths = new Float64Array(unitAt.length).fill(Number.POSITIVE_INFINITY)
  const before = new Int32Array(unitAt.length).fill(-1)
  const heap = new Heap()
  lengths[start] = 0
  heap.push(0, start)
  for (let top = heap.pop(); top !== null; top = heap.pop()) {
    const [length, cell] = top
    if (length > (lengths[cell] ?? 0)) continue
    for (const next of neighbours(grid, cell)) {
      const isDiagonal = next % columns !== cell % columns && Math.floor(next / columns) !== Math.floor(cell / columns)
      const candidate = length + stepM * (isDiagonal ? Math.SQRT2 : 1) * (isAtWall(grid, next) ? 1 + WALL_COST : 1)
      if (candidate >= (lengths[next] ?? 0)) continue
      lengths[next] = candidate
      before[next] = cell
      heap.push(candidate, next)
    }
  }
  return {
    lengths,
    pathTo: (cell) => {
      const path: number[] = []
      for (let at = cell; at !== -1; at = before[at] ?? -1) path.push(at)
      return path.toReversed()
    },
  }
}

const AROUND = [
  [-1, 0],
  [1, 0],
  [0, -1],
  [0, 1],
  [-1, -1],
  [1, -1],
  [-1, 1],
  [1, 1],
] as const

/** Squares one can step to; slantwise only where both corners are free, so that no way cuts a wall's corner. */
function neighbours(grid: Grid, cell: number): number[] {
  const { columns } = grid
  const beside = (dx: number, dy: number): number => squareAt(grid, cell, dx, dy)
  return AROUND.flatMap(([dx, dy]) => {
    const next = beside(dx, dy)
    if (next === -1 || !isPassable(grid, cell, next)) return []
    const isSlant = dx !== 0 && dy !== 0
    const isFree = (other: number): boolean => other !== -1 && isPassable(grid, cell, other)
    return isSlant && !(isFree(cell + dx) && isFree(cell + dy * columns)) ? [] : [next]
  })
}

function squareAt({ columns, rows }: Grid, cell: number, dx: number, dy: number): number {
  const [column, row] = [(cell % columns) + dx, Math.floor(cell / columns) + dy]
  return column < 0 || column >= columns || row < 0 || row >= rows ? -1 : row * columns + column
}

function isAtWall(grid: Grid, cell: number): boolean {
  return AROUND.some(([dx, dy]) => {
    const next = squareAt(grid, cell, dx, dy)
    return next === -1 || !isPassable(grid, cell, next)
  })
}

/** A binary heap of squares by length, then by number. */
class Heap {
  readonly #entries: [number, number][] = []

  push(length: number, cell: number): void {
    const entries = this.#entries
    entries.push([length, cell])
    for (let at = entries.length - 1; at > 0; ) {
      const parent = (at - 1) >> 1
      if (!this.#isBefore(at, parent)) break
      this.#swap(at, parent)
      at = parent
    }
  }

  pop(): [number, number] | null {
    const entries = this.#entries
    const top = entries[0]
    const last = entries.pop()
    if (top === undefined || last === undefined) return null
    if (entries.length > 0) {
      entries[0] = last
      this.#sink()
    }
    return top
  }

  #sink(): void {
    for (let at = 0; ; ) {
      const [left, right] = [2 * at + 1, 2 * at + 2]
      let least = at
      if (this.#isBefore(left, least)) least = left
      if (this.#isBefore(right, least)) least = right
      if (least === at) return
      this.#swap(at, least)
      at = least
    }
  }

  #isBefore(a: number, b: number): boolean {
    const [one, other] = [this.#entries[a], this.#entries[b]]
    if (one === undefined || other === undefined) return false
    return one[0] < other[0] || (one[0] === other[0] && one[1] < other[1])
  }

  #swap(a: number, b: number): void {
    const [one, other] = [this.#entries[a], this.#entries[b]]
    if (one === undefined || other === undefined) return
    this.#entries[a] = other
    this.#entries[b] = one
  }
}
