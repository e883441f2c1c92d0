import type { Point } from '@akari/protocol'
import { areaOf, type Box, boxOf, contains, distanceToBoundary, isNearBox } from '../model/geometry.ts'
import { shaftKindOf } from '../model/shaft-kind.ts'
import type { ModelUnit, VenueModel } from '../model/venue-model.ts'
import { accessTraits } from './access.ts'
import type { Anchor } from './room-mesh.ts'
import { type EdgeKind, TRAIT } from './graph.ts'

/** A unit that somebody may walk in, with what has been found to stand in it. */
export type Area = {
  unit: ModelUnit
  level: number
  ordinal: number
  outdoor: boolean
  box: Box
  squareM: number
  anchors: Anchor[]
}

/** Something that is not in a unit may be this far from one. */
const BESIDE_M = 1.5

export function areasOf(model: VenueModel): Area[] {
  const levels = new Map(model.levels.map(({ id }, index) => [id, index]))
  return model.units.flatMap((unit): Area[] => {
    const level = levels.get(unit.levelId)
    const { ordinal, outdoor } = model.levels[level ?? -1] ?? { ordinal: 0, outdoor: false }
    if (level === undefined || unit.passage === 'none') return []
    const squareM = unit.shape.reduce((sum, polygon) => sum + areaOf(polygon), 0)
    return [{ unit, level, ordinal, outdoor, box: boxOf(unit.shape.flat(2)), squareM, anchors: [] }]
  })
}

/** Areas by where they are, so that a venue of thousands of rooms is not looked through for each of its doors. */
export type AreaIndex = {
  byId: ReadonlyMap<string, Area>
  /** Areas of an ordinal of which a point is at most `BESIDE_M` outside of their box, in their own order. */
  near: (ordinal: number, at: Point) => readonly Area[]
}

/** A cell holds a few rooms; in large venues it grows, so that a hall is never in more than a thousand of them. */
const CELL_M = 10
const MOST_CELLS = 32

export function indexAreas(areas: readonly Area[]): AreaIndex {
  const cells = new Map<string, Area[]>()
  const whole = boxOf(
    areas.flatMap(({ box }): Point[] => [
      [box.minX, box.minY],
      [box.maxX, box.maxY],
    ]),
  )
  const cellM = Math.max(CELL_M, (whole.maxX - whole.minX) / MOST_CELLS, (whole.maxY - whole.minY) / MOST_CELLS)
  const cellOf = (metres: number) => Math.floor(metres / cellM)
  for (const area of areas) {
    const { minX, minY, maxX, maxY } = area.box
    for (let x = cellOf(minX - BESIDE_M); x <= cellOf(maxX + BESIDE_M); x++) {
      for (let y = cellOf(minY - BESIDE_M); y <= cellOf(maxY + BESIDE_M); y++) {
        const key = `${area.ordinal} ${x} ${y}`
        const here = cells.get(key)
        if (here === undefined) cells.set(key, [area])
        else here.push(area)
      }
    }
  }
  return {
    byId: new Map(areas.map((area) => [area.unit.id, area])),
    near: (ordinal, [x, y]) => cells.get(`${ordinal} ${cellOf(x)} ${cellOf(y)}`) ?? [],
  }
}

/** The area that something stands in: the unit it names, else the smallest around it on its level, else one beside it. */
export function areaAt(
  index: AreaIndex,
  { levelId, ordinal, at, unitId }: { levelId: string; ordinal: number; at: Point; unitId: string | null },
): Area | null {
  const named = unitId === null ? undefined : index.byId.get(unitId)
  if (named !== undefined && isIn(named, at)) return named
  const near = index
    .near(ordinal, at)
    .filter(({ unit, box }) => unit.levelId === levelId && isNearBox(at, box, BESIDE_M))
  const around = near.filter((area) => isIn(area, at)).toSorted((a, b) => a.squareM - b.squareM)[0]
  if (around !== undefined) return around
  if (named !== undefined) return named
  const beside = near
    .map((area) => ({ area, metres: distanceToBoundary(at, area.unit.shape) }))
    .toSorted((a, b) => a.metres - b.metres)[0]
  return beside !== undefined && beside.metres <= BESIDE_M ? beside.area : null
}

function isIn({ unit, box }: Area, at: Point): boolean {
  return isNearBox(at, box, 0) && unit.shape.some((polygon) => contains(polygon, at))
}

/** How one gets along inside a unit. */
export function kindWithin({ kind, category }: ModelUnit): EdgeKind {
  if (category.startsWith('steps')) return 'steps'
  if (category.startsWith('ramp')) return 'ramp'
  if (category.startsWith('movingwalkway')) return 'movingwalkway'
  if (kind === 'stairs' || kind === 'escalator') return kind
  return kind === 'elevator' ? 'board' : 'walk'
}

/** Does a unit lead to other levels? Steps within a level do not. */
export function isShaft({ kind, category }: ModelUnit): boolean {
  return shaftKindOf(kind) !== null && !category.startsWith('steps')
}

export function traitsOf({ kind, passage }: ModelUnit): number {
  const stepped = kind === 'stairs' || kind === 'escalator' ? TRAIT.stepped : 0
  return stepped | accessTraits(passage) | (kind === 'walkway' || shaftKindOf(kind) !== null ? 0 : TRAIT.room)
}
