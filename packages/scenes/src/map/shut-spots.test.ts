import type { Point, VenueLevel } from '@akari/protocol'
import { expect, test } from 'vitest'
import type { Floor } from './floors.ts'
import { shutSpots } from './shut-spots.ts'

const square = (x: number): Point[] => [
  [x, 0],
  [x + 10, 0],
  [x + 10, 10],
  [x, 10],
]
const line: Point[] = [
  [19, 4],
  [19, 6],
]
const level: VenueLevel = {
  id: 'ground',
  ordinal: 0,
  shortName: { ja: '1F' },
  outline: [[[...square(0), ...square(10)]]],
  units: [{ id: 'room', kind: 'room', category: 'room', name: null, shape: [[square(0)]], labelAt: [5, 5] }],
  openings: [
    { id: 'way-out', category: 'emergencyexit', line },
    { id: 'inner', category: 'pedestrian', line },
  ],
  amenities: [],
  occupants: [],
  kiosks: [],
}
const floor: Floor = {
  ordinal: 0,
  name: { ja: '1F' },
  levelIds: ['ground', 'terrace'],
  level,
  parts: [level],
  extent: { x: 0, y: 0, w: 20, h: 10 },
}
const zone = (levelId: string, ring: Point[]) => ({ featureIds: [], zones: [{ levelId, ring }] })

test('every zone, room and door that is closed on a floor has its sign, a door with a picture none beside it', () => {
  const named = { featureIds: ['room', 'way-out', 'inner', 'elsewhere'], zones: [] }
  expect(shutSpots(floor, [named, zone('terrace', square(10)), zone('roof', square(10))])).toEqual([
    { id: 'shut-zone-0', at: [15, 5] },
    { id: 'shut-room', at: [5, 5] },
    { id: 'shut-inner', at: [19, 5] },
  ])
})

test('the sign of a bent zone stands in it', () => {
  const bent: Point[] = [
    [0, 0],
    [10, 0],
    [10, 2],
    [2, 2],
    [2, 10],
    [0, 10],
  ]
  const [spot] = shutSpots(floor, [zone('ground', bent)])
  const [x = 9, y = 9] = spot?.at ?? []
  expect(x < 2 || y < 2).toBe(true)
})
