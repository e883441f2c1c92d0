import { expect, test } from 'vitest'
import { readGeoJson } from './map-import.ts'

const RING = [
  [139.5, 35.7],
  [139.52, 35.7],
  [139.52, 35.72],
  [139.5, 35.7],
]
const collection = (...features: object[]): string => JSON.stringify({ type: 'FeatureCollection', features })
const feature = (type: string, coordinates: unknown, properties: object | null = null) => ({
  type: 'Feature',
  geometry: { type, coordinates },
  properties,
})

test('outer rings become the border, lines roads, named points places', () => {
  const text = collection(
    feature('MultiPolygon', [[RING, RING], [RING]]),
    feature('LineString', RING.slice(0, 2), { name: '中央通り' }),
    feature('Point', [139.51, 35.71, 60], { '施設・場所名': '第一小学校' }),
    feature('Point', [139.51, 35.71]),
    { type: 'Feature', geometry: null, properties: null },
  )
  expect(readGeoJson(text, () => 'p')).toEqual({
    boundary: [0, 1].map(() => [
      { lat: 35.7, lon: 139.5 },
      { lat: 35.7, lon: 139.52 },
      { lat: 35.72, lon: 139.52 },
    ]),
    lines: [
      {
        kind: 'road',
        name: { ja: '中央通り' },
        points: [
          { lat: 35.7, lon: 139.5 },
          { lat: 35.7, lon: 139.52 },
        ],
      },
    ],
    places: [{ id: 'p', name: { ja: '第一小学校' }, kind: 'other', at: { lat: 35.71, lon: 139.51 } }],
  })
})

test.each([
  ['no JSON', '<html>'],
  ['another document', '{"type":"Topology"}'],
  ['nothing in it', collection()],
  ['places off the Earth', collection(feature('Point', [500, 35], { name: 'x' }))],
])('%s is no map', (_what, text) => {
  expect(readGeoJson(text, () => 'p')).toBeNull()
})

test('a ring of ten thousand corners is thinned out', () => {
  const round = Array.from({ length: 10_001 }, (_, n) => [139.5 + Math.cos(n) / 100, 35.7 + Math.sin(n) / 100])
  const length = readGeoJson(collection(feature('Polygon', [round])), () => 'p')?.boundary[0]?.length
  expect(length).toBeLessThanOrEqual(801)
})
