import { readdir, readFile, stat } from 'node:fs/promises'
import { basename, join, relative } from 'node:path'
import { inflateRawSync } from 'node:zlib'
import { type ImportProblem, MOST_BYTES, MOST_FILES, type ReadVenue, readVenue, unzip } from '@akari/wayfinding'
import type { InflateRaw } from '@akari/zip'

const INFLATE: InflateRaw = (bytes, maxBytes) => inflateRawSync(bytes, { maxOutputLength: maxBytes })

/**
 * Reads the venue in a folder, a zip archive or a single file; `name` is what the file was called by whoever brought it. Never
 * throws: what cannot be read is a problem.
 */
export async function readVenueAt(path: string, name: string = basename(path)): Promise<ReadVenue> {
  const problems: ImportProblem[] = []
  const files = await filesAt(path, name, (problem) => problems.push(problem))
  const read = readVenue(files)
  // Where nothing could be unpacked, that is the trouble, not the format of nothing.
  const said = problems.length > 0 && files.size === 0 ? [] : read.problems
  return { venue: read.venue, problems: [...problems, ...said] }
}

type Report = (problem: ImportProblem) => void

async function filesAt(path: string, name: string, report: Report): Promise<Map<string, Uint8Array>> {
  try {
    return (await stat(path)).isDirectory() ? await folderFiles(path, report) : await singleFile(path, name, report)
  } catch (err) {
    const detail = err instanceof Error && 'code' in err ? String(err.code) : String(err)
    const code = detail === 'ENOENT' ? 'file-missing' : 'file-unreadable'
    report({ code, file: name, featureId: null, detail })
    return new Map()
  }
}

async function singleFile(path: string, name: string, report: Report): Promise<Map<string, Uint8Array>> {
  const { size } = await stat(path)
  if (size > MOST_BYTES) {
    report({ code: 'archive-too-large', file: name, featureId: null, detail: `${size} B` })
    return new Map()
  }
  const bytes = await readFile(path)
  // Every zip archive begins with PK, whatever it is called.
  const isZip = bytes.subarray(0, 2).toString('latin1') === 'PK' || /\.(zip|imdf)$/i.test(name)
  return isZip ? unzip(bytes, name, INFLATE, report) : new Map([[name, bytes]])
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
