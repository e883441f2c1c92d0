import type { FeedSnapshot, StoredTimetable, TransitTrip } from '@akari/protocol'
import { openTimetable, timetableOf } from '@akari/transit'
import { describe, expect, it } from 'vitest'
import { departureList, inkOn } from './departure-list.ts'
import { type BoardTime, transitService } from './transit-service.ts'

const at = (time: string): BoardTime => ({ ms: Date.parse(`${time}+09:00`), known: true })
const seconds = (time: string): number => at(time).ms / 1000
const TODAY = Date.parse('2026-11-28') / 86_400_000

/** Two stops; 8:00, 12:10, 12:20 and 21:40 every day until the New Year. */
const STORED: StoredTimetable = {
  timeZone: 'Asia/Tokyo',
  languages: ['ja'],
  validFrom: TODAY - 100,
  validTo: TODAY + 300,
  stops: ['hall', 'park'].map((id, n) => ({
    id,
    name: { texts: { ja: id }, reading: null },
    place: { lat: 35.7, lon: 139.5 + n / 100 },
    kind: 'stop',
    parent: -1,
    wheelchair: 'yes',
    platform: null,
  })),
  routes: [
    {
      id: 'east',
      name: { texts: { ja: '東' }, reading: null },
      longName: null,
      agency: 'a',
      colour: '#ffcc00',
      textColour: null,
      kind: 3,
    },
  ],
  services: [
    { id: 's', weekdays: 127, from: TODAY - 100, until: TODAY + 300, added: [], removed: [TODAY + 1, TODAY + 2] },
  ],
  trips: {
    ids: ['t8', 't1210', 't1220', 't2140'],
    route: [0, 0, 0, 0],
    service: [0, 0, 0, 0],
    headsign: [-1, -1, -1, -1],
    shape: [-1, -1, -1, -1],
    direction: [0, 0, 0, 0],
    wheelchair: [1, 1, 1, 2],
    firstRow: [0, 2, 4, 6, 8],
  },
  stopTimes: {
    stop: [0, 1, 0, 1, 0, 1, 0, 1],
    sequence: [1, 2, 1, 2, 1, 2, 1, 2],
    arrival: [480, 490, 730, 740, 740, 750, 1300, 1310].map((minute) => minute * 60),
    departure: [480, 490, 730, 740, 740, 750, 1300, 1310].map((minute) => minute * 60),
    headsign: [-1, -1, -1, -1, -1, -1, -1, -1],
    pickup: [0, 0, 0, 0, 0, 0, 0, 0],
  },
  headsigns: [],
  shapes: [],
  frequencies: [],
  otherTrips: [],
}

const open = openTimetable(timetableOf(STORED))
const NOON = at('2026-11-28T12:04:00')

function told(more: Partial<FeedSnapshot> = {}, trips: TransitTrip[] = [], isLive = true): FeedSnapshot {
  return {
    feedId: 'bus',
    revision: 1,
    checkedAt: new Date(NOON.ms).toISOString(),
    state: 'ok',
    attribution: { text: { ja: 'バス' } },
    data: { kind: 'transit', isLive, vehicles: [], trips, extras: [], alerts: [], notices: [] },
    ...more,
  }
}

const late = (seenAgo: number): TransitTrip => ({
  run: { tripId: 't1210', day: TODAY, startsAt: seconds('2026-11-28T00:00:00') },
  state: 'runs',
  calls: [{ sequence: 1, departsAt: seconds('2026-11-28T12:13:00') }],
  wheelchair: 'unknown',
  observedAt: NOON.ms / 1000 - seenAgo,
  hasOwnTime: true,
})

const listed = (snapshot: FeedSnapshot | null, time = NOON, walkMinutes: number | null = null) =>
  departureList(
    [{ service: transitService('bus', open, snapshot, time), stops: ['hall'], routes: null }],
    time,
    walkMinutes,
    3,
  )

