import type { EscapeRoute, Point, Texts, VenueLevel, VenueUnit } from '@akari/protocol'
import { shortestFrom } from './shortest-ways.ts'
import { distanceToLine, type Grid, gridOf, isStraight, isWithin } from './walkable-grid.ts'

const MOST_ROUTES = 3
const AT_EXIT_M = 1.2
/** Doors that lead out of the building, by IMDF category; service doors are locked. */
const WAYS_OUT = ['emergencyexit', 'pedestrian.principal']

type Goal = { id: string; kind: EscapeRoute['kind']; name: Texts | null; at: Point }

/**
 * Ways out of a level from one place, on foot along walkways and stairs, the nearest first; never by elevator or escalator,
 * never through rooms but the one it starts in. Doors to the outside, or on a level without any the stairs. Empty where none
 * can be reached. `nameOf`: what an opening is called.
 */
export function escapeRoutes(
  level: VenueLevel,
  from: Point,
  nameOf: (openingId: string) => Texts | null,
): EscapeRoute[] {
  const units = level.units.filter((unit) => isWalkedThrough(unit) || unit.shape.some((rings) => isWithin(from, rings)))
  const goals = goalsOf(level, nameOf)
  if (units.length === 0 || goals.length === 0) return []
  const grid = gridOf(level, units)
  const start = nearestCell(grid, from)
  if (start === -1) return []
  const ways = shortestFrom(grid, start)
  return goals
    .flatMap((goal) => routeTo(goal, grid, from, ways) ?? [])
    .toSorted((a, b) => a.metres - b.metres || (a.exitId < b.exitId ? -1 : 1))
    .slice(0, MOST_ROUTES)
}

function isWalkedThrough({ kind }: VenueUnit): boolean {
  return kind === 'walkway' || kind === 'stairs'
}

function goalsOf(level: VenueLevel, nameOf: (openingId: string) => Texts | null): Goal[] {
  const doors = level.openings.filter(({ category }) => WAYS_OUT.includes(category))
  if (doors.length > 0)
    return doors.map(({ id, line }): Goal => ({ id, kind: 'exit', name: nameOf(id), at: middleOf(line) }))
  return level.units
    .filter(({ kind }) => kind === 'stairs')
    .map((unit): Goal => {
      const named = level.amenities.find(({ category, at }) => category.startsWith('stairs') && within(unit, at))
      return { id: unit.id, kind: 'stairs', name: unit.name ?? named?.name ?? null, at: unit.labelAt }
    })
}

function within(unit: VenueUnit, at: Point): boolean {
  return unit.shape.some((rings) => isWithin(at, rings))
}

function routeTo(
  { id, kind, name, at }: Goal,
  grid: Grid,
  from: Point,
  ways: ReturnType<typeof shortestFrom>,
): EscapeRoute | null {
  let best = -1
  for (let cell = 0; cell < ways.lengths.length; cell++) {
    const isReached = Number.isFinite(ways.lengths[cell] ?? Number.POSITIVE_INFINITY)
    if (!isReached || distanceToLine(grid.middleOf(cell), [at, at]) > AT_EXIT_M) continue
    if (best === -1 || (ways.lengths[cell] ?? 0) < (ways.lengths[best] ?? 0)) best = cell
  }
  if (best === -1) return null
  const points = [...pulled(grid, [from, ...ways.pathTo(best).slice(1).map(grid.middleOf)]), at]
  return { exitId: id, kind, name, metres: Math.round(lengthOf(points)), points: points.map(rounded) }
}

/** Pulls the way tight like a string: of each bend only what walls and doors leave. */
function pulled(grid: Grid, points: readonly Point[]): Point[] {
  const kept: Point[] = []
  for (let at = 0; at < points.length; ) {
    const here = points[at]
    if (here === undefined) break
    kept.push(here)
    let next = at + 1
    for (let far = points.length - 1; far > at + 1; far--) {
      const there = points[far]
      if (there !== undefined && isStraight(grid, here, there)) {
        next = far
        break
      }
    }
    at = next
  }
  return kept
}

function nearestCell(grid: Grid, from: Point): number {
  const own = grid.cellAt(from)
  if (own !== -1 && grid.unitAt[own] !== -1) return own
  let best = -1
  let bestM = 3
  for (let cell = 0; cell < grid.unitAt.length; cell++) {
    if (grid.unitAt[cell] === -1) continue
    const [x, y] = grid.middleOf(cell)
    const metres = Math.hypot(x - from[0], y - from[1])
    if (metres < bestM) [best, bestM] = [cell, metres]
  }
  return best
}

function middleOf(line: readonly Point[]): Point {
  const [ax, ay] = line[0] ?? [0, 0]
  const [bx, by] = line.at(-1) ?? [ax, ay]
  return [(ax + bx) / 2, (ay + by) / 2]
}

function lengthOf(points: readonly Point[]): number {
  return points.slice(1).reduce((sum, [x, y], index) => {
    const [px, py] = points[index] ?? [x, y]
    return sum + Math.hypot(x - px, y - py)
  }, 0)
}

function rounded([x, y]: Point): Point {
  return [Math.round(x * 100) / 100, Math.round(y * 100) / 100]
}
