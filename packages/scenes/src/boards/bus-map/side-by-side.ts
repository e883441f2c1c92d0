import type { Point } from '@akari/protocol'

/** A line to be drawn for a route (its number in the order of the legend), in pixels. */
export interface RouteLine {
  route: number
  points: readonly Point[]
}

interface Sample {
  at: Point
  /** Of unit length. */
  way: Point
}

const STEP_PX = 8
/** Lines that cross at more than some twenty degrees share no road. */
const ALIKE = 0.94
/** Samples to either side over which a line moves over. */
const SMOOTH = 3

/**
 * Lines moved apart where several routes run along one road, so that each can be seen: in the order of the routes, across the way that
 * the first of them takes there. `widthPx`: from one to the next; `nearPx`: what is nearer than that runs along one road. Nothing moves
 * where a route is alone.
 */
export function sideBySide(lines: readonly RouteLine[], widthPx: number, nearPx: number): Point[][] {
  const sampled = lines.map(({ points }) => samplesOf(points))
  const grid = gridOf(sampled, nearPx)
  return sampled.map((samples, own) => {
    const moved = samples.map((sample): Point => {
      const beside = grid.near(sample, (line) => lines[line]?.route ?? 0)
      const routes = [...new Set([lines[own]?.route ?? 0, ...beside.map(({ route }) => route)])].toSorted(
        (a, b) => a - b,
      )
      if (routes.length < 2) return [0, 0]
      const leads = beside
        .filter(({ route }) => route === routes[0])
        .toSorted((a, b) => a.line - b.line || a.n - b.n)[0]
      const way = leads?.way ?? sample.way
      const aside = (routes.indexOf(lines[own]?.route ?? 0) - (routes.length - 1) / 2) * widthPx
      return [-way[1] * aside, way[0] * aside]
    })
    return samples.map(({ at: [x, y] }, n) => {
      const around = moved.slice(Math.max(0, n - SMOOTH), n + SMOOTH + 1)
      const [dx, dy] = around.reduce<Point>((sum, [mx, my]) => [sum[0] + mx, sum[1] + my], [0, 0])
      return [x + dx / around.length, y + dy / around.length]
    })
  })
}

/** Points along a line, at its corners and every few pixels between them. */
function samplesOf(points: readonly Point[]): Sample[] {
  const samples: Sample[] = []
  let way: Point = [1, 0]
  for (const [n, [x, y]] of points.slice(0, -1).entries()) {
    const [toX, toY] = points[n + 1] ?? [x, y]
    const length = Math.hypot(toX - x, toY - y)
    if (length === 0) continue
    way = [(toX - x) / length, (toY - y) / length]
    const steps = Math.ceil(length / STEP_PX)
    for (let step = 0; step < steps; step++)
      samples.push({ at: [x + ((toX - x) * step) / steps, y + ((toY - y) * step) / steps], way })
  }
  const last = points.at(-1)
  return last === undefined ? samples : [...samples, { at: last, way }]
}

function gridOf(sampled: readonly (readonly Sample[])[], nearPx: number) {
  const cellPx = Math.max(nearPx, STEP_PX)
  const cells = new Map<string, { line: number; n: number; sample: Sample }[]>()
  const key = (x: number, y: number): string => `${Math.floor(x / cellPx)} ${Math.floor(y / cellPx)}`
  for (const [line, samples] of sampled.entries())
    for (const [n, sample] of samples.entries()) {
      const cell = cells.get(key(...sample.at)) ?? []
      if (cell.length === 0) cells.set(key(...sample.at), cell)
      cell.push({ line, n, sample })
    }
  return {
    /** What runs the same way, or the other way, within reach of a sample. */
    near: ({ at: [x, y], way }: Sample, routeOf: (line: number) => number) =>
      [-1, 0, 1].flatMap((dx) =>
        [-1, 0, 1].flatMap((dy) =>
          (cells.get(key(x + dx * cellPx, y + dy * cellPx)) ?? []).flatMap(({ line, n, sample }) => {
            const isNear = Math.hypot(sample.at[0] - x, sample.at[1] - y) <= nearPx
            const isAlike = Math.abs(sample.way[0] * way[0] + sample.way[1] * way[1]) >= ALIKE
            return isNear && isAlike ? [{ line, n, route: routeOf(line), way: sample.way }] : []
          }),
        ),
      ),
  }
}
