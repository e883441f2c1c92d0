import type { Point } from '@akari/protocol'
import { type Box, cornersOf, extentOf } from './extent.ts'

/** How a plan is looked at. */
export interface Camera {
  /** In the middle of the view, in metres of the venue. */
  centre: Point
  pxPerM: number
  /** How far the drawing is turned, clockwise degrees. */
  turnDeg: number
}

export interface Viewport {
  w: number
  h: number
}

/** Edges of a viewport that something else stands on, in pixels. */
export interface Insets {
  top: number
  right: number
  bottom: number
  left: number
}

/** The nearest and the farthest that one can look from. */
export interface Range {
  leastPxPerM: number
  mostPxPerM: number
}

/** Between the metres of a venue and the pixels of a view on it. */
export interface Projection {
  project: (metres: Point) => Point
  unproject: (pixels: Point) => Point
  pxPerM: number
  turnDeg: number
}

export function projectionOf({ centre, pxPerM, turnDeg }: Camera, { w, h }: Viewport): Projection {
  const turn = rotation(turnDeg)
  const back = rotation(-turnDeg)
  return {
    pxPerM,
    turnDeg,
    project: ([x, y]) => {
      const [dx, dy] = turn([x - centre[0], y - centre[1]])
      return [w / 2 + dx * pxPerM, h / 2 + dy * pxPerM]
    },
    unproject: ([x, y]) => {
      const [dx, dy] = back([(x - w / 2) / pxPerM, (y - h / 2) / pxPerM])
      return [centre[0] + dx, centre[1] + dy]
    },
  }
}

/** The camera that shows all these points as large as they fit between the insets. */
export function fitCamera(
  points: readonly Point[],
  turnDeg: number,
  viewport: Viewport,
  { top, right, bottom, left }: Insets,
  mostPxPerM = Infinity,
): Camera {
  const extent = extentOf(points.map(rotation(turnDeg)))
  const room = { w: Math.max(1, viewport.w - left - right), h: Math.max(1, viewport.h - top - bottom) }
  const fitting = Math.min(room.w / Math.max(extent.w, 0.001), room.h / Math.max(extent.h, 0.001))
  const pxPerM = Math.min(fitting, mostPxPerM)
  const centre: Point = [
    extent.x + extent.w / 2 + (right - left) / 2 / pxPerM,
    extent.y + extent.h / 2 + (bottom - top) / 2 / pxPerM,
  ]
  return { centre: rotation(-turnDeg)(centre), pxPerM, turnDeg }
}

/** How much of a view may lie beyond the plan, as a share of its sides. */
const BEYOND = 0.2

/** The nearest camera that still has the plan in view: within the range, and its middle not far from the plan's. */
export function clampCamera(camera: Camera, bounds: Box, viewport: Viewport, range: Range): Camera {
  const pxPerM = Math.min(Math.max(camera.pxPerM, range.leastPxPerM), range.mostPxPerM)
  const turn = rotation(camera.turnDeg)
  const { x, y, w, h } = extentOf(cornersOf(bounds).map(turn))
  const [cx, cy] = turn(camera.centre)
  const held = (at: number, from: number, long: number, seen: number): number => {
    const away = Math.max(0, (long - seen) / 2 + seen * BEYOND)
    return Math.min(Math.max(at, from + long / 2 - away), from + long / 2 + away)
  }
  const centre: Point = [held(cx, x, w, viewport.w / pxPerM), held(cy, y, h, viewport.h / pxPerM)]
  return { centre: rotation(-camera.turnDeg)(centre), pxPerM, turnDeg: camera.turnDeg }
}

/** The drawing follows a hand by so many pixels. */
export function movedBy(camera: Camera, [dx, dy]: Point): Camera {
  const [x, y] = rotation(-camera.turnDeg)([dx / camera.pxPerM, dy / camera.pxPerM])
  return { ...camera, centre: [camera.centre[0] - x, camera.centre[1] - y] }
}

