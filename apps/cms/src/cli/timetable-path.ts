import { readdir, readFile, stat } from 'node:fs/promises'
import { basename, join, relative } from 'node:path'
import { inflateRawSync } from 'node:zlib'
import { importTimetable, importTimetableFiles, type ImportedTimetable, isTable, MOST_BYTES } from '@akari/transit'
import type { InflateRaw } from '@akari/zip'
import { CliError, sentence } from './say.ts'

const INFLATE: InflateRaw = (bytes, maxBytes) => inflateRawSync(bytes, { maxOutputLength: maxBytes })

/** Reads the timetable in a zip archive or a folder; throws CliError where there is neither. */
export async function readTimetableAt(path: string): Promise<ImportedTimetable> {
  try {
    const { size } = await stat(path)
    if (size > MOST_BYTES) throw new CliError(sentence('timetableUnreadable', { reason: `${path} (${size} B)` }))
    const isFolder = (await stat(path)).isDirectory()
    return isFolder
      ? importTimetableFiles(await folderFiles(path), basename(path))
      : importTimetable(await readFile(path), basename(path), INFLATE)
  } catch (err) {
    if (err instanceof Error && 'code' in err) throw new CliError(sentence('noFile', { file: path }))
    throw err
  }
}

async function folderFiles(folder: string): Promise<Map<string, Uint8Array>> {
  const files = new Map<string, Uint8Array>()
  let total = 0
  for (const name of (await readdir(folder, { recursive: true })).filter(isTable)) {
    const path = join(folder, name)
    total += (await stat(path)).size
    if (total > MOST_BYTES) throw new CliError(sentence('timetableUnreadable', { reason: `${folder} (${total} B)` }))
    files.set(relative(folder, path), await readFile(path))
  }
  return files
}
