import { CROP_ASPECTS, PictureRegion } from '@akari/protocol'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { centreOf, moved, ratioOf, regionAround, scaleOf } from './framing.ts'

const sides = fc.record({ width: fc.integer({ min: 10, max: 8000 }), height: fc.integer({ min: 10, max: 8000 }) })
const aspects = fc.constantFrom(...CROP_ASPECTS)
const fraction = fc.double({ min: 0, max: 1, noNaN: true })

test('a crop has its shape, stays on the picture and is centred where the picture allows', () => {
  fc.assert(
    fc.property(
      sides,
      aspects,
      fraction,
      fraction,
      fc.double({ min: 0.3, max: 1, noNaN: true }),
      (picture, aspect, x, y, scale) => {
        const region = regionAround(picture, aspect, { x, y }, scale)
        expect((region.width * picture.width) / (region.height * picture.height)).toBeCloseTo(ratioOf(aspect), 6)
        expect(region.x).toBeGreaterThanOrEqual(0)
        expect(region.x + region.width).toBeLessThanOrEqual(1 + 1e-9)
        expect(region.y + region.height).toBeLessThanOrEqual(1 + 1e-9)
        expect(scaleOf(picture, aspect, region)).toBeCloseTo(scale, 6)
      },
    ),
  )
})

test('moving never leaves the picture nor changes the size', () => {
  fc.assert(
    fc.property(sides, aspects, fc.double({ min: -2, max: 2, noNaN: true }), fraction, (picture, aspect, by, scale) => {
      const region = regionAround(picture, aspect, { x: 0.5, y: 0.5 }, Math.max(0.3, scale))
      const after = moved(region, by, -by)
      expect([after.width, after.height]).toEqual([region.width, region.height])
      expect(after.x >= 0 && after.y >= 0 && after.x + after.width <= 1 + 1e-9).toBe(true)
    }),
  )
})

test('the whole of a picture of the same shape is a region the CMS takes', () => {
  const region = regionAround({ width: 1600, height: 900 }, '16:9', { x: 0.1, y: 0.9 })
  expect(PictureRegion.parse(region)).toEqual({ x: 0, y: 0, width: 1, height: 1 })
  expect(centreOf(region)).toEqual({ x: 0.5, y: 0.5 })
})
