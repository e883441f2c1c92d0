import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Corner, placeOf } from './proof-place.ts'

const corners = fc.constantFrom<Corner>('topLeft', 'topRight', 'bottomLeft', 'bottomRight')
const length = fc.double({ min: 200, max: 4000, noNaN: true })

test('cells cover three whole pixels of the glass each, inside the box, at whatever scale', () => {
  fc.assert(
    fc.property(
      corners,
      fc.record({
        left: fc.double({ min: 0, max: 40, noNaN: true }),
        top: fc.double({ min: 0, max: 900, noNaN: true }),
        width: length,
        height: length,
        scale: fc.double({ min: 0.2, max: 3, noNaN: true }),
      }),
      fc.constantFrom(1, 1.25, 1.5, 2, 3),
      (corner, ground, ratio) => {
        const { x, y, scale } = placeOf(corner, ground, ratio)
        const left = (ground.left + x * ground.scale) * ratio
        const top = (ground.top + y * ground.scale) * ratio
        expect(scale * ground.scale * ratio).toBeCloseTo(1, 9)
        expect(Math.abs(left - Math.round(left))).toBeLessThan(1e-6)
        expect(Math.abs(top - Math.round(top))).toBeLessThan(1e-6)
        expect(left).toBeGreaterThan(ground.left * ratio + 1)
        expect(top).toBeGreaterThan(ground.top * ratio + 1)
        expect(left + 12).toBeLessThan((ground.left + ground.width) * ratio - 1)
        expect(top + 66).toBeLessThan((ground.top + ground.height) * ratio - 1)
      },
    ),
  )
})
