import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { inflateRawSync } from 'node:zlib'
import type { InflateRaw } from '@akari/zip'
import { type ImportedTimetable, importTimetable } from '../import/import-timetable.ts'

export const INFLATE: InflateRaw = (bytes, maxBytes) => inflateRawSync(bytes, { maxOutputLength: maxBytes })

/** The folder of real feeds; null, and a printed reason, where there is none. */
export function transitFolder(): string | null {
  const corpus = process.env['AKARI_CORPUS']
  if (corpus === undefined) {
    process.stdout.write('skipped: AKARI_CORPUS is not set, so the feeds of the corpus are not read\n')
    return null
  }
  const found = join(corpus, 'transit')
  if (!existsSync(found)) throw new Error(`AKARI_CORPUS has no transit folder: ${found}`)
  return found
}

export function importAt(path: string): ImportedTimetable {
  return importTimetable(readFileSync(path), path, INFLATE)
}
