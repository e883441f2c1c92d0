import { type InflateRaw, readZip } from '@akari/zip'
import type { Timetable } from '../model/timetable.ts'
import { isTable, MOST_ARCHIVE_BYTES, MOST_BYTES, MOST_FILES, tablesIn } from './feed-files.ts'
import { type ImportProblem, problemList, type ReportProblem } from './import-problem.ts'
import type { Keep } from './keep.ts'
import { type FeedCounts, readTimetable } from './read-timetable.ts'
import { REQUIRED_TABLES } from './tables.ts'

export type ImportedTimetable = { timetable: Timetable | null; counts: FeedCounts; problems: ImportProblem[] }

/**
 * Reads a timetable (GTFS, GTFS-JP v1 to v4) from a zip archive. Never throws: `timetable` is null where there is none to use, and
 * `problems` says why. `keep` leaves out what is on none of the routes and calls at none of the stops.
 */
export function importTimetable(
  bytes: Uint8Array,
  archive: string,
  inflateRaw: InflateRaw,
  keep: Keep | null = null,
): ImportedTimetable {
  const { report, list } = problemList()
  const most = { files: MOST_FILES, archiveBytes: MOST_ARCHIVE_BYTES, bytes: MOST_BYTES }
  const { files, problems } = readZip(bytes, isTable, most, inflateRaw)
  for (const { code, file, detail } of problems) report(code, file ?? archive, detail)
  if (files.size === 0 && problems.length > 0) return { timetable: null, counts: NOTHING, problems: list() }
  return imported(files, archive, keep, report, list)
}

/** The same from files by path, as they lie in a folder. */
export function importTimetableFiles(
  files: ReadonlyMap<string, Uint8Array>,
  folder: string,
  keep: Keep | null = null,
): ImportedTimetable {
  const { report, list } = problemList()
  return imported(files, folder, keep, report, list)
}

const NOTHING: FeedCounts = { stops: 0, routes: 0, trips: 0, stopTimes: 0 }

function imported(
  files: ReadonlyMap<string, Uint8Array>,
  source: string,
  keep: Keep | null,
  report: ReportProblem,
  list: () => ImportProblem[],
): ImportedTimetable {
  const tables = tablesIn(files, report)
  const missing = REQUIRED_TABLES.filter((name) => !tables.has(name))
  if (missing.length > 0) {
    report('not-a-timetable', source, missing.join(', '))
    return { timetable: null, counts: NOTHING, problems: list() }
  }
  if (!tables.has('calendar.txt') && !tables.has('calendar_dates.txt')) report('file-missing', 'calendar.txt')
  return { ...readTimetable({ files: tables, report }, keep), problems: list() }
}
