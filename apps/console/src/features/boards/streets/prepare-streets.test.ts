import type { BasemapTiles } from '@akari/protocol'
import { expect, test } from 'vitest'
import { coversTown, firstAttribution, townArea } from './prepare-streets.ts'

const tiles: BasemapTiles = {
  tiles: { sha256: 'a'.repeat(64), bytes: 1, mediaType: 'application/vnd.pmtiles' },
  schema: 'protomaps',
  area: { southWest: { lat: 35, lon: 139 }, northEast: { lat: 36, lon: 140 } },
  minZoom: 0,
  maxZoom: 15,
  count: 1,
  attribution: '',
}
const map = { format: 1 as const, name: { ja: '' }, boundary: [], areas: [], lines: [], places: [], attribution: [] }

test('the line of the source begins with what the file says, or with whose layers they are', () => {
  expect(firstAttribution({ ...tiles, attribution: '© OpenStreetMap' }).licence).toBe('ODbL 1.0')
  expect(firstAttribution({ ...tiles, schema: 'gsi' }).text.ja).toContain('国土地理院')
  expect(firstAttribution({ ...tiles, attribution: 'あかり市' }).text).toEqual({ ja: 'あかり市' })
  expect(firstAttribution(tiles).text).toEqual({ ja: '' })
})

test('a picture is drawn anew when the town has grown out of it, and there is no town before something is drawn', () => {
  expect(townArea(map, undefined)).toBeNull()
  const grown = {
    ...map,
    boundary: [
      [
        { lat: 35.1, lon: 139.1 },
        { lat: 35.3, lon: 139.4 },
        { lat: 35.2, lon: 139.2 },
      ],
    ],
  }
  const town = townArea(grown, { lat: 35.05, lon: 139.3 })
  expect(town).toEqual({ southWest: { lat: 35.05, lon: 139.1 }, northEast: { lat: 35.3, lon: 139.4 } })
  const picture = { file: { ...tiles.tiles, mediaType: 'image/webp' as const }, area: tiles.area }
  expect(coversTown(picture, town)).toBe(true)
  const small = { southWest: { lat: 35.1, lon: 139 }, northEast: { lat: 36, lon: 140 } }
  expect(coversTown({ ...picture, area: small }, town)).toBe(false)
})
