import fc from 'fast-check'
import { expect, test } from 'vitest'
import { MOST_ROWS, rowAt, topsOf, visibleRows } from './visible-rows.ts'

const heights = fc.array(fc.integer({ min: 20, max: 400 }), { minLength: 1, maxLength: 300 })

test('every row that any pixel of the window lies in is there, and never more than fifty', () => {
  fc.assert(
    fc.property(heights, fc.nat(60_000), fc.integer({ min: 100, max: 800 }), (rows, top, height) => {
      const tops = topsOf(rows)
      const { from, to } = visibleRows(tops, top, height)
      expect(to - from).toBeLessThanOrEqual(MOST_ROWS)
      for (let row = 0; row < rows.length; row++) {
        const inSight = (tops[row] ?? 0) < top + height && (tops[row + 1] ?? 0) > top
        if (inSight) expect(row >= from && row < to).toBe(true)
      }
    }),
  )
})

test('a pixel lies in the row that begins at or above it', () => {
  const tops = topsOf([40, 60, 40])
  expect([-5, 0, 39, 40, 99, 100, 500].map((pixel) => rowAt(tops, pixel))).toEqual([0, 0, 0, 1, 1, 2, 2])
})
