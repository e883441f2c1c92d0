import type { Programme, Venue, VenueGuide, VenueModel } from '@akari/protocol'
import { expect, test } from 'vitest'
import { evacuationPlace } from './evacuation-place.ts'

const file = { sha256: 'a'.repeat(64), bytes: 1, mediaType: 'application/json' }
const level = (id: string, kiosk: string): Venue['levels'][number] => ({
  id,
  ordinal: 0,
  shortName: { ja: id },
  outline: [],
  units: [],
  openings: [],
  amenities: [],
  occupants: [],
  kiosks: [{ id: kiosk, name: null, at: [0, 0] }],
})
const venue: Venue = {
  format: 1,
  id: 'hall',
  name: { ja: '庁舎' },
  widthM: 60,
  heightM: 40,
  northDeg: 0,
  levels: [level('1F', 'lobby'), level('2F', 'upstairs')],
}
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
  kiosks: [],
  relations: [],
  network: null,
}
function programme(kioskId: string | null): Programme {
  const display = { name: 'x', widthPx: 1, heightPx: 1, mmPerPx: 1, viewingDistanceM: 1, touch: false, kioskId }
  const scene = { kind: 'floorMap' as const, title: { ja: '館内' }, venue: file, levelId: '1F' }
  return {
    format: 1,
    displayId: 'd',
    revision: 1,
    publishedAt: '2026-11-22T05:00:00Z',
    city: { ja: '市' },
    timeZone: 'Asia/Tokyo',
    display,
    playlists: [{ id: 'p', name: 'p', items: [{ id: 'i', seconds: 9, scene, validFrom: null, validUntil: null }] }],
    entries: [],
    defaultPlaylistId: null,
    streams: [],
    files: [],
  }
}

const noFault = (code: string): never => {
  throw new Error(code)
}

test('a display is on the level that has its place, whichever level the programme shows', () => {
  expect(evacuationPlace(programme('upstairs'), null, () => venue, noFault)).toMatchObject({
    levelId: '2F',
    kioskId: 'upstairs',
  })
})

test('without a place of its own, or before the plan is loaded, there is no plan to show', () => {
  expect(evacuationPlace(programme(null), null, () => venue, noFault)).toBe(null)
  expect(evacuationPlace(programme('elsewhere'), null, () => venue, noFault)).toBe(null)
  expect(evacuationPlace(programme('lobby'), null, () => null, noFault)).toBe(null)
  expect(evacuationPlace(null, null, () => venue, noFault)).toBe(null)
})

test('a plan that no way can be found on still shows where one is, with the ways worked out beforehand', () => {
  const broken = {
    get graph(): never {
      throw new Error('no graph')
    },
    doubts: [],
  }
  const guide: VenueGuide = { format: 1, venue: model, errands: [], faqs: [], synonyms: [], shelters: [] }
  const kit = { guide, venue, built: broken, index: { entries: [] } }
  const faults: string[] = []
  const place = evacuationPlace(
    programme('upstairs'),
    { kit, closed: [] },
    () => null,
    (code) => faults.push(code),
  )
  expect(place).toMatchObject({ levelId: '2F', escapes: [] })
  expect(faults).toEqual(['guide-failed'])
})
