import fc from 'fast-check'
import { expect, test } from 'vitest'
import { projectionOf } from './camera.ts'
import { overlaps } from './extent.ts'
import { liveMarks } from './live-marks.ts'
import type { MapMark } from './marks.ts'

const viewport = { w: 1200, h: 800 }
const settled = projectionOf({ centre: [45, 25], pxPerM: 12, turnDeg: -20 }, viewport)
const size = { w: 90, h: 30 }
const name = (id: string, anchor: [number, number]): MapMark => {
  const [x, y] = settled.project(anchor)
  const box = { x: x - 45, y: y - 15, ...size }
  return {
    kind: 'name',
    id,
    anchor,
    box,
    rank: 'room',
    lines: [id],
    fontPx: 20,
    language: 'ja',
    pointed: false,
  }
}

test('marks that a hand has moved keep their distance from their place and never hide each other', () => {
  const places = fc.array(
    fc.tuple(fc.double({ min: 0, max: 90, noNaN: true }), fc.double({ min: 0, max: 50, noNaN: true })),
    {
      minLength: 1,
      maxLength: 40,
    },
  )
  const turns = fc.record({
    centre: fc.tuple(fc.double({ min: 0, max: 90, noNaN: true }), fc.double({ min: 0, max: 50, noNaN: true })),
    pxPerM: fc.double({ min: 4, max: 60, noNaN: true }),
    turnDeg: fc.double({ min: -360, max: 360, noNaN: true }),
  })
  fc.assert(
    fc.property(places, turns, (anchors, camera) => {
      const now = projectionOf(camera, viewport)
      const marks = anchors.map((anchor, n) => name(String(n), anchor))
      const live = liveMarks(marks, settled, now)
      for (const [n, { at }] of live.entries()) {
        const [x, y] = now.project(anchors[n] ?? [0, 0])
        expect(Math.hypot(at[0] - (x - 45), at[1] - (y - 15))).toBeLessThan(0.001)
      }
      const seen = live.filter(({ isFree }) => isFree).map(({ at: [x, y] }) => ({ x: x + 1, y: y + 1, w: 88, h: 28 }))
      expect(live[0]?.isFree).toBe(true)
      for (const [n, box] of seen.entries())
        for (const other of seen.slice(n + 1)) expect(overlaps(box, other)).toBe(false)
    }),
  )
})

test('nothing hides where one stands', () => {
  const here: MapMark = {
    kind: 'here',
    id: 'here',
    anchor: [45, 25],
    box: { x: 560, y: 360, w: 100, h: 40 },
    dot: [600, 400],
    below: false,
    text: '現在地',
    fontPx: 20,
    language: 'ja',
  }
  const [under, above] = liveMarks([name('hall', [45, 25]), here], settled, settled)
  expect([under?.isFree, above?.isFree]).toEqual([false, true])
})
