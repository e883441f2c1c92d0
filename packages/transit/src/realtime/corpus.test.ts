import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fromJson, type JsonValue, toBinary } from '@bufbuild/protobuf'
import { describe, expect, it } from 'vitest'
import { departuresAt } from '../board/departures.ts'
import { openTimetable } from '../model/open-timetable.ts'
import { liveReport } from '../report/live-report.ts'
import { importAt, transitFolder } from '../testing/corpus.ts'
import { FeedMessageSchema } from './gtfs-realtime.gen.ts'
import { liveOf } from './live-of.ts'
import { readRealtime } from './read-realtime.ts'

const folder = transitFolder() ?? ''
const bodyOf = (name: string) => readRealtime(readFileSync(join(folder, 'gtfs-rt', `${name}.pb`)))
const headerOf = (name: string) => {
  const body = bodyOf(name)
  return body.state === 'down' ? 0 : (body.headerAt ?? 0)
}

function openAt(name: string) {
  const { timetable } = importAt(join(folder, 'gtfs', `${name}.zip`))
  if (timetable === null) throw new Error(`${name} cannot be read`)
  return openTimetable(timetable)
}

describe.skipIf(folder === '')('the live feeds of the corpus', () => {
  it('Ryobi: 29 vehicles, two of them seen long ago, and the delays of 30 trips', () => {
    const open = openAt('jp-okayama-ryobi-20241001')
    const at = headerOf('jp-ryobi-20241119-vehicle_positions')
    const feeds = {
      vehicles: bodyOf('jp-ryobi-20241119-vehicle_positions'),
      trips: bodyOf('jp-ryobi-20241119-trip_updates'),
    }
    const live = liveOf(open, { ...feeds, alerts: null }, at)
    expect(new Date(at * 1000).toISOString()).toBe('2024-11-19T03:52:46.000Z')
    expect(liveReport(open, live, null, at)).toEqual({
      feed: 'ok',
      vehicles: { live: 27, stale: 2, expired: 0, dropped: 0 },
      unknownTrips: 0,
      cancelledWithVehicle: 0,
      board: [],
    })
    expect(live.trips.size).toBe(30)
    expect(live.vehicles.filter(({ occupancy }) => occupancy !== null)).toHaveLength(8)
    expect(live.vehicles.filter(({ bearing }) => bearing !== null)).toHaveLength(0)
    const rows = open.timetable.stops.flatMap(({ id }) => departuresAt(open, id, at, live))
    const delays = rows.flatMap(({ delaySeconds }) => delaySeconds ?? [])
    expect([Math.min(...delays) >= 0, Math.max(...delays)]).toEqual([true, 965])
    expect(new Set(rows.map(({ state }) => state))).toEqual(new Set(['live', 'stale', 'scheduled']))
  })

  it('Caltrain: all trips are known; against another timetable none is', () => {
    const feeds = { vehicles: bodyOf('us-tl-ct-vehicle-positions'), trips: bodyOf('us-tl-ct-trip-updates') }
    const at = headerOf('us-tl-ct-vehicle-positions')
    const alerts = bodyOf('us-tl-ct-service-alerts')
    const live = liveOf(openAt('us-caltrain-rt-matching'), { ...feeds, alerts }, at)
    expect([live.feed, live.unknownTrips, live.trips.size, alerts.state]).toEqual(['ok', 0, 19, 'empty'])
    expect(live.vehicles.length + live.dropped).toBe(14)
    const foreign = liveOf(openAt('jp-suzu-city-2018'), { ...feeds, alerts: null }, at)
    expect(foreign.feed).toBe('mismatch')
    expect(foreign.unknownTrips).toBeGreaterThanOrEqual(19)
  })

  it('no vehicles at night are no fault, a broken body is one, and without times nothing is live', () => {
    expect(bodyOf('us-tl-hart-vehicle-positions').state).toBe('empty')
    expect(bodyOf('us-tl-invalid')).toEqual({ state: 'down', reason: 'not-protobuf' })
    const untimed = bodyOf('ee-maanteeamet-vehicle_positions-notimestamp')
    const at = headerOf('ee-maanteeamet-vehicle_positions-notimestamp')
    const report = (seconds: number) => {
      const open = openAt('jp-suzu-city-2018')
      return liveReport(
        open,
        liveOf(open, { vehicles: untimed, trips: null, alerts: null }, at + seconds),
        null,
        at + seconds,
      )
    }
    expect([30, 61, 301].map((seconds) => report(seconds).vehicles)).toEqual([
      { live: 7, stale: 0, expired: 0, dropped: 0 },
      { live: 0, stale: 7, expired: 0, dropped: 0 },
      { live: 0, stale: 0, expired: 7, dropped: 0 },
    ])
  })

  it('what the mutations say wrongly is borne, and never live where its time is wrong', () => {
    const open = openAt('us-caltrain-rt-matching')
    const mutations = join(folder, 'gtfs-rt', 'tl-mutations')
    const names = readdirSync(mutations).filter((name) => /^(E0|CT)/.test(name))
    for (const name of names) {
      const json: JsonValue = JSON.parse(readFileSync(join(mutations, name), 'utf8'))
      const body = readRealtime(
        toBinary(FeedMessageSchema, fromJson(FeedMessageSchema, json, { ignoreUnknownFields: true })),
      )
      if (body.state === 'down') continue
      const at = Math.min(body.headerAt ?? 1_700_000_000, 4_000_000_000)
      const live = liveOf(open, { vehicles: body, trips: body, alerts: body }, at)
      const { vehicles, unknownTrips } = liveReport(open, live, open.timetable.stops[1]?.id ?? null, at)
      if (name.startsWith('E003')) expect(unknownTrips).toBe(1)
      if (name.startsWith('E026')) expect(vehicles).toEqual({ live: 0, stale: 0, expired: 0, dropped: 1 })
    }
    expect(names.length).toBeGreaterThan(20)
  })
})
