import { describe, expect, it } from 'vitest'
import { fromPlaneRectangular, zoneOf } from './plane-rectangular.ts'

describe('plane rectangular coordinates', () => {
  it('know their zones by EPSG code', () => {
    expect([6669, 6677, 6687, 2443, 2461, 4326].map(zoneOf)).toEqual([1, 9, 19, 1, 19, null])
  })

  it('begin at the origin of the zone', () => {
    const [lon, lat] = fromPlaneRectangular([0, 0], 9)
    expect(lon).toBeCloseTo(139 + 5 / 6, 12)
    expect(lat).toBeCloseTo(36, 10)
  })

  // Metres of a degree at 36° N on GRS 80: 110 957.8 of latitude, 90 163.2 of longitude by the radii of curvature; scale 0.9999.
  it('are metres east and north, a little short at the central meridian', () => {
    const [east] = fromPlaneRectangular([1000, 0], 9)
    const [, north] = fromPlaneRectangular([0, 1000], 9)
    expect((east - 139 - 5 / 6) * 90_163.2).toBeCloseTo(1000.1, 0)
    expect((north - 36) * 110_957.8).toBeCloseTo(1000.1, 0)
  })

  it('find Tsukuba 1 where the Geospatial Information Authority says that it is', () => {
    const [lon, lat] = fromPlaneRectangular([22_916.2436, 11_543.6883], 9)
    expect(lat).toBeCloseTo(36 + 6 / 60 + 13.58925 / 3600, 8)
    expect(lon).toBeCloseTo(140 + 5 / 60 + 16.27815 / 3600, 8)
  })

  // An independent way: the meridian arc from the origin, summed over small steps of the radius of curvature.
  it('agree with the meridian arc, metre by metre', () => {
    const [, north] = fromPlaneRectangular([0, -33_949], 9)
    const radius = (phi: number) => (6_378_137 * (1 - E2)) / (1 - E2 * Math.sin(phi) ** 2) ** 1.5
    const steps = 1000
    const step = ((36 - north) * Math.PI) / 180 / steps
    const from = (north * Math.PI) / 180
    const arc = Array.from({ length: steps }, (_, n) => radius(from + (n + 0.5) * step) * step).reduce((a, b) => a + b)
    expect(arc * 0.9999).toBeCloseTo(33_949, 3)
  })
})

const F = 1 / 298.257222101
const E2 = F * (2 - F)
