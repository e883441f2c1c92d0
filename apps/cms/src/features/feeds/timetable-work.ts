import { readFile } from 'node:fs/promises'
import { inflateRawSync } from 'node:zlib'
import type { TimetableChoices } from '@akari/protocol'
import {
  importTimetable,
  type ImportedTimetable,
  type Keep,
  storedTimetable,
  type Timetable,
  timetableReport,
} from '@akari/transit'
import type { InflateRaw } from '@akari/zip'
import type { ImportResult } from './feed-messages.ts'

/** A display holds it in memory and on its disk: of a larger feed routes or stops are to be chosen. */
export const MOST_DOCUMENT_BYTES = 8_000_000
const MOST_WARNINGS = 100

const inflate: InflateRaw = (bytes, maxOutputLength) => inflateRawSync(bytes, { maxOutputLength })

/** A timetable out of an archive: what boards use of it, and all of its routes and stops to choose from. */
export async function importWork(task: { path: string; keep: Keep | null; atMs: number }): Promise<ImportResult> {
  const bytes = await readFile(task.path)
  const whole = importTimetable(bytes, 'gtfs.zip', inflate)
  if (whole.timetable === null) return { ok: false, warnings: warningsOf(whole, task.atMs) }
  const choices = JSON.stringify(choicesOf(whole.timetable))
  const kept = task.keep === null ? whole : importTimetable(bytes, 'gtfs.zip', inflate, task.keep)
  if (kept.timetable === null) return { ok: false, warnings: warningsOf(kept, task.atMs) }
  const { languages, validFrom, validTo } = timetableReport(kept, task.atMs)
  const { routes, stops, trips } = kept.timetable
  const document = JSON.stringify(storedTimetable(kept.timetable))
  return {
    ok: true,
    document: document.length > MOST_DOCUMENT_BYTES ? null : document,
    choices,
    report: {
      languages,
      validFrom,
      validTo,
      routes: routes.length,
      stops: stops.length,
      trips: trips.ids.length,
      warnings: warningsOf(kept, task.atMs),
    },
  }
}

function warningsOf(imported: ImportedTimetable, atMs: number): { code: string; text: { ja: string; en: string } }[] {
  const { warnings } = timetableReport(imported, atMs)
  return warnings.slice(0, MOST_WARNINGS).map(({ code, text: { ja, en } }) => ({ code, text: { ja, en } }))
}

function choicesOf({ routes, stops, trips, stopTimes }: Timetable): TimetableChoices {
  const tripsOf = new Uint32Array(routes.length)
  for (const route of trips.route) tripsOf[route] = (tripsOf[route] ?? 0) + 1
  const callingAt = stops.map(() => new Set<number>())
  for (const [row, stop] of stopTimes.stop.entries()) {
    const route = trips.route[stopTimes.trip[row] ?? 0]
    if (route !== undefined) callingAt[stop]?.add(route)
  }
  return {
    routes: routes.map(({ id, name, longName, agency, colour }, n) => {
      return { id, name, longName, agency, colour, trips: tripsOf[n] ?? 0 }
    }),
    stops: stops.map(({ id, name, place, parent, platform }, n) => ({
      id,
      name,
      place,
      parent: stops[parent]?.id ?? null,
      platform,
      routes: [...(callingAt[n] ?? [])].map((route) => routes[route]?.id ?? ''),
    })),
  }
}
