import { expect, test } from 'vitest'
import { typeScale } from './type-scale.ts'

const lobby = { widthPx: 1920, heightPx: 1080, mmPerPx: 0.634, viewingDistanceM: 2 }

test('body capitals of a 55-inch display read from two metres are 0.9 degrees high', () => {
  const capitalMm = typeScale(lobby).body * 0.7 * lobby.mmPerPx
  expect((Math.atan(capitalMm / 2000) * 180) / Math.PI).toBeCloseTo(0.9, 1)
})

test('four times the pixels on the same glass give twice the size in pixels', () => {
  const fine = typeScale({ ...lobby, widthPx: 3840, heightPx: 2160, mmPerPx: 0.317 })
  expect(fine.headline).toBeCloseTo(2 * typeScale(lobby).headline, 5)
  expect(fine.touch).toBeCloseTo(2 * typeScale(lobby).touch, 5)
})

test('sixteen body characters always fit on a line, however far the reader stands', () => {
  for (const widthPx of [1080, 1920, 3840]) {
    const scale = typeScale({ ...lobby, widthPx, viewingDistanceM: 30 })
    expect(scale.body * 16).toBeLessThanOrEqual(widthPx - 2 * scale.margin)
  }
})

test('the four sizes keep their proportions when they are held back', () => {
  const far = typeScale({ ...lobby, viewingDistanceM: 30 })
  expect(far.headline / far.caption).toBeCloseTo(2.2 / 0.7, 5)
})

test('a touch target is never smaller than twenty millimetres', () => {
  for (const mmPerPx of [0.1, 0.25, 0.634, 1.2]) {
    expect(typeScale({ ...lobby, mmPerPx }).touch * mmPerPx).toBeGreaterThanOrEqual(20)
  }
})
