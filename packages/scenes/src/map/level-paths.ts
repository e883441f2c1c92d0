import type { Point, VenueLevel, VenueUnit } from '@akari/protocol'
import { doubleAreaOf } from '@akari/wayfinding'
import { extentOf } from './extent.ts'

/** How a room looks: its kind, or `counter` where people are served. */
export type UnitLook = VenueUnit['kind']

/** The shapes of a level as SVG path data in metres, as few paths as there are looks. */
export interface LevelPaths {
  outline: string
  units: readonly { look: UnitLook; d: string }[]
  treads: string
  doors: string
  serviceDoors: string
}

/** From the ground up: what lies in something else is painted over it. */
const PAINTED: readonly UnitLook[] = [
  'walkway',
  'nonpublic',
  'room',
  'counter',
  'restroom',
  'stairs',
  'elevator',
  'escalator',
  'void',
]
/** From one step to the next as drawn, in metres. */
const TREAD_M = 0.7

const pathsOfLevel = new WeakMap<VenueLevel, LevelPaths>()

/** Worked out once per level, however often it is looked at. */
export function pathsOf(level: VenueLevel): LevelPaths {
  const known = pathsOfLevel.get(level)
  if (known !== undefined) return known
  const paths = drawn(level)
  pathsOfLevel.set(level, paths)
  return paths
}

function drawn(level: VenueLevel): LevelPaths {
  const serving = new Set(level.occupants.map(({ unitId }) => unitId))
  const lookOf = ({ id, kind }: VenueUnit): UnitLook => (serving.has(id) && kind !== 'walkway' ? 'counter' : kind)
  const doors = (isService: boolean): string =>
    level.openings
      .filter(({ category }) => (category === 'service') === isService)
      .map(({ line }) => `M${line.map(coordinates).join('L')}`)
      .join('')
  return {
    outline: shapePath(level.outline),
    units: PAINTED.flatMap((look) => {
      const d = level.units
        .filter((unit) => lookOf(unit) === look)
        .map(({ shape }) => shapePath(shape))
        .join('')
      return d === '' ? [] : [{ look, d }]
    }),
    treads: level.units
      .filter(({ kind }) => kind === 'stairs' || kind === 'escalator')
      .map(treadsOf)
      .join(''),
    doors: doors(false),
    serviceDoors: doors(true),
  }
}

/**
 * Polygons as path data, outer rings one way round and holes the other: painted by the non-zero rule, shapes that overlap
 * stay filled and holes stay open, however the source turned its rings.
 */
export function shapePath(shape: VenueUnit['shape']): string {
  return shape
    .flatMap((rings) =>
      rings.map((ring, n) => {
        const isTurned = doubleAreaOf(ring) > 0 === (n === 0)
        return `M${(isTurned ? ring : ring.toReversed()).map(coordinates).join('L')}Z`
      }),
    )
    .join('')
}

/** Area of the outer rings of a shape in square metres. */
export function areaOf(shape: VenueUnit['shape']): number {
  return shape.reduce((sum, rings) => sum + Math.abs(doubleAreaOf(rings[0] ?? [])) / 2, 0)
}

/** To the centimetre. */
function coordinates([x, y]: Point): string {
  return `${Number(x.toFixed(2))} ${Number(y.toFixed(2))}`
}

/** Lines across a flight of steps, along its longer side. */
function treadsOf({ shape }: VenueUnit): string {
  const { x, y, w, h } = extentOf(shape.flat(2))
  const isWide = w > h
  const count = Math.max(2, Math.floor(Math.max(w, h) / TREAD_M))
  return Array.from({ length: count - 1 }, (_, index) => (index + 1) / count)
    .map((share) =>
      isWide
        ? `M${coordinates([x + w * share, y])}V${Number((y + h).toFixed(2))}`
        : `M${coordinates([x, y + h * share])}H${Number((x + w).toFixed(2))}`,
    )
    .join('')
}
