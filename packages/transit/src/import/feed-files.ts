import type { ReportProblem } from './import-problem.ts'
import { TABLES } from './tables.ts'

/** What a timetable has at most; a national feed has more, and is cut to a region before it comes here. */
export const MOST_FILES = 2000
export const MOST_BYTES = 256 * 1024 * 1024
export const MOST_ARCHIVE_BYTES = 100 * 1024 * 1024

/** Whether this file of an archive or folder can be a table of a timetable. */
export function isTable(path: string): boolean {
  return tableAt(path) !== null
}

/**
 * The tables by name, wherever in folders they lie. Of two with the same name the one nearest to the top counts: archives
 * carry the feed of next year in a folder beside.
 */
export function tablesIn(files: ReadonlyMap<string, Uint8Array>, report: ReportProblem): Map<string, Uint8Array> {
  const tables = new Map<string, Uint8Array>()
  const depth = (path: string) => path.split(/[\\/]/).length
  for (const [path, bytes] of [...files].toSorted(([a], [b]) => depth(a) - depth(b) || (a < b ? -1 : 1))) {
    const name = tableAt(path)
    if (name === null) continue
    if (tables.has(name)) report('file-duplicate', name, path)
    else tables.set(name, bytes)
  }
  return tables
}

function tableAt(path: string): string | null {
  if (path.startsWith('__MACOSX/')) return null
  const name = path.split(/[\\/]/).at(-1)?.toLowerCase() ?? ''
  return TABLES.find((table) => table === name) ?? null
}
