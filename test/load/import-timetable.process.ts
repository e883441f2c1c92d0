/** Imports the timetable at a path in a process of its own, so that its memory can be told: one JSON line. */
import { readFileSync } from 'node:fs'
import { inflateRawSync } from 'node:zlib'
import { importTimetable, storedTimetable } from '@akari/transit'
import { someRoutes } from './large-timetable.ts'

const [path = '', chosen = '0'] = process.argv.slice(2)
const routes = Number(chosen)
const keep = routes === 0 ? null : { routes: someRoutes(routes), stops: [] }
const started = performance.now()
const { timetable, counts } = importTimetable(
  readFileSync(path),
  path,
  (bytes, maxOutputLength) => inflateRawSync(bytes, { maxOutputLength }),
  keep,
)
const ms = performance.now() - started
if (timetable === null) throw new Error('the timetable of the bench cannot be read')
const { maxRSS } = process.resourceUsage()
const stored = keep === null ? null : Buffer.byteLength(JSON.stringify(storedTimetable(timetable)))
process.stdout.write(JSON.stringify({ ms, peakMb: maxRSS / 1024, calls: counts.stopTimes, storedBytes: stored }))
