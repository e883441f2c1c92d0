import type { Point } from '@akari/protocol'
import type { Projection } from './camera.ts'
import type { Box } from './extent.ts'
import type { Floor } from './floors.ts'
import { signedArea } from './level-paths.ts'
import type { MapMark } from './marks.ts'
import type { MapPick } from './map-props.ts'

/**
 * What a finger meant at a place of the view: the mark under or next to it, otherwise the smallest room there.
 * `reachPx`: how far off it may be.
 */
export function pickAt(
  floor: Floor,
  marks: readonly MapMark[],
  projection: Projection,
  at: Point,
  reachPx: number,
): MapPick {
  const metres = projection.unproject(at)
  const nearest = marks
    .filter(({ kind }) => kind !== 'here')
    .map(({ id, box }) => ({ id, px: distance(box, at) }))
    .filter(({ px }) => px <= reachPx)
    .toSorted((a, b) => a.px - b.px)[0]
  const rooms = floor.level.units
    .filter(({ shape }) => shape.some((rings) => isInside(metres, rings)))
    .toSorted((a, b) => areaOf(a.shape) - areaOf(b.shape))
  const under = nearest !== undefined && nearest.px === 0 ? nearest.id : undefined
  const id = under ?? rooms.find(({ kind }) => kind !== 'walkway')?.id ?? nearest?.id ?? rooms[0]?.id ?? null
  return { id, at: metres, levelId: levelOf(floor, rooms[0]?.id ?? null) }
}

/** A floor of one level is that level; of several, the one whose room was touched. */
function levelOf(floor: Floor, unitId: string | null): string {
  const own = floor.parts.find(({ units }) => units.some(({ id }) => id === unitId))
  return own?.id ?? floor.level.id
}

function distance({ x, y, w, h }: Box, [px, py]: Point): number {
  return Math.hypot(Math.max(x - px, 0, px - x - w), Math.max(y - py, 0, py - y - h))
}

function areaOf(shape: readonly (readonly (readonly Point[])[])[]): number {
  return shape.reduce((sum, rings) => sum + Math.abs(signedArea(rings[0] ?? [])), 0)
}

/** By the even-odd rule, so that holes are outside. */
function isInside([x, y]: Point, rings: readonly (readonly Point[])[]): boolean {
  let inside = false
  for (const ring of rings)
    for (const [index, [x1, y1]] of ring.entries()) {
      const [x2, y2] = ring[(index + 1) % ring.length] ?? [x1, y1]
      if (y1 > y !== y2 > y && x < x1 + ((y - y1) / (y2 - y1)) * (x2 - x1)) inside = !inside
    }
  return inside
}
