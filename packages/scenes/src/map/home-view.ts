import type { Point } from '@akari/protocol'
import { type Camera, fitCamera, type Insets, rotation, type Viewport } from './camera.ts'
import { type Box, cornersOf, extentOf } from './extent.ts'
import type { Floor } from './floors.ts'
import type { Size } from './use-size.ts'

/** Metres of floor around a way, so that people see in what part of the building they are. */
const AROUND_M = 9
/** Room for the label of the display, in sizes of its type. */
const HERE_LABEL = 3.4
const EDGE = 1.1
/** The nearest one can look from: so many metres along the shorter side. */
const NEAREST_M = 8

export type Side = 'above' | 'below'

/** The camera that shows a whole floor, or a stretch of a way with what is around it. */
export function homeView(
  { level, extent }: Floor,
  way: readonly Point[] | null,
  turnDeg: number,
  size: Size,
  room: { hereLabel: Side | null; controlsPx: number },
): Camera {
  const edge = size.reach * EDGE
  const insets: Insets = {
    top: room.hereLabel === 'above' ? size.reach * HERE_LABEL : edge,
    bottom: room.hereLabel === 'below' ? size.reach * HERE_LABEL : edge,
    left: edge,
    right: edge + room.controlsPx,
  }
  const turn = rotation(turnDeg)
  const points =
    way === null
      ? level.outline.flat(2)
      : cornersOf(around(way.map(turn), extentOf(cornersOf(extent).map(turn)))).map(rotation(-turnDeg))
  return fitCamera(points, turnDeg, size, insets, nearestPxPerM(size))
}

export function nearestPxPerM({ w, h }: Viewport): number {
  return Math.min(w, h) / NEAREST_M
}

/** The label keeps to the other side of the display than the way sets out on; null where there is no way. */
export function labelSide(way: readonly Point[] | null, turnDeg: number): Side | null {
  const [from, to] = way ?? []
  if (from === undefined || to === undefined) return null
  const radians = (turnDeg * Math.PI) / 180
  const down = (to[0] - from[0]) * Math.sin(radians) + (to[1] - from[1]) * Math.cos(radians)
  return down < 0 ? 'below' : 'above'
}

/** The way with some floor around it, as far as there is floor; as the drawing is turned. */
function around(way: readonly Point[], whole: Box): Box {
  const own = extentOf(way)
  const [left, right] = span(own.x, own.x + own.w, whole.x, whole.x + whole.w)
  const [top, bottom] = span(own.y, own.y + own.h, whole.y, whole.y + whole.h)
  return { x: left, y: top, w: right - left, h: bottom - top }
}

function span(from: number, to: number, least: number, most: number): [number, number] {
  return [Math.min(from, Math.max(least, from - AROUND_M)), Math.max(to, Math.min(most, to + AROUND_M))]
}
