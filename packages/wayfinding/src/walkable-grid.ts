import type { Point, VenueLevel, VenueUnit } from '@akari/protocol'

/** Metres between neighbours, unless the level is so large that there would be too many. */
const STEP_M = 0.5
const MOST_CELLS = 250_000
/** How near to an opening one must be to step from one unit into another. */
const DOOR_REACH_M = 0.9

/** A level as squares: which unit each square lies in, and where one may go from one unit into the next. */
export type Grid = {
  columns: number
  rows: number
  stepM: number
  /** Index of the unit that a square lies in; −1 where nobody walks. */
  unitAt: Int16Array
  /** Is an opening within reach of the square? */
  atDoor: Uint8Array
  cellAt: (point: Point) => number
  middleOf: (cell: number) => Point
}

/** Lays a grid over those units of a level that one may walk through. */
export function gridOf(level: VenueLevel, units: readonly VenueUnit[]): Grid {
  const points = units.flatMap(({ shape }) => shape.flat(2))
  const [minX, minY] = [Math.min(...points.map(([x]) => x)), Math.min(...points.map(([, y]) => y))]
  const [maxX, maxY] = [Math.max(...points.map(([x]) => x)), Math.max(...points.map(([, y]) => y))]
  const stepM = Math.max(STEP_M, Math.sqrt(((maxX - minX) * (maxY - minY)) / MOST_CELLS))
  const columns = Math.max(1, Math.ceil((maxX - minX) / stepM))
  const rows = Math.max(1, Math.ceil((maxY - minY) / stepM))
  const middleOf = (cell: number): Point => [
    minX + ((cell % columns) + 0.5) * stepM,
    minY + (Math.floor(cell / columns) + 0.5) * stepM,
  ]
  const cellAt = ([x, y]: Point): number => {
    const [column, row] = [Math.floor((x - minX) / stepM), Math.floor((y - minY) / stepM)]
    const isInside = column >= 0 && column < columns && row >= 0 && row < rows
    return isInside ? row * columns + column : -1
  }
  const cells = columns * rows
  const unitAt = new Int16Array(cells).fill(-1)
  const atDoor = new Uint8Array(cells)
  for (let cell = 0; cell < cells; cell++) {
    const middle = middleOf(cell)
    unitAt[cell] = units.findIndex(({ shape }) => shape.some((rings) => isWithin(middle, rings)))
    const isNear = ({ line }: VenueLevel['openings'][number]) => distanceToLine(middle, line) <= DOOR_REACH_M
    if (unitAt[cell] !== -1 && level.openings.some(isNear)) atDoor[cell] = 1
  }
  return { columns, rows, stepM, unitAt, atDoor, cellAt, middleOf }
}

/** May one go straight from one square into its neighbour? From one unit into another only at an opening. */
export function isPassable({ unitAt, atDoor }: Grid, from: number, to: number): boolean {
  const [a, b] = [unitAt[from] ?? -1, unitAt[to] ?? -1]
  if (a === -1 || b === -1) return false
  return a === b || (atDoor[from] === 1 && atDoor[to] === 1)
}

/** Can one walk straight from one point to another? */
export function isStraight(grid: Grid, [ax, ay]: Point, [bx, by]: Point): boolean {
  const steps = Math.ceil(Math.hypot(bx - ax, by - ay) / (grid.stepM / 2))
  let last = grid.cellAt([ax, ay])
  for (let step = 1; step <= steps; step++) {
    const cell = grid.cellAt([ax + ((bx - ax) * step) / steps, ay + ((by - ay) * step) / steps])
    if (cell !== last && !isPassable(grid, last, cell)) return false
    last = cell
  }
  return last !== -1
}

/** Even-odd rule over all rings, so that holes are outside. */
export function isWithin([x, y]: Point, rings: readonly (readonly Point[])[]): boolean {
  let within = false
  for (const ring of rings) {
    for (const [index, [x1, y1]] of ring.entries()) {
      const [x2, y2] = ring[(index + 1) % ring.length] ?? [x1, y1]
      if (y1 > y !== y2 > y && x < x1 + ((y - y1) / (y2 - y1)) * (x2 - x1)) within = !within
    }
  }
  return within
}

export function distanceToLine(point: Point, line: readonly Point[]): number {
  return Math.min(...line.slice(1).map((end, index) => distanceToSegment(point, line[index] ?? end, end)))
}

function distanceToSegment([x, y]: Point, [ax, ay]: Point, [bx, by]: Point): number {
  const [dx, dy] = [bx - ax, by - ay]
  const long = dx * dx + dy * dy
  const share = long === 0 ? 0 : Math.max(0, Math.min(1, ((x - ax) * dx + (y - ay) * dy) / long))
  return Math.hypot(x - ax - share * dx, y - ay - share * dy)
}
