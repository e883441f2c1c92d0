import { expect, it } from 'vitest'
import { sampleTimetable } from './sample-buses.ts'
import { sampleTownMap } from './sample-town.ts'

it('is a town with shelters of both kinds, named in every language of the glass, with the community bus inside its border', () => {
  const { boundary, places } = sampleTownMap()
  const shelters = places.flatMap((place) => place.shelters ?? [])
  expect(new Set(shelters)).toEqual(new Set(['flee', 'stay']))
  for (const { name } of places)
    expect(Object.keys(name).toSorted()).toEqual(['en', 'ja', 'ja-x-easy', 'ko', 'zh-Hans'])
  const [ring = []] = boundary
  for (const { place } of sampleTimetable().timetable.stops) {
    if (place === null) continue
    const crossed = ring.filter((a, n) => {
      const b = ring[(n + 1) % ring.length] ?? a
      const isAcross = a.lat > place.lat !== b.lat > place.lat
      return isAcross && place.lon < a.lon + ((place.lat - a.lat) / (b.lat - a.lat)) * (b.lon - a.lon)
    })
    expect(crossed.length % 2).toBe(1)
  }
})
