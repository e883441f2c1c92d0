import { StoredTimetable } from '@akari/protocol'
import { expect, it } from 'vitest'
import { departuresAt } from '../board/departures.ts'
import { importTexts, japan, tinyFeed } from '../testing/tiny-feed.ts'
import { openTimetable } from './open-timetable.ts'
import { storedTimetable, timetableOf } from './stored-timetable.ts'

const shapes = 'shape_id,shape_pt_lat,shape_pt_lon,shape_pt_sequence\ns,35.7,139.5,1\ns,35.71,139.51,2\n'
const trips =
  'route_id,service_id,trip_id,trip_headsign,shape_id\nloop,daily,loop-1,東町,s\nline,daily,late,,\nloop,daily,loop-2,,s\n'
const dates = 'service_id,date,exception_type\ndaily,20261129,2\n'
const { timetable } = importTexts(tinyFeed({ 'shapes.txt': shapes, 'trips.txt': trips, 'calendar_dates.txt': dates }))

it('a timetable that was stored and sent is the same timetable', () => {
  expect(timetable).not.toBeNull()
  if (timetable === null) return
  const back = timetableOf(StoredTimetable.parse(JSON.parse(JSON.stringify(storedTimetable(timetable)))))
  expect(back).toEqual(timetable)
  const board = (of: typeof timetable) => departuresAt(openTimetable(of), 'hall', japan('2026-11-28T23:00:00'), null)
  expect(board(back)).toEqual(board(timetable))
  expect(board(back)).toHaveLength(1)
})

it('one whose columns do not fit together is refused', () => {
  const stored = timetable && storedTimetable(timetable)
  expect(StoredTimetable.safeParse({ ...stored, stopTimes: { ...stored?.stopTimes, stop: [0] } }).success).toBe(false)
  expect(StoredTimetable.safeParse({ ...stored, trips: { ...stored?.trips, firstRow: [0, 1] } }).success).toBe(false)
})
