import type { Point, VenueGuide, VenueModel } from '@akari/protocol'
import { buildGraph, drawVenue, indexVenue, shutBy } from '@akari/wayfinding'
import { expect, test } from 'vitest'
import type { KioskBuilding } from './building.ts'
import { nearestHelp } from './way.ts'

const rect = (left: number, right: number): Point[] => [
  [left, 0],
  [right, 0],
  [right, 10],
  [left, 10],
]
const room = (id: string, left: number, right: number): VenueModel['units'][number] => ({
  id,
  levelId: 'first',
  kind: 'room',
  category: 'room',
  name: null,
  readings: [],
  shape: [[rect(left, right)]],
  labelAt: [(left + right) / 2, 5],
  passage: 'public',
  shaft: null,
  direction: null,
  hours: null,
})
const door = (id: string, at: number): VenueModel['openings'][number] => ({
  id,
  levelId: 'first',
  category: 'pedestrian',
  name: null,
  line: [
    [at, 4],
    [at, 6],
  ],
  passage: 'public',
  stepFree: true,
  hours: null,
})
const office = (id: string, x: number, more: Partial<VenueModel['occupants'][number]>) => ({
  id,
  levelId: 'first',
  category: 'government',
  name: { ja: id },
  readings: [],
  at: [x, 5] satisfies Point,
  unitId: null,
  counters: [],
  keywords: [],
  hours: null,
  ...more,
})
/** Rooms in a row: the reception | the hall with the kiosk | taxes | welfare, behind the taxes. */
const venue: VenueModel = {
  format: 'imdf',
  id: 'plan',
  name: { ja: '市役所' },
  widthM: 40,
  heightM: 10,
  northDeg: 0,
  levels: [{ id: 'first', ordinal: 0, shortName: { ja: '1F' }, outline: [[rect(0, 40)]], outdoor: false }],
  units: [room('west', 0, 10), room('hall', 10, 20), room('east', 20, 30), room('end', 30, 40)],
  openings: [door('to west', 10), door('to east', 20), door('to end', 30)],
  amenities: [],
  occupants: [
    office('welfare', 35, { counters: [9] }),
    office('taxes', 25, { counters: [3] }),
    office('reception', 5, { category: 'guestservices' }),
  ],
  kiosks: [{ id: 'here', levelId: 'first', name: null, at: [15, 5], facingDeg: null }],
  relations: [],
  network: null,
}
const guide: VenueGuide = { format: 1, venue, errands: [], faqs: [], synonyms: [], shelters: [] }

function withShut(...featureIds: string[]): KioskBuilding {
  const built = buildGraph(venue)
  const kit = { guide, venue: drawVenue(venue, () => []), built, index: indexVenue(venue, built.graph, guide) }
  return { kit, shut: shutBy(venue, built.graph, { featureIds }, null), closures: [], kioskId: 'here', publicUrl: null }
}

test('who gets no further is sent to the reception, else to the nearest counter', () => {
  expect(nearestHelp(withShut(), 'shortest')).toBe('reception')
  expect(nearestHelp(withShut('to west'), 'step-free')).toBe('taxes')
})

test('nobody is sent to a counter that cannot be reached', () => {
  expect(nearestHelp(withShut('to west', 'to east'), 'shortest')).toBe(null)
})
