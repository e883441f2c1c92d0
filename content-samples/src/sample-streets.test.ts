import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { checkArchive, readArchive } from '@akari/basemap'
import { expect, it } from 'vitest'
import { sampleStreets } from './sample-streets.ts'
import { sampleTownMap } from './sample-town.ts'

const open = (bytes: Uint8Array) =>
  readArchive(bytes, (packed, most) => Promise.resolve(new Uint8Array(gunzipSync(packed, { maxOutputLength: most }))))

it('has streets around all of the town, and a picture of them', async () => {
  const { tilesPath, area } = sampleStreets()
  const found = await checkArchive(await open(new Uint8Array(readFileSync(tilesPath))))
  expect(found).toMatchObject({ schema: 'protomaps', attribution: 'あかり市（見本の地図）' })
  const { boundary, places } = sampleTownMap()
  for (const { lat, lon } of [...boundary.flat(), ...places.map(({ at }) => at)])
    for (const { southWest, northEast } of [area, found.area]) {
      expect(lat > southWest.lat && lat < northEast.lat && lon > southWest.lon && lon < northEast.lon).toBe(true)
    }
})
