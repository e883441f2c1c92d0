import fc from 'fast-check'
import { expect, test } from 'vitest'
import { areaOfView, latitudeAt, mercatorY, PICTURE_PX, pictureArea, viewOfArea } from './view.ts'

const lat = fc.double({ min: 20, max: 46, noNaN: true })
const lon = fc.double({ min: 122, max: 154, noNaN: true })
const area = fc
  .record({
    lat,
    lon,
    high: fc.double({ min: 0.01, max: 0.4, noNaN: true }),
    wide: fc.double({ min: 0.01, max: 0.4, noNaN: true }),
  })
  .map((at) => ({
    southWest: { lat: at.lat, lon: at.lon },
    northEast: { lat: at.lat + at.high, lon: at.lon + at.wide },
  }))

test('a latitude is where its height on the map is', () => {
  fc.assert(fc.property(lat, (at) => Math.abs(latitudeAt(mercatorY(at)) - at) < 1e-9))
})

test('a picture shows the area that was asked for, to half a pixel', () => {
  fc.assert(
    fc.property(area, (asked) => {
      const view = viewOfArea(asked, PICTURE_PX)
      const shown = areaOfView(view)
      const pixel = Math.max(
        (asked.northEast.lon - asked.southWest.lon) / view.w,
        (asked.northEast.lat - asked.southWest.lat) / view.h,
      )
      expect(Math.max(view.w, view.h)).toBe(PICTURE_PX)
      for (const corner of ['southWest', 'northEast'] as const)
        for (const side of ['lat', 'lon'] as const)
          expect(Math.abs(shown[corner][side] - asked[corner][side])).toBeLessThan(pixel)
    }),
  )
})

test('a picture has room around the town, and ends where the tiles end', () => {
  fc.assert(
    fc.property(area, fc.double({ min: -0.9, max: 0.9, noNaN: true }), (town, shift) => {
      const around = { southWest: { lat: 10, lon: 110 }, northEast: { lat: 60, lon: 170 } }
      const whole = pictureArea(town, around)
      expect(whole?.southWest.lat).toBeLessThan(town.southWest.lat)
      expect(whole?.northEast.lon).toBeGreaterThan(town.northEast.lon)
      const [north, east] = (['lat', 'lon'] as const).map((of) => shift * (town.northEast[of] - town.southWest[of]))
      const moved = (at: typeof town.southWest) => ({ lat: at.lat + (north ?? 0), lon: at.lon + (east ?? 0) })
      const tiles = { southWest: moved(town.southWest), northEast: moved(town.northEast) }
      const cut = pictureArea(town, tiles)
      for (const of of ['lat', 'lon'] as const) {
        expect(cut?.southWest[of]).toBeGreaterThanOrEqual(tiles.southWest[of])
        expect(cut?.northEast[of]).toBeLessThanOrEqual(tiles.northEast[of])
      }
    }),
  )
  const far = { southWest: { lat: 50, lon: 160 }, northEast: { lat: 51, lon: 161 } }
  expect(pictureArea({ southWest: { lat: 35, lon: 139 }, northEast: { lat: 36, lon: 140 } }, far)).toBeNull()
})
