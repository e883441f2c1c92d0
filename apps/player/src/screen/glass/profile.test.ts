import { expect, test } from 'vitest'
import { profileFor } from './profile.ts'

const display = {
  name: '1階ロビー',
  widthPx: 1920,
  heightPx: 1080,
  mmPerPx: 0.63,
  viewingDistanceM: 3,
  touch: true,
  kioskId: null,
}

test('a window of the published shape is drawn with the published measures, whatever its size', () => {
  expect(profileFor(display, { width: 960, height: 540 })).toBe(display)
})

test('a display that was turned is drawn upright, with the same glass in millimetres', () => {
  const turned = profileFor(display, { width: 1080, height: 1920 })
  expect(turned).toMatchObject({ widthPx: 1080, heightPx: 1920, viewingDistanceM: 3 })
  expect(turned.mmPerPx).toBeCloseTo(0.63, 5)
})
