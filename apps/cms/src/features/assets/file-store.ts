import { createHash } from 'node:crypto'
import { mkdir, open, readdir, rename, rm, stat, utimes } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { faultCode, sha256File, syncFolder, writeFileAtomically } from '@akari/node-kit'
import { type FileRef, Sha256 } from '@akari/protocol'

/** Files named by what is in them, in `{folder}/{first two digits}/{sha256}`. Nothing in it ever changes. */
export type FileStore = {
  pathOf: (sha256: Sha256) => string
  /** Moves a finished file of the same volume in; it is on the disk when this resolves. */
  adopt: (path: string, mediaType: string) => Promise<FileRef>
  write: (data: Uint8Array, mediaType: string) => Promise<FileRef>
  /** Those that are not here. */
  missing: (files: readonly Sha256[]) => Promise<Set<Sha256>>
  /** Deletes the files that `isKept` does not claim and that were put here before `before`; gives how many. */
  sweep: (isKept: (sha256: Sha256) => boolean, before: Date) => Promise<number>
}

export function fileStore(folder: string, now: () => Date): FileStore {
  const pathOf = (sha256: Sha256) => join(folder, sha256.slice(0, 2), sha256)
  /** True when the file is here already; it is then young again, so that no sweep takes it from under its new owner. */
  const renew = async (sha256: Sha256): Promise<boolean> => {
    try {
      await utimes(pathOf(sha256), now(), now())
      return true
    } catch (error) {
      if (faultCode(error) === 'ENOENT') return false
      throw error
    }
  }
  return {
    pathOf,
    adopt: async (path, mediaType) => {
      const [sha256, { size: bytes }] = [await sha256File(path), await stat(path)]
      if (await renew(sha256)) {
        await rm(path)
        return { sha256, bytes, mediaType }
      }
      await syncFile(path)
      await mkdir(dirname(pathOf(sha256)), { recursive: true })
      await rename(path, pathOf(sha256))
      await utimes(pathOf(sha256), now(), now())
      await syncFolder(dirname(pathOf(sha256)))
      await syncFolder(folder)
      return { sha256, bytes, mediaType }
    },
    write: async (data, mediaType) => {
      const sha256 = createHash('sha256').update(data).digest('hex')
      if (!(await renew(sha256))) {
        await mkdir(dirname(pathOf(sha256)), { recursive: true })
        await writeFileAtomically(pathOf(sha256), data)
        await syncFolder(folder)
      }
      return { sha256, bytes: data.length, mediaType }
    },
    missing: async (files) => {
      const gone = new Set<Sha256>()
      for (const sha256 of files) {
        const found = await stat(pathOf(sha256)).catch((error: unknown) => {
          if (faultCode(error) === 'ENOENT') return null
          throw error
        })
        if (found === null) gone.add(sha256)
      }
      return gone
    },
    sweep: async (isKept, before) => {
      let swept = 0
      for (const path of await filesIn(folder)) {
        const name = Sha256.safeParse(path.slice(-64))
        if (name.success && isKept(name.data)) continue
        if ((await stat(path)).mtime >= before) continue
        await rm(path, { force: true })
        swept += 1
      }
      return swept
    },
  }
}

async function syncFile(path: string): Promise<void> {
  const file = await open(path, 'r+')
  try {
    await file.sync()
  } finally {
    await file.close()
  }
}

async function filesIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch((error: unknown) => {
    if (faultCode(error) === 'ENOENT') return []
    throw error
  })
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
}