/** Nearer or farther, and turned, around a place of the view that stays where it is. */
export function turnedAt(
  camera: Camera,
  at: Point,
  viewport: Viewport,
  by: { factor: number; turnDeg: number },
): Camera {
  const held = projectionOf(camera, viewport).unproject(at)
  const turned = { ...camera, pxPerM: camera.pxPerM * by.factor, turnDeg: camera.turnDeg + by.turnDeg }
  return standingAt(turned, held, at, viewport)
}

/** Two fingers went from one pair of places to another; what was under each of them still is. */
export function pinched(
  camera: Camera,
  [fromA, fromB]: readonly [Point, Point],
  [toA, toB]: readonly [Point, Point],
  viewport: Viewport,
): Camera {
  const long = Math.hypot(fromB[0] - fromA[0], fromB[1] - fromA[1])
  const factor = long < 1 ? 1 : Math.hypot(toB[0] - toA[0], toB[1] - toA[1]) / long
  const turnDeg = angleOf(toA, toB) - angleOf(fromA, fromB)
  const held = projectionOf(camera, viewport).unproject(middle(fromA, fromB))
  const turned = { ...camera, pxPerM: camera.pxPerM * factor, turnDeg: camera.turnDeg + shortWay(turnDeg) }
  return standingAt(turned, held, middle(toA, toB), viewport)
}

/** On the way from one camera to another (`share` 0 to 1), turning the short way round. */
export function between(from: Camera, to: Camera, share: number): Camera {
  const mix = (a: number, b: number): number => a + (b - a) * share
  return {
    centre: [mix(from.centre[0], to.centre[0]), mix(from.centre[1], to.centre[1])],
    pxPerM: from.pxPerM * (to.pxPerM / from.pxPerM) ** share,
    turnDeg: from.turnDeg + shortWay(to.turnDeg - from.turnDeg) * share,
  }
}

/** A CSS transform that lays a sheet drawn at `pxPerM`, its upper left corner at `origin` (metres), under the camera. */
export function sheetTransform(camera: Camera, viewport: Viewport, sheet: { origin: Point; pxPerM: number }): string {
  const at = projectionOf(camera, viewport).project(sheet.origin)
  return matrix(camera.pxPerM / sheet.pxPerM, camera.turnDeg, at)
}

/** A CSS transform for what was drawn in the pixels of one camera, so that it lies right under another. */
export function overTransform(camera: Camera, drawn: Camera, viewport: Viewport): string {
  const at = projectionOf(camera, viewport).project(projectionOf(drawn, viewport).unproject([0, 0]))
  return matrix(camera.pxPerM / drawn.pxPerM, camera.turnDeg - drawn.turnDeg, at)
}

function matrix(scale: number, turnDeg: number, [x, y]: Point): string {
  const [a, b] = rotation(turnDeg)([scale, 0])
  return `matrix(${[a, b, -b, a].map((n) => n.toFixed(6)).join(',')},${x.toFixed(2)},${y.toFixed(2)})`
}

/** Does the view look the same through both? */
export function isSameView(a: Camera, b: Camera): boolean {
  return (
    Math.abs(a.pxPerM / b.pxPerM - 1) < 1e-4 &&
    Math.abs(shortWay(a.turnDeg - b.turnDeg)) < 0.01 &&
    Math.hypot(a.centre[0] - b.centre[0], a.centre[1] - b.centre[1]) * a.pxPerM < 0.1
  )
}

function standingAt(camera: Camera, metres: Point, at: Point, viewport: Viewport): Camera {
  const [x, y] = projectionOf(camera, viewport).project(metres)
  return movedBy(camera, [at[0] - x, at[1] - y])
}

/** Turns points clockwise as drawn (y down) around the origin. */
export function rotation(degrees: number): (point: Point) => Point {
  const radians = (degrees * Math.PI) / 180
  const [cos, sin] = [Math.cos(radians), Math.sin(radians)]
  return ([x, y]) => [x * cos - y * sin, x * sin + y * cos]
}

function middle(a: Point, b: Point): Point {
  return [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2]
}

function angleOf(from: Point, to: Point): number {
  return (Math.atan2(to[1] - from[1], to[0] - from[0]) * 180) / Math.PI
}

/** The same turn, at most half a circle to either side. */
export function shortWay(degrees: number): number {
  return ((((degrees + 180) % 360) + 360) % 360) - 180
}
