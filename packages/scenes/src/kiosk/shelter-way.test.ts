import type { Venue, VenueModel } from '@akari/protocol'
import { expect, test } from 'vitest'
import type { KioskBuilding } from './building.ts'
import { roughly, wayOff } from './shelter-way.ts'

const HALL = { lat: 35.6995, lon: 139.503 }

/** A building of 40 × 20 m whose drawing is turned so that north is `northDeg` clockwise from up; a kiosk in its middle. */
function building(northDeg: number, facingDeg: number | null, at: VenueModel['at'] = HALL): KioskBuilding {
  const base = { id: 'hall', name: { ja: '庁舎' }, widthM: 40, heightM: 20, northDeg }
  const kiosk = { id: 'k', name: null, at: [20, 10] as [number, number] }
  const level = { id: '1', ordinal: 0, shortName: { ja: '1F' }, outline: [], units: [], openings: [], amenities: [] }
  const venue: Venue = {
    ...base,
    format: 1,
    levels: [{ ...level, occupants: [], kiosks: [{ ...kiosk, ...(facingDeg === null ? {} : { facingDeg }) }] }],
  }
  const rest = { levels: [], units: [], openings: [], amenities: [], occupants: [], relations: [], network: null }
  const model: VenueModel = {
    ...base,
    ...rest,
    format: 'imdf',
    ...(at === undefined ? {} : { at }),
    kiosks: [{ ...kiosk, levelId: '1', facingDeg }],
  }
  const guide = { format: 1 as const, venue: model, errands: [], faqs: [], synonyms: [], shelters: [] }
  const built = {
    get graph(): never {
      throw new Error('not needed')
    },
    doubts: [],
  }
  return {
    kit: { guide, venue, built, index: { entries: [] } },
    shut: { nodes: new Uint8Array(), edges: new Uint8Array() },
    closures: [],
    kioskId: 'k',
    publicUrl: null,
  }
}

test('a place a hundredth of a degree to the north is 1.1 km off, wherever the drawing has its north', () => {
  const north = { lat: HALL.lat + 0.01, lon: HALL.lon }
  for (const northDeg of [0, 30, -90]) {
    const off = wayOff(building(northDeg, null), north)
    expect(off).toMatchObject({ towards: 'north', turnDeg: null })
    expect(off?.metres).toBeCloseTo(1112, 0)
  }
})

test('the arrow points as the reader stands: to the right of who looks north lies the east', () => {
  const east = { lat: HALL.lat, lon: HALL.lon + 0.01 }
  const off = wayOff(building(30, 30), east)
  expect(off?.towards).toBe('east')
  expect(off?.turnDeg).toBeCloseTo(90, 0)
  expect(wayOff(building(0, 80), east)?.turnDeg).toBeCloseTo(10, 0)
  expect(wayOff(building(0, 180), east)?.turnDeg).toBeCloseTo(270, 0)
})

test('nothing is said where nobody knows where the building stands', () => {
  const { kit, ...rest } = building(0, 0)
  const { at: _unknown, ...venue } = kit.guide.venue
  expect(wayOff({ ...rest, kit: { ...kit, guide: { ...kit.guide, venue } } }, HALL)).toBe(null)
})

test('distances are told as roughly as they are meant', () => {
  expect([12, 430, 980, 1234, 12_000].map((metres) => roughly(metres, 'ja'))).toEqual([
    '50\u00a0m',
    '450\u00a0m',
    '1\u00a0km',
    '1.2\u00a0km',
    '12\u00a0km',
  ])
})
