import { createReadStream } from 'node:fs'
import { readdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { faultCode, sha256File } from '@akari/node-kit'
import { type FileRef, Sha256 } from '@akari/protocol'

/** Files named by what is in them. A name without `.part` is only ever given to verified bytes. */
export type FileStore = {
  pathOf: (sha256: Sha256) => string
  /** Which of these are not here with their full size. */
  missing: (refs: readonly FileRef[]) => Promise<FileRef[]>
  /** Reads the whole file and compares; deletes it when it is not what its name says. */
  verify: (ref: FileRef, signal: AbortSignal) => Promise<'intact' | 'damaged'>
  /** Deletes what is not in `keep`; returns how many files. */
  collect: (keep: ReadonlySet<Sha256>) => Promise<number>
  /** A part of a file as a stream, or null when it is not here. `bytes` is its whole size. */
  open: (
    sha256: Sha256,
  ) => Promise<{ bytes: number; read: (start: number, end: number) => NodeJS.ReadableStream } | null>
}

export function fileStore(folder: string): FileStore {
  const pathOf = (sha256: Sha256) => join(folder, sha256)
  return {
    pathOf,
    missing: async (refs) => {
      // Two scenes may name the same bytes; they are one file.
      const files = [...new Map(refs.map((ref) => [ref.sha256, ref])).values()]
      const sizes = await Promise.all(files.map((ref) => sizeOf(pathOf(ref.sha256))))
      return files.filter((ref, index) => sizes[index] !== ref.bytes)
    },
    verify: async (ref, signal) => {
      const path = pathOf(ref.sha256)
      if ((await sizeOf(path)) === ref.bytes && (await sha256File(path, signal)) === ref.sha256) return 'intact'
      await rm(path, { force: true })
      return 'damaged'
    },
    collect: async (keep) => {
      const names = await readdir(folder)
      const unused = names.filter((name) => !keep.has(name.replace(/\.part$/, '')))
      await Promise.all(unused.map((name) => rm(join(folder, name), { force: true })))
      return unused.length
    },
    open: async (sha256) => {
      if (!Sha256.safeParse(sha256).success) return null
      const path = pathOf(sha256)
      const bytes = await sizeOf(path)
      if (bytes === null) return null
      return { bytes, read: (start, end) => createReadStream(path, { start, end }) }
    },
  }
}

async function sizeOf(path: string): Promise<number | null> {
  try {
    return (await stat(path)).size
  } catch (error) {
    if (faultCode(error) === 'ENOENT') return null
    throw error
  }
}
