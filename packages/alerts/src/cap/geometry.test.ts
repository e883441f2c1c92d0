import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { KOGANEI } from '../place.ts'
import { circleMeets, distanceKm, isInside, readCircle, readRing, ringsMeet } from './geometry.ts'

const square = (lat: number, lon: number, half: number) => [
  { lat: lat - half, lon: lon - half },
  { lat: lat - half, lon: lon + half },
  { lat: lat + half, lon: lon + half },
  { lat: lat + half, lon: lon - half },
]

describe('a ring', () => {
  test('is read as lat,lon pairs between any white space, without its closing point', () => {
    expect(readRing(' 35.1,139.1\n\t35.2,139.2 35.3 , 139.3 35.1,139.1 ')).toEqual({
      points: [
        { lat: 35.1, lon: 139.1 },
        { lat: 35.2, lon: 139.2 },
        { lat: 35.3, lon: 139.3 },
      ],
      closed: true,
    })
  })

  test('that is open is known to be', () => expect(readRing('1,1 1,2 2,2')).toMatchObject({ closed: false }))

  test.each(['', 'a,b', '1', '1,2,3', '91,0', '0,181', '139.5,35.7', '1e3,1', 'NaN,0', '1;2'])('«%s» is none', (text) =>
    expect(readRing(text)).toBeNull(),
  )
})

describe('a circle', () => {
  test('is centre and kilometres', () =>
    expect(readCircle('35.70,139.50 5.0')).toEqual({ centre: { lat: 35.7, lon: 139.5 }, radiusKm: 5 }))
  test.each(['35.7,139.5', '35.7,139.5 -1', '35.7,139.5 x', '35.7 139.5 5', '35.7,139.5 5 6'])('«%s» is none', (text) =>
    expect(readCircle(text)).toBeNull(),
  )
  test('around the city hall meets the city, a far one of the same size does not', () => {
    expect(circleMeets({ centre: { lat: 35.7, lon: 139.5 }, radiusKm: 0 }, KOGANEI.outline)).toBe(true)
    expect(circleMeets({ centre: { lat: 35.7, lon: 139.41 }, radiusKm: 5 }, KOGANEI.outline)).toBe(false)
  })
  test('counts in kilometres, not metres or degrees', () => {
    const tachikawa = { lat: 35.6939, lon: 139.419 }
    expect(circleMeets({ centre: tachikawa, radiusKm: 5 }, KOGANEI.outline)).toBe(false)
    expect(circleMeets({ centre: tachikawa, radiusKm: 7 }, KOGANEI.outline)).toBe(true)
  })
})

describe('two areas', () => {
  test('meet where one holds the other, where their borders cross, and not where they are apart', () => {
    expect(ringsMeet(square(0, 0, 1), square(0, 0, 0.1))).toBe(true)
    expect(ringsMeet(square(0, 0, 0.1), square(0, 0, 1))).toBe(true)
    expect(ringsMeet(square(0, 0, 1), square(1.5, 0, 1))).toBe(true)
    expect(ringsMeet(square(0, 0, 1), square(3, 0, 1))).toBe(false)
  })
  test('meet as a cross, with no corner of one in the other', () => {
    const wide = [
      { lat: -1, lon: -9 },
      { lat: -1, lon: 9 },
      { lat: 1, lon: 9 },
      { lat: 1, lon: -9 },
    ]
    const tall = wide.map(({ lat, lon }) => ({ lat: lon, lon: lat }))
    expect(ringsMeet(wide, tall)).toBe(true)
  })
  test('meet whichever of them is asked', () => {
    const part = fc.double({ min: -3, max: 3, noNaN: true })
    const ring = fc.array(fc.record({ lat: part, lon: part }), { minLength: 1, maxLength: 6 })
    fc.assert(
      fc.property(ring, ring, (a, b) => {
        expect(ringsMeet(a, b)).toBe(ringsMeet(b, a))
      }),
    )
  })
})

test('the city hall lies in the city, Shinjuku does not', () => {
  expect(isInside(KOGANEI.point, KOGANEI.outline)).toBe(true)
  expect(isInside({ lat: 35.6896, lon: 139.7006 }, KOGANEI.outline)).toBe(false)
})

test('a degree of latitude is 111 km, and Tokyo is 403 km from Osaka', () => {
  expect(distanceKm({ lat: 0, lon: 0 }, { lat: 1, lon: 0 })).toBeCloseTo(111.19, 1)
  expect(distanceKm({ lat: 35.6812, lon: 139.7671 }, { lat: 34.7025, lon: 135.4959 })).toBeCloseTo(403, 0)
})