describe('how far a feed is trusted', () => {
  const healthOf = (snapshot: FeedSnapshot | null, time = NOON) => transitService('bus', open, snapshot, time).health

  it('is live only while it works, was asked a short while ago, and the clock is known', () => {
    expect(healthOf(told())).toBe('live')
    expect(healthOf(told({ state: 'empty' }))).toBe('live')
    expect(healthOf(told(), { ...NOON, ms: NOON.ms + 301_000 })).toBe('down')
    for (const state of ['down', 'frozen'] as const) expect(healthOf(told({ state }))).toBe('down')
    expect(healthOf(null)).toBe('down')
    expect(healthOf(told({ data: null }))).toBe('live')
    expect(healthOf(told(), { ...NOON, known: false })).toBe('clockUnknown')
  })

  it('misses nothing where the operator has no live data, and sees that live data are of another timetable', () => {
    expect(healthOf(told({}, [], false))).toBe('timetable')
    const foreign = { ...late(5), run: { ...late(5).run, tripId: 'elsewhere' } }
    expect(healthOf(told({}, [foreign]))).toBe('mismatch')
  })

  it('knows whether the timetable is good for today', () => {
    const validity = (day: string) => transitService('bus', open, null, at(`${day}T12:00:00`)).validity
    expect(validity('2026-11-28')).toBe('valid')
    expect(validity('2028-01-01')).toBe('expired')
    expect(validity('2026-01-01')).toBe('notYet')
    expect(listed(told(), at('2028-01-01T12:00:00')).rows).toEqual([])
  })
})

describe('the list of departures', () => {
  it('has live and planned times side by side, with the minutes that are left', () => {
    const { rows, day } = listed(told({}, [late(10)]))
    expect(day).toEqual({ kind: 'today' })
    expect(rows.map(({ departure, minutes, delayMinutes }) => [departure.state, minutes, delayMinutes])).toEqual([
      ['live', 9, 3],
      ['scheduled', 16, null],
      ['scheduled', 576, null],
    ])
    expect(rows[0]?.route.textColour).toBe('#1b1f23')
    expect(rows[2]?.departure).toMatchObject({ isLast: true, wheelchair: 'no' })
  })

  it('says how old a stale word is, and forgets it after five minutes', () => {
    expect(listed(told({}, [late(150)])).rows[0]).toMatchObject({ ageMinutes: 3, departure: { state: 'stale' } })
    expect(listed(told({}, [late(301)])).rows[0]).toMatchObject({ ageMinutes: null, departure: { state: 'scheduled' } })
  })

  it('shows nothing live, and counts no minutes, by a clock that nobody vouches for', () => {
    const [first] = listed(told({}, [late(10)]), { ...NOON, known: false }, 3).rows
    expect(first).toMatchObject({ minutes: null, walk: { kind: 'unknown' }, departure: { state: 'scheduled' } })
  })

  it('says who still gets the bus on foot', () => {
    const walks = (time: string) => listed(told(), at(`2026-11-28T${time}`), 5).rows[0]?.walk
    expect(walks('12:01:00')).toEqual({ kind: 'by', byMs: at('2026-11-28T12:04:00').ms })
    expect(walks('12:04:00')).toEqual({ kind: 'now' })
    expect(walks('12:06:00')).toEqual({ kind: 'late' })
    expect(walks('10:00:00')).toEqual({ kind: 'unknown' })
  })

  it('goes on with the first buses of the next day that has any', () => {
    const { rows, day } = listed(told(), at('2026-11-28T22:00:00'))
    expect(day).toEqual({ kind: 'over', day: TODAY + 3, atMs: at('2026-12-01T08:00:00').ms })
    expect(rows.map(({ departure }) => departure.tripId)).toEqual(['t8', 't1210', 't1220'])
  })

  it('shows the routes that are wanted, and every bus once though two of its stops are named', () => {
    const service = transitService('bus', open, told(), NOON)
    const list = (routes: readonly string[] | null) =>
      departureList([{ service, stops: ['hall', 'hall', 'nowhere'], routes }], NOON, null, 9).rows.length
    expect(list(['east'])).toBe(list(null))
    expect(list(['west'])).toBe(0)
  })

  it('says at which stop each of them leaves, where the board has more than one', () => {
    const service = transitService('bus', open, told(), NOON)
    const list = (stops: readonly string[]) =>
      departureList([{ service, stops, routes: null }], NOON, null, 9).rows.map(({ stop }) => stop?.name.texts.ja)
    expect(new Set(list(['hall', 'park']))).toEqual(new Set(['hall']))
    expect(new Set(list(['hall']))).toEqual(new Set([undefined]))
  })
  it('writes on a route’s colour in what can be read there', () => {
    expect([inkOn('#ffffff'), inkOn('#000000'), inkOn('#00708a')]).toEqual(['#1b1f23', '#ffffff', '#ffffff'])
  })
})
