import { readdirSync, readFileSync } from 'node:fs'
import {
  type FeedEntityJson,
  importTimetableFiles,
  openTimetable,
  type OpenTimetable,
  rowsOf,
  type Run,
  runsUnderWay,
  writeRealtime,
} from '@akari/transit'

/** Three feeds as a bus company would serve them at one moment. */
export type SampleRealtime = { vehicles: Uint8Array; trips: Uint8Array; alerts: Uint8Array }

const FOLDER = new URL('../timetable/', import.meta.url)
/** The west loop has no live data: boards say that they go by the timetable. */
const WITHOUT_LIVE_DATA = 'west'
const MOST_DELAY = 240
/** Seconds that a bus stands at a stop. */
const STAND = 15

/** The tables of the community bus by name. */
export function sampleTimetableFiles(): Map<string, Uint8Array> {
  return new Map(readdirSync(FOLDER).map((name) => [name, readFileSync(new URL(name, FOLDER))]))
}

export function sampleTimetable(): OpenTimetable {
  const { timetable, problems } = importTimetableFiles(sampleTimetableFiles(), 'timetable')
  if (timetable === null) throw new Error(`the timetable of the sample cannot be read: ${JSON.stringify(problems)}`)
  return openTimetable(timetable)
}

/**
 * Where the buses of the sample are at a moment (Unix time in milliseconds): the same moment gives the same bytes. Each run is late by
 * a few minutes of its own, stands at its stops and is seen some seconds before it is told of, as with real feeds.
 */
export function sampleRealtime(epochMs: number, open: OpenTimetable = sampleTimetable()): SampleRealtime {
  const now = Math.floor(epochMs / 1000)
  const runs = runsUnderWay(open, now)
    .concat(runsUnderWay(open, now - MOST_DELAY).filter((run) => endOf(open, run) < now))
    .filter(({ trip }) => open.timetable.routes[open.timetable.trips.route[trip] ?? 0]?.id !== WITHOUT_LIVE_DATA)
    .filter((run) => now <= endOf(open, run) + delayOf(open, run))
  return {
    vehicles: writeRealtime(
      now,
      runs.map((run) => vehicleOf(open, run, now)),
    ),
    trips: writeRealtime(
      now,
      runs.map((run) => updateOf(open, run, now)),
    ),
    alerts: writeRealtime(now, [ALERT]),
  }
}

function endOf({ timetable }: OpenTimetable, { trip, startsAt }: Run): number {
  return startsAt + (timetable.stopTimes.arrival[rowsOf(timetable, trip)[1] - 1] ?? 0)
}

/** A number of its own for each run, by FNV-1a. */
function fateOf({ timetable }: OpenTimetable, { trip, day }: Run): number {
  const id = `${timetable.trips.ids[trip] ?? ''} ${day}`
  return [...id].reduce((hash, letter) => Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 0x01000193) >>> 0, 0x811c9dc5)
}

/** Every other run is on time, the others are up to four minutes late. */
function delayOf(open: OpenTimetable, run: Run): number {
  const fate = fateOf(open, run)
  return fate % 2 === 0 ? 0 : (fate >>> 8) % MOST_DELAY
}

function vehicleOf(open: OpenTimetable, run: Run, now: number): FeedEntityJson {
  const fate = fateOf(open, run)
  const seenAt = now - (fate % 25)
  const { place, sequence, stands } = positionOf(open, run, seenAt - delayOf(open, run) - run.startsAt)
  return {
    vehicle: {
      trip: descriptorOf(open, run),
      vehicle: {
        id: `bus-${run.trip}`,
        label: String(101 + (fate % 12)),
        wheelchairAccessible: 'WHEELCHAIR_ACCESSIBLE',
      },
      position: { latitude: place.lat, longitude: place.lon },
      currentStopSequence: sequence,
      currentStatus: stands ? 'STOPPED_AT' : 'IN_TRANSIT_TO',
      occupancyStatus:
        ['EMPTY', 'MANY_SEATS_AVAILABLE', 'FEW_SEATS_AVAILABLE', 'STANDING_ROOM_ONLY'][(fate >>> 4) % 4] ?? 'EMPTY',
      timestamp: seenAt,
    },
  }
}

