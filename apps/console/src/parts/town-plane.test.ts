import fc from 'fast-check'
import { expect, test } from 'vitest'
import { townPlane } from './town-plane.ts'

const place = fc.record({
  lat: fc.double({ min: 35.6, max: 35.8, noNaN: true }),
  lon: fc.double({ min: 139.4, max: 139.6, noNaN: true }),
})

test('every place lies within the margin, and the picture leads back to it', () => {
  fc.assert(
    fc.property(fc.array(place, { minLength: 1, maxLength: 20 }), (places) => {
      const plane = townPlane(places, 800, 600)
      for (const each of places) {
        const { x, y } = plane.at(each)
        expect(x).toBeGreaterThanOrEqual(23.9)
        expect(x).toBeLessThanOrEqual(776.1)
        expect(y).toBeGreaterThanOrEqual(23.9)
        expect(y).toBeLessThanOrEqual(576.1)
        const back = plane.placeAt(x, y)
        expect(back.lat).toBeCloseTo(each.lat, 5)
        expect(back.lon).toBeCloseTo(each.lon, 5)
      }
    }),
  )
})

test('north is up, and a metre is as long eastward as northward', () => {
  const plane = townPlane(
    [
      { lat: 35.69, lon: 139.49 },
      { lat: 35.71, lon: 139.51 },
    ],
    800,
    600,
  )
  const [hall, north, east] = [
    plane.at({ lat: 35.7, lon: 139.5 }),
    plane.at({ lat: 35.701, lon: 139.5 }),
    plane.at({ lat: 35.7, lon: 139.5 + 0.001 / Math.cos((35.7 * Math.PI) / 180) }),
  ]
  expect(north.y).toBeLessThan(hall.y)
  expect(east.x - hall.x).toBeCloseTo(hall.y - north.y, 3)
})

test('a town that nobody knows anything of still has a picture', () => {
  const { x, y } = townPlane([], 800, 600).at({ lat: 35.7, lon: 139.5 })
  expect([x, y]).toEqual([400, 300])
})
