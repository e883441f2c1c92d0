import type { JsonObject } from '@bufbuild/protobuf'
import { describe, expect, it } from 'vitest'
import { openTimetable } from '../model/open-timetable.ts'
import { feedBody, updateOf, vehicleOf } from '../testing/feeds.ts'
import { importTexts, japan, tinyFeed, tinyTimetable } from '../testing/tiny-feed.ts'
import { liveReport } from '../report/live-report.ts'
import { ageOf } from './age.ts'
import { alertsAt } from './alerts.ts'
import { liveOf } from './live-of.ts'
import { readRealtime } from './read-realtime.ts'

const open = tinyTimetable()
const NOW = japan('2026-11-28T09:02:00')
const joined = (vehicles: JsonObject[], trips: JsonObject[] = [], headerAt = NOW) =>
  liveOf(open, { vehicles: feedBody(headerAt, vehicles), trips: feedBody(headerAt, trips), alerts: null }, NOW)
const counts = (vehicles: JsonObject[], trips: JsonObject[] = [], headerAt = NOW) => {
  const { board: _board, ...report } = liveReport(open, joined(vehicles, trips, headerAt), null, NOW)
  return report
}

describe('how old a vehicle is, is told by our own clock', () => {
  it.each([
    [0, 'live'],
    [90, 'live'],
    [91, 'stale'],
    [300, 'stale'],
    [301, 'expired'],
    [-60, 'live'],
  ])('seen %d s ago it is %s', (seconds, age) => {
    const { vehicles } = joined([vehicleOf('loop-1', NOW - seconds)])
    expect(vehicles.map((vehicle) => ageOf(vehicle, NOW))).toEqual([age])
  })

  it.each([
    [60, 'live'],
    [61, 'stale'],
    [301, 'expired'],
  ])('without a time of its own it is %s s old by the header, and %s', (seconds, age) => {
    const { vehicles } = joined([vehicleOf('loop-1', 0)], [], NOW - seconds)
    expect(vehicles.map((vehicle) => ageOf(vehicle, NOW))).toEqual([age])
  })

  it('grows old while it is held', () => {
    const { vehicles } = joined([vehicleOf('loop-1', NOW)])
    expect([0, 100, 400].map((later) => vehicles.map((vehicle) => ageOf(vehicle, NOW + later)).join())).toEqual([
      'live',
      'stale',
      'expired',
    ])
  })

  it('is refused from the future, in milliseconds, without a place or off the Earth', () => {
    const vehicles = [
      vehicleOf('loop-1', NOW + 61),
      vehicleOf('loop-1', NOW * 1000),
      vehicleOf('loop-2', NOW, { position: { latitude: 95, longitude: 139.5 } }),
      vehicleOf('loop-2', NOW, { position: { latitude: 0, longitude: 0 } }),
      vehicleOf('late', NOW, { position: null }),
    ]
    expect(counts(vehicles)).toMatchObject({ feed: 'ok', vehicles: { live: 0, stale: 0, expired: 0, dropped: 5 } })
  })

  it('without any time at all is never live', () => {
    expect(counts([vehicleOf('loop-1', 0)], [], 0).vehicles).toEqual({ live: 0, stale: 0, expired: 1, dropped: 0 })
  })
})

