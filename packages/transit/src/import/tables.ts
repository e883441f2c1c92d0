import { matchColumns } from './columns.ts'
import { readCsv } from './csv.ts'
import { encodingOf } from './encoding.ts'
import type { ReportProblem } from './import-problem.ts'

/** The tables of a timetable by the names the specification gives them, and where to say what is wrong with them. */
export type Tables = { files: ReadonlyMap<string, Uint8Array>; report: ReportProblem }

/** Without any of these there is no timetable. */
export const REQUIRED_TABLES = ['stops.txt', 'routes.txt', 'trips.txt', 'stop_times.txt'] as const

/** Every table that is read. Whatever else an archive holds is not even unpacked. */
export const TABLES = [
  ...REQUIRED_TABLES,
  'agency.txt',
  'calendar.txt',
  'calendar_dates.txt',
  'frequencies.txt',
  'shapes.txt',
  'feed_info.txt',
  'translations.txt',
] as const
export type TableName = (typeof TABLES)[number]

const NAMES = { 'utf-16le': 'UTF-16', 'utf-16be': 'UTF-16', shift_jis: 'CP932' }

/**
 * Reads one table. Every row comes as the values of `columns` in their order, in an array that is used again for the next one;
 * rows that lack a value of the first `needed` columns are reported and left out. A missing file has no rows.
 */
export function eachRow(
  { files, report }: Tables,
  name: TableName,
  columns: readonly string[],
  needed: number,
  onRow: (fields: readonly string[], row: number) => void,
): void {
  const bytes = files.get(name)
  if (bytes === undefined) return
  const { label, isDamaged } = encodingOf(bytes)
  if (label !== 'utf-8') report('encoding-not-utf8', name, NAMES[label])
  if (isDamaged) report('letters-damaged', name)
  let last = 0
  const isWhole = readCsv(
    bytes,
    label,
    columns.length,
    (header) => {
      const { slots, misspelt } = matchColumns(header, columns)
      for (const [found, meant] of misspelt) report('column-misspelt', name, `${found} → ${meant}`)
      for (const [slot, column] of columns.slice(0, needed).entries())
        if (!slots.includes(slot)) report('column-missing', name, column)
      return slots
    },
    (fields, row) => {
      last = row
      for (let n = 0; n < needed; n++) if (fields[n] === '') return report('row-unreadable', name, `row ${row}`)
      onRow(fields, row)
    },
  )
  if (!isWhole) report('row-endless', name, `row ${last + 1}`)
}
