import type { Point } from '@akari/protocol'
import { contains } from '@akari/wayfinding'
import type { Projection } from './camera.ts'
import type { Box } from './extent.ts'
import type { Floor } from './floors.ts'
import { areaOf } from './level-paths.ts'
import type { MapMark } from './marks.ts'
import type { MapPick } from './map-props.ts'

/**
 * What a finger meant at a place of the view: the mark under it, otherwise who is in the smallest room there, otherwise the
 * mark next to it. `reachPx`: how far off it may be.
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
    .filter(({ kind }) => kind !== 'here' && kind !== 'shut')
    .map(({ id, box }) => ({ id, px: distance(box, at) }))
    .filter(({ px }) => px <= reachPx)
    .toSorted((a, b) => a.px - b.px)[0]
  const rooms = floor.level.units
    .filter(({ shape }) => shape.some((rings) => contains(rings, metres)))
    .toSorted((a, b) => areaOf(a.shape) - areaOf(b.shape))
  const room = rooms[0] ?? null
  const isRoom = room !== null && room.kind !== 'walkway'
  const inside = floor.level.occupants.filter(({ unitId }) => isRoom && unitId === room.id)
  // Several offices in one room: the room is all that can be meant.
  const roomId = isRoom ? (inside.length === 1 ? inside[0]?.id : room.id) : undefined
  const under = nearest !== undefined && nearest.px === 0 ? nearest.id : undefined
  const unitId = room?.id ?? null
  return {
    id: under ?? roomId ?? nearest?.id ?? unitId,
    unitId,
    at: metres,
    levelId: levelOf(floor, unitId),
  }
}

/** A floor of one level is that level; of several, the one whose room was touched. */
function levelOf(floor: Floor, unitId: string | null): string {
  const own = floor.parts.find(({ units }) => units.some(({ id }) => id === unitId))
  return own?.id ?? floor.level.id
}

function distance({ x, y, w, h }: Box, [px, py]: Point): number {
  return Math.hypot(Math.max(x - px, 0, px - x - w), Math.max(y - py, 0, py - y - h))
}