describe('vehicles are joined to the timetable', () => {
  it('with the run that is under way, bearing and seats only where they are said', () => {
    const { vehicles } = joined([
      vehicleOf('loop-1', NOW, { currentStopSequence: 2 }),
      vehicleOf('loop-2', NOW, {
        position: { latitude: 35.7, longitude: 139.5, bearing: 370 },
        occupancyStatus: 'EMPTY',
        currentStatus: 'STOPPED_AT',
      }),
      vehicleOf('late', NOW, { occupancyStatus: 'NO_DATA_AVAILABLE' }),
    ])
    expect(
      vehicles.map(({ bearing, occupancy, sequence, isStopped }) => [bearing, occupancy, sequence, isStopped]),
    ).toEqual([
      [null, null, 2, false],
      [10, 0, null, true],
      [null, null, null, false],
    ])
    expect(vehicles[0]?.run?.startsAt).toBe(japan('2026-11-28T00:00:00'))
  })

  it('of one vehicle twice, by the later sight', () => {
    const twice = [vehicleOf('loop-1', NOW - 80), vehicleOf('loop-1', NOW - 10), vehicleOf('loop-1', NOW - 200)]
    expect(joined(twice)).toMatchObject({ vehicles: [{ observedAt: NOW - 10 }], dropped: 2 })
  })

  it('on a trip nobody knows only if its route is ours', () => {
    const vehicles = [
      vehicleOf('loop-1', NOW),
      vehicleOf('loop-2', NOW),
      vehicleOf('x', NOW, { trip: { tripId: 'x', routeId: 'loop' } }),
      vehicleOf('y', NOW, { trip: { tripId: 'y', routeId: 'z' } }),
    ]
    expect(counts(vehicles)).toMatchObject({ feed: 'ok', unknownTrips: 2, vehicles: { live: 3, dropped: 1 } })
  })

  it('of more than half unknown trips, none is told to be on one: the timetable is another', () => {
    const vehicles = ['loop-1', 'x', 'y'].map((trip) => vehicleOf(trip, NOW))
    expect(counts(vehicles)).toMatchObject({ feed: 'mismatch', unknownTrips: 2, vehicles: { live: 3, dropped: 0 } })
  })

  it('trips that were left out at import are known, and are not ours', () => {
    const { timetable } = importTexts(tinyFeed(), { routes: ['line'], stops: [] })
    const vehicles = feedBody(
      NOW,
      ['loop-1', 'loop-2', 'late'].map((trip) => vehicleOf(trip, NOW)),
    )
    const live = timetable && liveOf(openTimetable(timetable), { vehicles, trips: null, alerts: null }, NOW)
    expect(live).toMatchObject({ feed: 'ok', unknownTrips: 0, dropped: 2, vehicles: [{ id: 'bus-late' }] })
  })

  it('extra trips need not be known, and a cancelled trip has no vehicle', () => {
    const cancelled = [
      updateOf('loop-1', [], { trip: { tripId: 'loop-1', scheduleRelationship: 'CANCELED' } }),
      updateOf('more', [], { trip: { tripId: 'more', routeId: 'loop', scheduleRelationship: 'NEW' } }),
    ]
    expect(counts([vehicleOf('loop-1', NOW), vehicleOf('loop-2', NOW)], cancelled)).toEqual({
      feed: 'ok',
      vehicles: { live: 1, stale: 0, expired: 0, dropped: 1 },
      unknownTrips: 0,
      cancelledWithVehicle: 1,
    })
  })

  it('a cancelled trip counts once, by what its vehicles say last', () => {
    const cancelled = [updateOf('loop-1', [], { trip: { tripId: 'loop-1', scheduleRelationship: 'CANCELED' } })]
    const twice = [vehicleOf('loop-1', NOW - 5), vehicleOf('loop-1', NOW)]
    expect(counts([...twice, vehicleOf('loop-1', NOW, { vehicle: { id: 'second' } })], cancelled)).toMatchObject({
      vehicles: { live: 0, dropped: 3 },
      cancelledWithVehicle: 1,
    })
    const changed = [...twice, vehicleOf('loop-2', NOW + 1, { vehicle: { id: 'bus-loop-1' } })]
    expect(counts(changed, cancelled)).toMatchObject({ vehicles: { live: 1, dropped: 2 }, cancelledWithVehicle: 0 })
  })

  it.each([
    [300, 1, 0],
    [301, 0, 1],
  ])(
    'a cancellation that a feed of %d s ago still tells hides %d vehicle(s) and lets %d be seen',
    (seconds, hidden, live) => {
      const timestamp = NOW - 7200
      const update = updateOf('loop-1', [], {
        timestamp,
        trip: { tripId: 'loop-1', scheduleRelationship: 'CANCELED' },
      })
      expect(counts([vehicleOf('loop-1', NOW)], [update], NOW - seconds)).toMatchObject({
        vehicles: { live, dropped: hidden },
        cancelledWithVehicle: hidden,
      })
    },
  )

  it('one that repeats a trip of the timetable is not on that trip', () => {
    const duplicate = { tripId: 'loop-1', routeId: 'loop', scheduleRelationship: 'DUPLICATED' }
    expect(joined([vehicleOf('loop-1', NOW, { trip: duplicate })]).vehicles).toMatchObject([{ run: null, route: 0 }])
  })

  it('as far as either feed goes when the other is down, and says so', () => {
    const [down, vehicles] = [readRealtime(new Uint8Array()), feedBody(NOW, [vehicleOf('loop-1', NOW)])]
    expect(liveOf(open, { vehicles, trips: down, alerts: null }, NOW)).toMatchObject({ feed: 'down', vehicles: [{}] })
    const trips = feedBody(NOW, [updateOf('loop-1', [{ stopSequence: 1, departure: { delay: 60 } }])])
    expect(liveOf(open, { vehicles: down, trips, alerts: null }, NOW)).toMatchObject({
      feed: 'down',
      trips: { size: 1 },
    })
    expect(liveOf(open, { vehicles, trips, alerts: down }, NOW).feed).toBe('ok')
  })

  it('an hour after midnight, with yesterday’s run', () => {
    const at = japan('2026-11-29T00:10:00')
    const live = liveOf(open, { vehicles: feedBody(at, [vehicleOf('late', at)]), trips: null, alerts: null }, at)
    expect(live.vehicles[0]?.run?.startsAt).toBe(japan('2026-11-28T00:00:00'))
  })
})

describe('alerts', () => {
  const entity = (alert: JsonObject): JsonObject => ({
    alert: { headerText: { translation: [{ text: 'x' }] }, ...alert },
  })
  const inForce = (...alerts: JsonObject[]) => {
    const { alerts: all } = liveOf(open, { vehicles: null, trips: null, alerts: feedBody(NOW, alerts) }, NOW)
    return alertsAt(all, NOW, { routes: ['loop'], stops: ['hall'] }).map(({ id }) => id)
  }

  it('concern routes and stops, or everybody, while they are in force', () => {
    const ids = inForce(
      entity({}),
      entity({ informedEntity: [{ routeId: 'loop' }], activePeriod: [{ start: NOW - 9 }] }),
      entity({ informedEntity: [{ stopId: 'hall' }], activePeriod: [{ end: 32_503_680_000 }] }),
      entity({ informedEntity: [{ routeId: 'line' }] }),
      entity({ activePeriod: [{ start: NOW - 9, end: NOW }] }),
    )
    expect(ids).toEqual(['0', '1', '2'])
  })

  it('are in the languages they come in', () => {
    const translation = [
      { text: '迂回', language: 'ja' },
      { text: 'Detour', language: 'en-US' },
      { text: '绕行', language: 'zh' },
    ]
    const both = [
      entity({ headerText: { translation } }),
      entity({ headerText: { translation: [{ text: 'Detour', language: 'en' }] } }),
    ]
    const { alerts } = liveOf(open, { vehicles: null, trips: null, alerts: feedBody(NOW, both) }, NOW)
    expect(alerts.map(({ title }) => title)).toEqual([
      { ja: '迂回', en: 'Detour', 'zh-Hans': '绕行' },
      { ja: 'Detour', en: 'Detour' },
    ])
  })
})
