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

const UNGUIDED = { ways: null, closed: [] }
const noFault = (code: string): never => {
  throw new Error(code)
}

test('a display is on the level that has its place, whichever level the programme shows', () => {
  expect(evacuationPlace(programme('upstairs'), UNGUIDED, () => venue, noFault)).toMatchObject({
    levelId: '2F',
    kioskId: 'upstairs',
  })
})

test('without a place of its own, or before the plan is loaded, there is no plan to show', () => {
  expect(evacuationPlace(programme(null), UNGUIDED, () => venue, noFault)).toBe(null)
  expect(evacuationPlace(programme('elsewhere'), UNGUIDED, () => venue, noFault)).toBe(null)
  expect(evacuationPlace(programme('lobby'), UNGUIDED, () => null, noFault)).toBe(null)
  expect(evacuationPlace(null, UNGUIDED, () => venue, noFault)).toBe(null)
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
    { ways: { kit, closed: [] }, closed: [] },
    () => null,
    (code) => faults.push(code),
  )
  expect(place).toMatchObject({ levelId: '2F', escapes: [] })
  expect(faults).toEqual(['guide-failed'])
})

const line = (x: number): [number, number][] => [
  [0, 0],
  [x, 0],
]
const route = (exitId: string, x: number) => ({ exitId, kind: 'exit' as const, name: null, metres: x, points: line(x) })
const withWays: Venue = {
  ...venue,
  levels: venue.levels.map((one) => ({
    ...one,
    kiosks: one.kiosks.map((kiosk) => ({ ...kiosk, escapes: [route('near', 10), route('far', -20)] })),
  })),
}
const closure = (what: object) => ({
  id: 'c',
  reason: { ja: '点検' },
  featureIds: [],
  zones: [],
  from: null,
  until: null,
  ...what,
})
const exitsWith = (...closed: ReturnType<typeof closure>[]) => {
  const place = evacuationPlace(programme('lobby'), { ways: null, closed }, () => withWays, noFault)
  return { exits: place?.escapes.map(({ exitId }) => exitId), isShutIn: place?.isShutIn }
}

test('until the guide is ready, no way leads to a door that is closed or through a zone', () => {
  const ring: [number, number][] = [
    [-8, -1],
    [-6, -1],
    [-6, 1],
    [-8, 1],
  ]
  expect(exitsWith()).toEqual({ exits: ['near', 'far'], isShutIn: false })
  expect(exitsWith(closure({ featureIds: ['near'] }))).toEqual({ exits: ['far'], isShutIn: false })
  expect(exitsWith(closure({ zones: [{ levelId: '1F', ring }] }))).toEqual({ exits: ['near'], isShutIn: false })
  expect(exitsWith(closure({ zones: [{ levelId: '2F', ring }] }))).toEqual({ exits: ['near', 'far'], isShutIn: false })
})

test('who has no exit left is told so, and nobody where no exit was ever known', () => {
  expect(exitsWith(closure({ featureIds: ['near', 'far'] }))).toEqual({ exits: [], isShutIn: true })
  expect(evacuationPlace(programme('lobby'), UNGUIDED, () => venue, noFault)?.isShutIn).toBe(false)
})
