import type { ReportProblem } from './import-problem.ts'
import { REQUIRED_TABLES, type TableName, TABLES } from './tables.ts'

/** What a timetable has at most; a national feed has more, and is cut to a region before it comes here. */
export const MOST_FILES = 2000
export const MOST_BYTES = 256 * 1024 * 1024
export const MOST_ARCHIVE_BYTES = 100 * 1024 * 1024

/** Whether this file of an archive or folder can be a table of a timetable. */
export function isTable(path: string): boolean {
  return tableAt(path) !== null
}

/**
 * The tables of one feed by name: those of the folder that lacks the fewest of what a timetable needs, and of several the one nearest to
 * the top. Archives carry the feed of next year in a folder beside, and tables of two feeds are no timetable together: what else there is
 * is reported and left out.
 */
export function tablesIn(files: ReadonlyMap<string, Uint8Array>, report: ReportProblem): Map<string, Uint8Array> {
  const found = [...files].flatMap(([path, bytes]) => {
    const table = tableAt(path)
    return table === null ? [] : [{ ...table, path, bytes }]
  })
  const folders = Map.groupBy(found, ({ folder }) => folder)
  const lacks = (folder: string) => {
    const names = new Set(folders.get(folder)?.map(({ name }) => name))
    return REQUIRED_TABLES.filter((name) => !names.has(name)).length
  }
  const depth = (folder: string) => folder.split(/[\\/]/).length
  const inOrder = [...folders.keys()].toSorted((a, b) => lacks(a) - lacks(b) || depth(a) - depth(b) || (a < b ? -1 : 1))
  const tables = new Map<string, Uint8Array>()
  for (const { folder, name, path, bytes } of inOrder.flatMap((each) => folders.get(each) ?? [])) {
    if (tables.has(name)) report('file-duplicate', name, path)
    else if (folder !== inOrder[0]) report('file-elsewhere', name, path)
    else tables.set(name, bytes)
  }
  return tables
}

/** Which table a file is, and in which folder (`''` for none, else with its slash); null where it is none. */
function tableAt(path: string): { folder: string; name: TableName } | null {
  if (path.startsWith('__MACOSX/')) return null
  const folder = path.slice(0, Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1)
  const name = TABLES.find((table) => table === path.slice(folder.length).toLowerCase())
  return name === undefined ? null : { folder, name }
}
