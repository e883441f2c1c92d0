import type { Point } from '@akari/protocol'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  between,
  type Camera,
  clampCamera,
  fitCamera,
  isSameView,
  movedBy,
  pinched,
  projectionOf,
  turnedAt,
} from './camera.ts'
import { cornersOf } from './extent.ts'

const viewport = { w: 1200, h: 800 }
const bare = { top: 0, right: 0, bottom: 0, left: 0 }
const bounds = { x: 0, y: 0, w: 90, h: 50 }
const finite = (min: number, max: number) => fc.double({ min, max, noNaN: true })
const metres: fc.Arbitrary<Point> = fc.tuple(finite(0, 90), finite(0, 50))
const pixels: fc.Arbitrary<Point> = fc.tuple(finite(0, 1200), finite(0, 800))
const cameras: fc.Arbitrary<Camera> = fc.record({
  centre: fc.tuple(finite(-200, 300), finite(-200, 300)),
  pxPerM: finite(1, 200),
  turnDeg: finite(-720, 720),
})

function expectNear([ax, ay]: Point, [bx, by]: Point, slack = 1e-6): void {
  expect(Math.hypot(ax - bx, ay - by)).toBeLessThan(slack)
}

test('what is projected comes back to where it was', () => {
  fc.assert(
    fc.property(cameras, metres, (camera, at) => {
      const { project, unproject } = projectionOf(camera, viewport)
      expectNear(unproject(project(at)), at)
    }),
  )
})

test('a fitted camera has every point between the insets, and two of them at the edge', () => {
  const insets = { top: 40, right: 90, bottom: 20, left: 10 }
  fc.assert(
    fc.property(fc.array(metres, { minLength: 2, maxLength: 9 }), finite(-360, 360), (points, turnDeg) => {
      const { project } = projectionOf(fitCamera(points, turnDeg, viewport, insets, 200), viewport)
      for (const [x, y] of points.map(project)) {
        expect(x).toBeGreaterThan(insets.left - 0.01)
        expect(x).toBeLessThan(viewport.w - insets.right + 0.01)
        expect(y).toBeGreaterThan(insets.top - 0.01)
        expect(y).toBeLessThan(viewport.h - insets.bottom + 0.01)
      }
    }),
  )
})

test('however it was moved, a clamped camera is in its range and has some of the plan in its middle', () => {
  const range = { leastPxPerM: 8, mostPxPerM: 100 }
  fc.assert(
    fc.property(cameras, (camera) => {
      const clamped = clampCamera(camera, bounds, viewport, range)
      expect(clamped.pxPerM).toBeGreaterThanOrEqual(8)
      expect(clamped.pxPerM).toBeLessThanOrEqual(100)
      const { project } = projectionOf(clamped, viewport)
      const corners = cornersOf(bounds).map(project)
      const xs = corners.map(([x]) => x)
      const ys = corners.map(([, y]) => y)
      // The upright box around the plan reaches into the inner three fifths of the view.
      expect(Math.min(...xs)).toBeLessThan(viewport.w * 0.71)
      expect(Math.max(...xs)).toBeGreaterThan(viewport.w * 0.29)
      expect(Math.min(...ys)).toBeLessThan(viewport.h * 0.71)
      expect(Math.max(...ys)).toBeGreaterThan(viewport.h * 0.29)
      expect(isSameView(clampCamera(clamped, bounds, viewport, range), clamped)).toBe(true)
    }),
  )
})

test('what is fitted is not moved away by the bounds', () => {
  fc.assert(
    fc.property(fc.array(metres, { minLength: 1, maxLength: 6 }), finite(-360, 360), (points, turnDeg) => {
      const fitted = fitCamera(points, turnDeg, viewport, bare, 100)
      const clamped = clampCamera(fitted, bounds, viewport, { leastPxPerM: 1, mostPxPerM: 100 })
      for (const [x, y] of points.map(projectionOf(clamped, viewport).project)) {
        expect(x > -0.01 && x < viewport.w + 0.01 && y > -0.01 && y < viewport.h + 0.01).toBe(true)
      }
    }),
  )
})

test('the plan stays under a finger, and under two', () => {
  fc.assert(
    fc.property(cameras, pixels, pixels, (camera, from, to) => {
      const held = projectionOf(camera, viewport).unproject(from)
      const moved = movedBy(camera, [to[0] - from[0], to[1] - from[1]])
      expectNear(projectionOf(moved, viewport).project(held), to)
    }),
  )
  const apart = fc
    .tuple(pixels, pixels, pixels, pixels)
    .filter(([a, b, c, d]) =>
      [Math.hypot(a[0] - b[0], a[1] - b[1]), Math.hypot(c[0] - d[0], c[1] - d[1])].every((px) => px > 20),
    )
  fc.assert(
    fc.property(cameras, apart, (camera, [fromA, fromB, toA, toB]) => {
      const { unproject } = projectionOf(camera, viewport)
      const [heldA, heldB] = [unproject(fromA), unproject(fromB)]
      const { project } = projectionOf(pinched(camera, [fromA, fromB], [toA, toB], viewport), viewport)
      expectNear(project(heldA), toA, 0.01)
      expectNear(project(heldB), toB, 0.01)
    }),
  )
})

test('zooming and turning around a place leave it where it is', () => {
  fc.assert(
    fc.property(cameras, pixels, finite(0.2, 5), finite(-180, 180), (camera, at, factor, turnDeg) => {
      const held = projectionOf(camera, viewport).unproject(at)
      const turned = turnedAt(camera, at, viewport, { factor, turnDeg })
      expectNear(projectionOf(turned, viewport).project(held), at)
    }),
  )
})

test('a glide begins and ends where it should, and never turns more than half a circle', () => {
  fc.assert(
    fc.property(cameras, cameras, (from, to) => {
      expect(isSameView(between(from, to, 0), from)).toBe(true)
      expect(isSameView(between(from, to, 1), to)).toBe(true)
      expect(Math.abs(between(from, to, 1).turnDeg - from.turnDeg)).toBeLessThanOrEqual(180)
    }),
  )
})
