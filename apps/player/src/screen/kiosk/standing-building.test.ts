import type { Programme, Venue, VenueModel } from '@akari/protocol'
import { expect, test } from 'vitest'
import type { GuideKit } from '../guide/guide-kit.ts'
import { standingBuilding } from './standing-building.ts'

const model: VenueModel = {
  format: 'imdf',
  id: 'hall',
  name: { ja: '庁舎' },
  widthM: 60,
  heightM: 40,
  northDeg: 0,
  levels: [],
  units: [],
  openings: [],
  amenities: [],
  occupants: [],
  kiosks: [{ id: 'lobby', levelId: '1F', name: null, at: [0, 0], facingDeg: null }],
  relations: [],
  network: null,
}
const venue: Venue = {
  format: 1,
  id: 'hall',
  name: { ja: '庁舎' },
  widthM: 60,
  heightM: 40,
  northDeg: 0,
  levels: [],
}
/** A guide on whose graph nothing can be worked out. */
const kit: GuideKit = {
  guide: { format: 1, venue: model, errands: [], faqs: [], synonyms: [], shelters: [] },
  venue,
  built: {
    get graph(): never {
      throw new Error('no graph')
    },
    doubts: [],
  },
  index: { entries: [] },
}
const display = { name: 'x', widthPx: 1, heightPx: 1, mmPerPx: 1, viewingDistanceM: 1, touch: true, kioskId: 'lobby' }
const programme: Programme = {
  format: 1,
  displayId: 'd',
  revision: 1,
  publishedAt: '2026-11-22T05:00:00Z',
  city: { ja: '市' },
  timeZone: 'Asia/Tokyo',
  display,
  playlists: [],
  entries: [],
  defaultPlaylistId: null,
  streams: [],
  files: [],
}

test('a guide that cannot be worked with is told and leaves the glass without a kiosk, not without its picture', () => {
  const faults: string[] = []
  const report = (code: string, detail: string): number => faults.push(`${code}: ${detail}`)
  expect(standingBuilding(programme, { kit, closed: [] }, null, report)).toBe(null)
  expect(faults).toEqual(['guide-failed: Error: no graph'])
})

test('a glass that has no place in the guide asks nothing of it', () => {
  const untold = (code: string): never => {
    throw new Error(code)
  }
  for (const change of [{ kioskId: null }, { kioskId: 'elsewhere' }])
    expect(
      standingBuilding({ ...programme, display: { ...display, ...change } }, { kit, closed: [] }, null, untold),
    ).toBe(null)
})
