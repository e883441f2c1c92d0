import type { Point, VenueLevel } from '@akari/protocol'
import { expect, test } from 'vitest'
import { closedOn } from './closed-on.ts'

const square = (x: number): Point[] => [
  [x, 0],
  [x + 10, 0],
  [x + 10, 10],
  [x, 10],
]
const level: VenueLevel = {
  id: 'ground',
  ordinal: 0,
  shortName: { ja: '1F' },
  outline: [[[...square(0), ...square(10)]]],
  units: [
    { id: 'shaft', kind: 'elevator', category: 'elevator', name: null, shape: [[square(0)]], labelAt: [5, 5] },
    { id: 'hall', kind: 'walkway', category: 'walkway', name: null, shape: [[square(10)]], labelAt: [15, 5] },
  ],
  openings: [
    {
      id: 'door',
      category: 'emergencyexit',
      line: [
        [19, 4],
        [19, 6],
      ],
    },
  ],
  amenities: [
    { id: 'lift', category: 'elevator', name: null, at: [5, 5] },
    { id: 'aed', category: 'aed', name: null, at: [12, 5] },
  ],
  occupants: [],
  kiosks: [],
}
const closed = (featureIds: string[], zones: { levelId: string; ring: Point[] }[] = []) => [
  ...closedOn(level, [{ featureIds, zones }]),
]

test('a door that is named is closed, and nothing beside it', () => {
  expect(closed(['door'])).toEqual(['door'])
})

test('whatever has its picture in a closed room is closed with it', () => {
  expect(closed(['shaft'])).toEqual(['shaft', 'lift'])
})

test('whoever is in a closed zone may still leave it by the doors there', () => {
  expect(closed([], [{ levelId: 'ground', ring: square(10) }])).toEqual([])
})
