import { TransitLive } from '@akari/protocol'
import { expect, it } from 'vitest'
import { departuresAt } from '../board/departures.ts'
import { feedBody, updateOf, vehicleOf } from '../testing/feeds.ts'
import { japan, tinyFeed, tinyTimetable } from '../testing/tiny-feed.ts'
import { liveOf } from './live-of.ts'
import { liveOfSnapshot, snapshotOf } from './live-snapshot.ts'

const open = tinyTimetable()
const NOW = japan('2026-11-28T09:02:00')
const live = liveOf(
  open,
  {
    vehicles: feedBody(NOW, [
      vehicleOf('loop-1', NOW - 5, { currentStopSequence: 2 }),
      vehicleOf('elsewhere', NOW, { trip: { tripId: 'elsewhere', routeId: 'loop' } }),
    ]),
    trips: feedBody(NOW, [
      updateOf('loop-1', [
        { stopSequence: 2, departure: { delay: 120 } },
        { stopSequence: 3, scheduleRelationship: 'SKIPPED' },
      ]),
      updateOf('loop-2', [], { trip: { tripId: 'loop-2', scheduleRelationship: 'CANCELED' } }),
      updateOf(
        'more',
        [
          { stopId: 'hall', departure: { time: NOW + 300 } },
          { stopId: 'park', arrival: { time: NOW + 900 } },
        ],
        { trip: { tripId: 'more', routeId: 'loop', scheduleRelationship: 'ADDED' } },
      ),
    ]),
    alerts: feedBody(NOW, [
      { alert: { headerText: { translation: [{ text: '工事中' }] }, informedEntity: [{ stopId: 'park' }] } },
    ]),
  },
  NOW,
)

/** As it crosses the wire. */
function sent(at = NOW) {
  const told = { kind: 'transit', isLive: true, notices: [], ...snapshotOf(open, live, at) }
  return TransitLive.parse(JSON.parse(JSON.stringify(told)))
}

it('gives a display the same board as the server would draw', () => {
  const arrived = liveOfSnapshot(open, live.feed, sent())
  for (const stop of ['hall', 'school', 'park']) {
    expect(departuresAt(open, stop, NOW, arrived)).toEqual(departuresAt(open, stop, NOW, live))
  }
  expect(departuresAt(open, 'hall', NOW, arrived).map(({ state }) => state)).toContain('cancelled')
  expect({ ...arrived, trips: [] }).toEqual({
    ...live,
    trips: [],
    unknownTrips: 0,
    cancelledWithVehicle: 0,
    dropped: 0,
  })
})

it('joins by ids: a timetable in another order gives the same vehicles on the same trips', () => {
  const [head, ...rows] = (tinyFeed().get('trips.txt') ?? '').trim().split('\n')
  const other = tinyTimetable({ 'trips.txt': `${[head, ...rows.toReversed()].join('\n')}\n` })
  const [vehicle] = liveOfSnapshot(other, 'ok', sent()).vehicles
  expect(other.timetable.trips.ids[vehicle?.run?.trip ?? -1]).toBe('loop-1')
})

it('says mismatch where the display has another timetable than the feed, and joins nothing that it does not know', () => {
  const renamed = (table: string) => (tinyFeed().get(table) ?? '').replaceAll('loop-', 'new-')
  const other = tinyTimetable({ 'trips.txt': renamed('trips.txt'), 'stop_times.txt': renamed('stop_times.txt') })
  const arrived = liveOfSnapshot(other, 'ok', sent())
  expect([arrived.feed, arrived.unknownTrips, arrived.trips.size]).toEqual(['mismatch', 2, 0])
  expect(arrived.vehicles.map(({ run }) => run)).toEqual([null, null])
})

it('leaves out calls that are long over', () => {
  const calls = (at: number) => sent(at).trips.flatMap((trip) => trip.calls.map(({ sequence }) => sequence))
  expect(calls(NOW)).toEqual([2, 3, 4])
  expect(calls(japan('2026-11-28T09:40:00'))).toEqual([3])
})
