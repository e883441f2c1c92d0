import type { JsonObject } from '@bufbuild/protobuf'
import { describe, expect, it } from 'vitest'
import { serviceDay } from '../model/service-days.ts'
import { liveOf } from '../realtime/live-of.ts'
import { feedBody, updateOf, vehicleOf } from '../testing/feeds.ts'
import { japan, tinyFeed, tinyTimetable } from '../testing/tiny-feed.ts'
import { departuresAt } from './departures.ts'

const open = tinyTimetable()
const NOW = japan('2026-11-28T08:59:00')

/** Time of day in Japan of a moment: `09:05`. */
const clock = (seconds: number | null) =>
  seconds === null ? '-' : new Date((seconds + 9 * 3600) * 1000).toISOString().slice(11, 16)

function board(
  stop: string,
  at: number,
  updates: JsonObject[] | null = null,
  vehicles: JsonObject[] = [],
  timetable = open,
) {
  const live =
    updates === null
      ? null
      : liveOf(timetable, { vehicles: feedBody(at, vehicles), trips: feedBody(at, updates), alerts: null }, at)
  return departuresAt(timetable, stop, at, live, 3).map(
    ({ tripId, plannedAt, expectedAt, state }) => `${tripId} ${clock(plannedAt)} ${clock(expectedAt)} ${state}`,
  )
}

const late = (sequence: number, delay: number, more: JsonObject = {}): JsonObject => ({
  stopSequence: sequence,
  departure: { delay },
  ...more,
})

describe('the board of a stop by the timetable', () => {
  it('shows the next departures, where a loop ends not as one, and those of tomorrow', () => {
    expect(board('hall', NOW)).toEqual([
      'loop-1 09:00 - scheduled',
      'loop-2 09:30 - scheduled',
      'late 23:50 - scheduled',
    ])
    expect(board('station', japan('2026-11-28T09:20:00'))).toEqual([
      'loop-2 09:30 - scheduled',
      'late 23:50 - scheduled',
      'loop-1 09:00 - scheduled',
    ])
    expect(board('nowhere', NOW)).toEqual([])
  })

  it('has yesterday’s last bus after midnight', () => {
    expect(board('school', japan('2026-11-29T00:04:00'))[0]).toBe('late 00:05 - scheduled')
    expect(board('school', japan('2026-11-29T00:06:00'))[0]).toBe('loop-1 09:05 - scheduled')
  })

  it('is empty beyond the days the timetable is good for, but for the night after the last', () => {
    expect(board('hall', japan('2027-01-01T08:00:00'))).toEqual([])
    expect(board('school', japan('2027-01-01T00:04:00'))).toEqual(['late 00:05 - scheduled'])
    expect(board('hall', japan('2025-12-31T20:00:00'))[0]).toBe('loop-1 09:00 - scheduled')
  })

  it('says of a loop what its route is called, else where the bus ends, and whether a wheelchair comes along', () => {
    const rows = departuresAt(open, 'hall', NOW, null, 3)
    expect(rows.map(({ headsign, wheelchair }) => `${headsign.texts.ja} ${wheelchair}`)).toEqual([
      '東町循環 yes',
      '東町循環 yes',
      '公園前 no',
    ])
    expect(departuresAt(open, 'park', NOW, null, 1)[0]?.wheelchair).toBe('no')
  })

  it('marks the last bus of a way on its service day, and the one before it where that does not come', () => {
    const last = (updates: JsonObject[]) => {
      const feeds = { vehicles: null, trips: feedBody(NOW, updates), alerts: null }
      return departuresAt(open, 'school', NOW, liveOf(open, feeds, NOW), 3).flatMap(({ tripId, isLast }) =>
        isLast ? [tripId] : [],
      )
    }
    expect(last([])).toEqual(['loop-2', 'late'])
    const cancelled = updateOf('loop-2', [], { trip: { tripId: 'loop-2', scheduleRelationship: 'CANCELED' } })
    expect(last([cancelled])).toEqual(['loop-1', 'late'])
    const skips = updateOf('loop-2', [{ stopSequence: 2, scheduleRelationship: 'SKIPPED' }])
    expect(last([skips])).toEqual(['loop-1', 'late'])
  })

  it('repeats trips by their intervals, promised or not, and none where nobody may board', () => {
    const frequencies =
      'trip_id,start_time,end_time,headway_secs,exact_times\nloop-1,10:00:00,10:30:00,600,1\nloop-2,12:00:00,12:20:00,900,0\n'
    const timetable = tinyTimetable({ 'frequencies.txt': frequencies })
    const rows = departuresAt(timetable, 'school', NOW, null, 5)
    expect(rows.map(({ plannedAt, everySeconds }) => [clock(plannedAt), everySeconds])).toEqual([
      ['10:05', null],
      ['10:15', null],
      ['10:25', null],
      ['12:05', 900],
      ['12:20', 900],
    ])
    const times =
      tinyFeed()
        .get('stop_times.txt')
        ?.replaceAll(/^(.*_sequence)$/gm, '$1,pickup_type')
        .replaceAll(/^(loop.*school,2)$/gm, '$1,1') ?? ''
    expect(board('school', NOW, null, [], tinyTimetable({ 'stop_times.txt': times }))[0]).toMatch(/^late/)
  })

  it('counts from noon minus twelve hours, so that a bus runs on time when the clocks go forward', () => {
    const day = Date.UTC(2026, 2, 8) / 86_400_000
    expect(serviceDay(day, 'America/Los_Angeles').startsAt).toBe(Date.parse('2026-03-07T23:00:00-08:00') / 1000)
    expect(serviceDay(day, 'Asia/Tokyo').startsAt).toBe(japan('2026-03-08T00:00:00'))
  })
})

