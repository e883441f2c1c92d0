import { readdir, readFile, stat } from 'node:fs/promises'
import { basename, join, relative } from 'node:path'
import { inflateRawSync } from 'node:zlib'
import {
  type ImportProblem,
  type InflateRaw,
  MOST_BYTES,
  MOST_FILES,
  type ReadVenue,
  readVenue,
  unzip,
} from '@akari/wayfinding'
import { CliError, sentence } from './say.ts'

const INFLATE: InflateRaw = (bytes, maxBytes) => inflateRawSync(bytes, { maxOutputLength: maxBytes })

/** Reads the venue in a folder, a zip archive or a single file. Throws CliError where there is nothing at that path. */
export async function readVenueAt(path: string): Promise<ReadVenue> {
  const found = await stat(path).catch(() => null)
  if (found === null) throw new CliError(sentence('noFile', { file: path }))
  const problems: ImportProblem[] = []
  const files = found.isDirectory()
    ? await folderFiles(path, (problem) => problems.push(problem))
    : await singleFile(path, (problem) => problems.push(problem))
  const read = readVenue(files)
  // Where nothing could be unpacked, that is the trouble, not the format of nothing.
  const said = problems.length > 0 && files.size === 0 ? [] : read.problems
  return { venue: read.venue, problems: [...problems, ...said] }
}

type Report = (problem: ImportProblem) => void

async function singleFile(path: string, report: Report): Promise<Map<string, Uint8Array>> {
  const bytes = await readFile(path)
  // Every zip archive begins with PK, whatever it is called.
  const isZip = bytes.subarray(0, 2).toString('latin1') === 'PK' || /\.(zip|imdf)$/i.test(path)
  return isZip ? unzip(bytes, basename(path), INFLATE, report) : new Map([[basename(path), bytes]])
}

async function folderFiles(folder: string, report: Report): Promise<Map<string, Uint8Array>> {
  const names = (await readdir(folder, { recursive: true })).filter((name) => /\.(geo)?json$|\.svg$/i.test(name)).sort()
  const files = new Map<string, Uint8Array>()
  if (names.length > MOST_FILES) {
    report({ code: 'archive-too-large', file: basename(folder), featureId: null, detail: `${names.length} files` })
    return files
  }
  let total = 0
  for (const name of names) {
    const path = join(folder, name)
    const { size } = await stat(path)
    total += size
    if (total > MOST_BYTES) {
      report({ code: 'archive-too-large', file: name, featureId: null, detail: `${total} B` })
      return new Map()
    }
    files.set(relative(folder, path), await readFile(path))
  }
  return files
}
