import { expect, test } from 'vitest'
import { isPicture, luminanceVariance } from './look.ts'

const pixels = (...greys: number[]) => ({ data: greys.flatMap((grey) => [grey, grey, grey]), channels: 3 })

test('one colour has no variance, whatever the colour; black beside white has the most', () => {
  expect(luminanceVariance(pixels(0, 0, 0, 0))).toBeCloseTo(0)
  expect(luminanceVariance(pixels(255, 255))).toBeCloseTo(0)
  expect(luminanceVariance(pixels(0, 255))).toBeCloseTo(127.5 ** 2)
})

test('an even field, a page of others and no answer are no picture', () => {
  expect(isPicture({ page: 'screen', scene: 'notice', layer: 'programme', alertRevision: null, variance: 900 })).toBe(
    true,
  )
  expect(isPicture({ page: 'screen', scene: 'notice', layer: 'programme', alertRevision: null, variance: 0.4 })).toBe(
    false,
  )
  expect(isPicture({ page: 'other', scene: null, layer: null, alertRevision: null, variance: 900 })).toBe(false)
  expect(isPicture(null)).toBe(false)
})
