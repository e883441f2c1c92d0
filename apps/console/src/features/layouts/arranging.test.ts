import { expect, test } from 'vitest'
import { fits, largestFree, movedBy, resizedBy } from './arranging.ts'

const zone = (id: string, x: number, y: number, w: number, h: number) => ({ id, area: { x, y, w, h } })
const left = zone('left', 0, 0, 6, 12)

test('a zone moves and grows by a cell, but not over the edge, over another or to nothing', () => {
  expect(fits(movedBy({ x: 6, y: 0, w: 5, h: 5 }, 'right'), 'b', [left])).toBe(true)
  expect(fits(movedBy({ x: 6, y: 0, w: 6, h: 5 }, 'right'), 'b', [left])).toBe(false)
  expect(fits(movedBy({ x: 6, y: 0, w: 5, h: 5 }, 'left'), 'b', [left])).toBe(false)
  expect(fits(movedBy({ x: 6, y: 0, w: 5, h: 5 }, 'up'), 'b', [left])).toBe(false)
  expect(resizedBy({ x: 6, y: 0, w: 5, h: 5 }, 'down')).toEqual({ x: 6, y: 0, w: 5, h: 6 })
  expect(fits(resizedBy({ x: 6, y: 0, w: 1, h: 5 }, 'left'), 'b', [left])).toBe(false)
})

test('a zone never stands in its own way', () => {
  expect(fits(movedBy(left.area, 'right'), 'left', [left])).toBe(true)
})

test('a new zone takes the largest room there is, and a full glass has none', () => {
  expect(largestFree([left])).toEqual({ x: 6, y: 0, w: 6, h: 12 })
  expect(largestFree([])).toEqual({ x: 0, y: 0, w: 12, h: 12 })
  expect(largestFree([left, zone('a', 6, 0, 6, 5), zone('b', 8, 5, 4, 7)])).toEqual({ x: 6, y: 5, w: 2, h: 7 })
  expect(largestFree([left, zone('right', 6, 0, 6, 12)])).toBeNull()
})
