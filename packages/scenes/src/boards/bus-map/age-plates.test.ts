import { expect, test } from 'vitest'
import { type Box, overlaps } from '../../map/extent.ts'
import { type AgedBus, agePlates } from './age-plates.ts'

const r = 10
const plate = { w: 44, h: 14 }
const frame = { x: 0, y: 0, w: 800, h: 500 }
const bus = (id: string, x: number, y: number): AgedBus => ({ id, at: [x, y], plate })

function boxesOf(buses: readonly AgedBus[]): Box[] {
  const places = agePlates(buses, r, frame)
  return buses.flatMap(({ id, at: [x, y] }) => {
    const by = places.get(id)
    return by === undefined ? [] : [{ x: x + by[0] - plate.w / 2, y: y + by[1] - plate.h / 2, ...plate }]
  })
}

test('the age of a bus that stands alone is below it', () => {
  const [x, y] = agePlates([bus('a', 400, 250), bus('b', 600, 400)], r, frame).get('a') ?? []
  expect(x).toBe(0)
  expect(y).toBeGreaterThan(r)
})

test('ages of buses that stand close together cover neither each other nor another bus', () => {
  const close = [bus('a', 400, 250), bus('b', 412, 256), bus('c', 396, 270), bus('d', 420, 244), bus('e', 400, 250)]
  const boxes = boxesOf(close)
  expect(boxes).toHaveLength(5)
  for (const [n, box] of boxes.entries())
    expect(boxes.filter((other, at) => at !== n && overlaps(box, other))).toEqual([])
  const [first, second] = boxesOf([bus('a', 400, 250), bus('b', 400, 272)])
  expect(first && overlaps(first, { x: 390, y: 262, w: 20, h: 20 })).toBe(false)
  expect(second && overlaps(second, { x: 390, y: 240, w: 20, h: 20 })).toBe(false)
})

test('at the edge of the map an age stands on its inner side, and a live bus has none', () => {
  const [box] = boxesOf([bus('a', 400, 492)])
  expect(box !== undefined && box.y + box.h <= frame.h).toBe(true)
  expect(agePlates([{ id: 'live', at: [10, 10], plate: null }], r, frame).size).toBe(0)
})
