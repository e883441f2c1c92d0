import { expect, test } from 'vitest'
import { typeScale, zoneScale } from './type-scale.ts'

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

test('thirteen characters always fit on a line, however far the reader stands', () => {
  for (const widthPx of [1080, 1920, 3840]) {
    const scale = typeScale({ ...lobby, widthPx, viewingDistanceM: 30 })
    expect(scale.body * 13).toBeLessThanOrEqual(widthPx - 2 * scale.margin + 0.001)
  }
})

test('the larger sizes keep their proportions when they are held back', () => {
  const far = typeScale({ ...lobby, viewingDistanceM: 30 })
  expect(far.headline / far.heading).toBeCloseTo(2.2 / 1.4, 5)
})

test('the smallest text of a turned 55-inch display keeps 0.7 degrees at two and a half metres', () => {
  const { caption, body } = typeScale({ ...lobby, widthPx: 1080, heightPx: 1920, viewingDistanceM: 2.5 })
  expect((Math.atan((caption * 0.7 * lobby.mmPerPx) / 2500) * 180) / Math.PI).toBeCloseTo(0.7, 2)
  expect(body).toBeGreaterThanOrEqual(caption)
})

test('a touch target is never smaller than twenty millimetres', () => {
  for (const mmPerPx of [0.1, 0.25, 0.634, 1.2]) {
    expect(typeScale({ ...lobby, mmPerPx }).touch * mmPerPx).toBeGreaterThanOrEqual(20)
  }
})

test('a zone is read from where its glass is: the same sizes, as far as its lines hold them', () => {
  const whole = typeScale(lobby)
  const large = zoneScale(lobby, { widthPx: 1280, heightPx: 980 })
  expect(large).toMatchObject({ caption: whole.caption, body: whole.body, heading: whole.heading })
  const narrow = zoneScale(lobby, { widthPx: 480, heightPx: 490 })
  expect(narrow.caption * 8).toBeLessThanOrEqual(480 - 2 * narrow.margin + 0.001)
  expect(narrow.caption).toBeLessThanOrEqual(narrow.body)
  expect(narrow.body).toBeLessThanOrEqual(narrow.heading)
})

test('what is touched and read within reach keeps its size in a zone', () => {
  const { touch, reach, near, unit } = typeScale(lobby)
  expect(zoneScale(lobby, { widthPx: 480, heightPx: 320 })).toMatchObject({ touch, reach, near, unit })
})