function updateOf(open: OpenTimetable, run: Run, now: number): FeedEntityJson {
  const { timetable } = open
  const delay = delayOf(open, run)
  const [from, until] = rowsOf(timetable, run.trip)
  const calls = Array.from({ length: until - from }, (_, n) => from + n)
    .filter((row) => run.startsAt + (timetable.stopTimes.departure[row] ?? 0) + delay >= now)
    .map((row) => ({ stopSequence: timetable.stopTimes.sequence[row] ?? 0, arrival: { delay }, departure: { delay } }))
  return {
    tripUpdate: { trip: descriptorOf(open, run), stopTimeUpdate: calls, timestamp: now - (fateOf(open, run) % 20) },
  }
}

function descriptorOf({ timetable }: OpenTimetable, { trip, day }: Run) {
  const startDate = new Date(day * 86_400_000).toISOString().slice(0, 10).replaceAll('-', '')
  return {
    tripId: timetable.trips.ids[trip] ?? '',
    routeId: timetable.routes[timetable.trips.route[trip] ?? 0]?.id ?? '',
    startDate,
  }
}

/** Where a run is at a second of its day: on the sample's own lines, which go from stop to stop by way of one corner. */
function positionOf({ timetable }: OpenTimetable, { trip }: Run, second: number) {
  const { stopTimes, trips, shapes } = timetable
  const [from, until] = rowsOf(timetable, trip)
  const points = shapes[trips.shape[trip] ?? -1]?.points ?? []
  let row = from
  while (row + 1 < until && (stopTimes.arrival[row + 1] ?? 0) <= second) row++
  const [left, next] = [(stopTimes.departure[row] ?? 0) + STAND, stopTimes.arrival[row + 1] ?? Infinity]
  const share = Math.min(1, Math.max(0, (second - left) / (next - left)))
  const hop = points.slice((row - from) * 2, (row - from) * 2 + 3)
  const stands = share === 0
  return {
    place: along(hop, share),
    sequence: stopTimes.sequence[stands ? row : Math.min(row + 1, until - 1)] ?? 0,
    stands,
  }
}

type Point = { lat: number; lon: number }

/** The point at a share of the way along a line, at an even pace. */
function along(line: readonly Point[], share: number): Point {
  const lengths = line.slice(1).map((point, n) => distance(line[n] ?? point, point))
  let left = share * lengths.reduce((sum, length) => sum + length, 0)
  for (const [n, length] of lengths.entries()) {
    const [start, end] = [line[n], line[n + 1]]
    if (start === undefined || end === undefined) break
    if (left <= length && length > 0)
      return {
        lat: start.lat + ((end.lat - start.lat) * left) / length,
        lon: start.lon + ((end.lon - start.lon) * left) / length,
      }
    left -= length
  }
  return line.at(-1) ?? { lat: 35.6995, lon: 139.503 }
}

/** In degrees of latitude; good enough for a town. */
function distance(a: Point, b: Point): number {
  return Math.hypot(a.lat - b.lat, (a.lon - b.lon) * Math.cos((a.lat * Math.PI) / 180))
}

const ALERT: FeedEntityJson = {
  alert: {
    informedEntity: [{ stopId: 'park' }, { routeId: 'south' }],
    effect: 'STOP_MOVED',
    cause: 'CONSTRUCTION',
    headerText: {
      translation: [
        { language: 'ja', text: '「中央公園」の停留所は、工事のため東へ50メートル移しています' },
        { language: 'en', text: 'The stop “Central Park” is 50 m further east during roadworks' },
        { language: 'zh-Hans', text: '因施工，“中央公园”站暂时向东移50米' },
        { language: 'ko', text: '공사로 인해 ‘중앙공원’ 정류장이 동쪽으로 50m 이동했습니다' },
      ],
    },
  },
}
