/** `npm run bench:transit`: one JSON line for each figure; see docs/figures.md. */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { inflateRawSync } from 'node:zlib'
import { sampleRealtime, sampleTimetable } from '@akari/content-samples'
import {
  departuresAt,
  importTimetable,
  liveOf,
  openTimetable,
  readRealtime,
  runsUnderWay,
  type OpenTimetable,
  writeRealtime,
} from '@akari/transit'
import type { InflateRaw } from '@akari/zip'
import { z } from 'zod'
import { busMapCost } from './bus-map-cost.ts'
import { figures, round } from './figures.ts'
import { largeTimetable } from './large-timetable.ts'
import { snapshotFigures } from './live-snapshots.ts'

const VEHICLES = 300
const RUNS = 60
const AT = Date.parse('2026-11-27T12:00:00+09:00') / 1000
const Imported = z.object({ ms: z.number(), peakMb: z.number(), calls: z.number(), storedBytes: z.number().nullable() })

const loadAverage = loadavg().map((value) => round(value))
const large = largeTimetable()
const folder = mkdtempSync(join(tmpdir(), 'akari-bench-transit-'))
try {
  importing()
} finally {
  rmSync(folder, { recursive: true })
}
joining(openLarge())
boards()
await map()
say('snapshots', await snapshotFigures())

/** From zip bytes to typed columns, against the least that any reader does: unpack, decode, cut into rows and fields. */
function importing(): void {
  const path = join(folder, 'feed.zip')
  writeFileSync(path, large.zip)
  const started = performance.now()
  const cells = large.stopTimes.split('\r\n').reduce((sum, row) => sum + row.split(',').length, 0)
  const baselineMs = performance.now() - started
  for (const routes of [0, 5]) {
    const imported = importedAlone(path, routes)
    if (imported.calls !== large.calls) throw new Error(`${imported.calls} of ${large.calls} calls were read`)
    say('import', {
      routes: routes === 0 ? 'all' : routes,
      calls: imported.calls,
      ms: round(imported.ms),
      peakMb: round(imported.peakMb),
      storedMb: imported.storedBytes === null ? null : round(imported.storedBytes / 1e6, 2),
      baselineMs: round(baselineMs),
      cells,
      ratio: round(imported.ms / baselineMs, 2),
    })
  }
}

function importedAlone(path: string, routes: number): z.infer<typeof Imported> {
  const script = join(import.meta.dirname, 'import-timetable.process.ts')
  return Imported.parse(
    JSON.parse(execFileSync(process.execPath, [script, path, String(routes)], { encoding: 'utf8' })),
  )
}

function openLarge(): OpenTimetable {
  const inflate: InflateRaw = (bytes, maxOutputLength) => inflateRawSync(bytes, { maxOutputLength })
  const { timetable } = importTimetable(large.zip, 'feed', inflate)
  if (timetable === null) throw new Error('the timetable of the bench cannot be read')
  return openTimetable(timetable)
}

/** From bytes to a snapshot: 300 vehicles and the delays of their trips, against decoding the bytes alone. */
function joining(open: OpenTimetable): void {
  const runs = runsUnderWay(open, AT).slice(0, VEHICLES)
  if (runs.length < VEHICLES) throw new Error(`only ${runs.length} runs are under way`)
  const ids = runs.map(({ trip }) => open.timetable.trips.ids[trip] ?? '')
  const position = { latitude: 35.7, longitude: 139.5 }
  const vehicles = writeRealtime(
    AT,
    ids.map((tripId) => ({ vehicle: { trip: { tripId }, vehicle: { id: tripId }, position, timestamp: AT - 20 } })),
  )
  const calls = Array.from({ length: 15 }, (_, n) => ({ stopSequence: n + 1, departure: { delay: n * 10 } }))
  const trips = writeRealtime(
    AT,
    ids.map((tripId) => ({ tripUpdate: { trip: { tripId }, stopTimeUpdate: calls } })),
  )
  const decode = () => ({ vehicles: readRealtime(vehicles), trips: readRealtime(trips), alerts: null })
  const [joined, decoded] = byTurns(() => {
    const live = liveOf(open, decode(), AT)
    if (live.vehicles.length !== VEHICLES || live.trips.size !== VEHICLES) throw new Error('not all were joined')
  }, decode)
  say('join', {
    vehicles: VEHICLES,
    trips: open.timetable.trips.ids.length,
    ms: joined,
    baselineMs: decoded,
    ratio: round(joined.p50 / decoded.p50, 2),
  })
}

/** The board of a stop where every bus calls, with live data, against by the timetable alone. */
function boards(): void {
  const open = sampleTimetable()
  const { vehicles, trips } = sampleRealtime(AT * 1000, open)
  const live = liveOf(open, { vehicles: readRealtime(vehicles), trips: readRealtime(trips), alerts: null }, AT)
  const [withLive, alone] = byTurns(
    () => departuresAt(open, 'hall', AT, live),
    () => departuresAt(open, 'hall', AT, null),
  )
  say('board', { ms: withLive, baselineMs: alone, ratio: round(withLive.p50 / alone.p50, 2) })
}

/** What the browser takes for a map with moving buses on a full-HD glass without a GPU, against the same glass with a notice on it. */
async function map(): Promise<void> {
  const { mapPercent, noticePercent, seen } = await busMapCost()
  say('map', { seen, mapPercent, noticePercent, morePercent: round(mapPercent - noticePercent, 2) })
}

function byTurns(work: () => unknown, baseline: () => unknown) {
  const took: [number[], number[]] = [[], []]
  for (let run = 0; run < RUNS; run++)
    for (const [n, each] of [work, baseline].entries()) {
      const started = performance.now()
      each()
      took[n === 0 ? 0 : 1].push(performance.now() - started)
    }
  return [figures(took[0], 2), figures(took[1], 2)] as const
}

function say(bench: string, result: object): void {
  process.stdout.write(`${JSON.stringify({ bench: `transit-${bench}`, loadAverage, ...result })}\n`)
}