describe('the board of a stop with live data', () => {
  it('carries a delay on to all later stops until the next word', () => {
    const updates = [updateOf('loop-1', [late(1, 120), late(3, 300)])]
    expect(board('hall', NOW, updates)[0]).toBe('loop-1 09:00 09:02 live')
    expect(board('school', NOW, updates)[0]).toBe('loop-1 09:05 09:07 live')
    expect(board('park', NOW, updates)[0]).toBe('loop-1 09:11 09:16 live')
  })

  it('keeps a late bus until it has left', () => {
    const at = japan('2026-11-28T09:03:00')
    expect(board('hall', at, [updateOf('loop-1', [late(1, 300)])])[0]).toBe('loop-1 09:00 09:05 live')
    expect(board('hall', at, [])[0]).toBe('loop-2 09:30 - scheduled')
  })

  it('knows nothing more from NO_DATA on, nor before the first word', () => {
    const updates = [updateOf('loop-1', [late(2, 120), { stopSequence: 3, scheduleRelationship: 'NO_DATA' }])]
    expect(board('hall', NOW, updates)[0]).toBe('loop-1 09:00 - scheduled')
    expect(board('school', NOW, updates)[0]).toBe('loop-1 09:05 09:07 live')
    expect(board('park', NOW, updates)[0]).toBe('loop-1 09:11 - scheduled')
  })

  it('says where the bus does not stop, and goes on after it', () => {
    const updates = [updateOf('loop-1', [late(1, 60), { stopSequence: 2, scheduleRelationship: 'SKIPPED' }])]
    expect(board('school', NOW, updates)[0]).toBe('loop-1 09:05 - skipped')
    expect(board('park', NOW, updates)[0]).toBe('loop-1 09:11 09:12 live')
  })

  it('joins by stop where there is no sequence: the second call of a loop is not the first', () => {
    const time = String(japan('2026-11-28T09:14:00'))
    const updates = [
      updateOf('loop-1', [
        { stopId: 'park', departure: { time } },
        { stopId: 'hall', arrival: { delay: 0 } },
      ]),
    ]
    expect(board('hall', NOW, updates)[0]).toBe('loop-1 09:00 - scheduled')
    expect(board('park', NOW, updates)[0]).toBe('loop-1 09:11 09:14 live')
  })

  it('believes the stop where sequence and stop contradict each other, and nothing absurd', () => {
    expect(board('park', NOW, [updateOf('loop-1', [late(2, 60, { stopId: 'park' })])])[0]).toBe(
      'loop-1 09:11 09:12 live',
    )
    expect(board('hall', NOW, [updateOf('loop-1', [late(1, 900_000)])])[0]).toBe('loop-1 09:00 - scheduled')
    expect(board('hall', NOW, [updateOf('loop-1', [late(99, 60, { stopId: 'moon' })])])[0]).toBe(
      'loop-1 09:00 - scheduled',
    )
  })

  it('shows a cancelled trip as such, an extra one with its own time, and a replaced one not at all', () => {
    const calls = (...times: string[]) =>
      times.map((time, n) => ({
        stopId: n === 0 ? 'hall' : 'park',
        departure: { time: String(japan(`2026-11-28T${time}`)) },
      }))
    const updates = [
      updateOf('loop-1', [], { trip: { tripId: 'loop-1', scheduleRelationship: 'CANCELED' } }),
      updateOf('more', calls('09:10:00', '09:20:00'), {
        trip: { tripId: 'more', routeId: 'loop', scheduleRelationship: 'NEW' },
      }),
      updateOf('loop-2', calls('09:40:00', '09:50:00'), {
        trip: { tripId: 'loop-2', scheduleRelationship: 'REPLACEMENT' },
      }),
    ]
    expect(board('hall', NOW, updates)).toEqual([
      'loop-1 09:00 - cancelled',
      'more - 09:10 live',
      'loop-2 - 09:40 live',
    ])
  })

  it('shows a trip that repeats one of the timetable at its own time, and that one as planned', () => {
    const duplicated = updateOf('loop-1', [late(2, 120), { stopSequence: 3, scheduleRelationship: 'NO_DATA' }], {
      trip: { tripId: 'loop-1', startDate: '20261128', scheduleRelationship: 'DUPLICATED' },
      tripProperties: { tripId: 'again', startDate: '20261128', startTime: '09:07:00' },
    })
    expect(['hall', 'school', 'park'].map((stop) => board(stop, NOW, [duplicated]).slice(0, 2))).toEqual([
      ['loop-1 09:00 - scheduled', 'again 09:07 - scheduled'],
      ['loop-1 09:05 - scheduled', 'again 09:12 09:14 live'],
      ['loop-1 09:11 - scheduled', 'again 09:18 - scheduled'],
    ])
    const timeless = updateOf('loop-1', [late(1, 120)], {
      trip: { tripId: 'loop-1', scheduleRelationship: 'DUPLICATED' },
    })
    expect(board('hall', NOW, [timeless])).toEqual(board('hall', NOW))
  })

  it('says how old the word is, and falls back to the timetable when it is too old', () => {
    const live = liveOf(
      open,
      { vehicles: null, trips: feedBody(NOW, [updateOf('loop-1', [late(1, 1200)])]), alerts: null },
      NOW,
    )
    const first = (seconds: number) => departuresAt(open, 'park', NOW + seconds, live, 1)[0]
    expect([30, 100, 301].map((seconds) => [first(seconds)?.state, first(seconds)?.ageSeconds])).toEqual([
      ['live', 30],
      ['stale', 100],
      ['scheduled', null],
    ])
  })

  it('takes a bus off that was seen beyond this stop, and leaves it on the next', () => {
    const vehicles = [vehicleOf('loop-1', NOW, { currentStopSequence: 2 })]
    expect(board('hall', NOW, [], vehicles)[0]).toBe('loop-2 09:30 - scheduled')
    expect(board('school', NOW, [], vehicles)[0]).toBe('loop-1 09:05 - scheduled')
  })
})
