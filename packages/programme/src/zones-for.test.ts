import { LAYOUT_GRID, overlap, type ZoneArea } from '@akari/protocol'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { lined } from './zones-for.ts'

const area = (x: number, y: number, w: number, h: number) => ({ area: { x, y, w, h } })

it('stacks in reading order, each with its share of the height', () => {
  const [main, right, band] = [area(0, 0, 9, 9), area(9, 0, 3, 9), area(0, 9, 12, 3)]
  expect(lined([band, right, main], 'down').map((zone) => zone.area)).toEqual([
    { x: 0, y: 0, w: 12, h: 7 },
    { x: 0, y: 7, w: 12, h: 2 },
    { x: 0, y: 9, w: 12, h: 3 },
  ])
})

it('sets side by side what was stacked', () => {
  const drawn = [area(0, 0, 12, 4), area(0, 4, 12, 4), area(0, 8, 12, 4)]
  expect(lined(drawn, 'across').map((zone) => zone.area.x)).toEqual([0, 4, 8])
})

it('fills the glass with any number of zones, each at least one cell', () => {
  const someArea: fc.Arbitrary<{ area: ZoneArea }> = fc
    .tuple(fc.nat(11), fc.nat(11), fc.nat(11), fc.nat(11))
    .map(([x, y, w, h]) => area(x, y, 1 + (w % (12 - x)), 1 + (h % (12 - y))))
  fc.assert(
    fc.property(
      fc.array(someArea, { minLength: 1, maxLength: 12 }),
      fc.constantFrom('down' as const, 'across' as const),
      (drawn, way) => {
        const areas = lined(drawn, way).map((zone) => zone.area)
        const cells = areas.reduce((sum, { w, h }) => sum + w * h, 0)
        expect(cells).toBe(LAYOUT_GRID.columns * LAYOUT_GRID.rows)
        for (const [index, one] of areas.entries()) {
          expect(areas.slice(index + 1).some((other) => overlap(one, other))).toBe(false)
        }
      },
    ),
  )
})
