import { readdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { faultCode } from '@akari/node-kit'
import { type FileRef, Sha256 } from '@akari/protocol'
import { checkedFiles, type Pace } from './checked-files.ts'

/** Files named by what is in them. A name without `.part` is only ever given to verified bytes. */
export type FileStore = {
  pathOf: (sha256: Sha256) => string
  /** Which of these are not here with their full size. */
  missing: (refs: readonly FileRef[]) => Promise<FileRef[]>
  /** Reads the whole file and compares; deletes it when it is not what its name says. */
  verify: (ref: FileRef, signal: AbortSignal, pace: Pace) => Promise<'intact' | 'damaged'>
  /** Sees to it that a file can be read at any place at once; one that is not what its name says is deleted. */
  prepare: (ref: FileRef, signal: AbortSignal) => Promise<'intact' | 'damaged'>
  /** Deletes what is not in `keep`; returns how many files. */
  collect: (keep: ReadonlySet<Sha256>) => Promise<number>
  /** Bytes of all files and begun downloads, of those that are not in `keep`, and of the downloads begun of `begun`. */
  usage: (
    keep: ReadonlySet<Sha256>,
    begun?: ReadonlySet<Sha256>,
  ) => Promise<{ bytes: number; unusedBytes: number; begunBytes: number }>
  /**
   * A part of a file as a stream of proven bytes, or null when it is not here or turned out to be damaged, in which case it
   * is deleted. `bytes` is its whole size.
   */
  open: (sha256: Sha256) => Promise<{ bytes: number; read: (start: number, end: number) => Readable } | null>
  /** Who is told of a file that was found damaged while the glass asked for it. */
  onDamaged: (listener: (sha256: Sha256) => void) => void
}

export function fileStore(folder: string): FileStore {
  const pathOf = (sha256: Sha256) => join(folder, sha256)
  let tell: (sha256: Sha256) => void = () => {}
  const remove = async (sha256: Sha256) => {
    for (const path of [pathOf(sha256), `${pathOf(sha256)}.blocks`]) await rm(path, { force: true })
  }
  const damaged = async (sha256: Sha256) => {
    await remove(sha256)
    tell(sha256)
  }
  const checked = checkedFiles(pathOf, (sha256) => {
    // A disk that refuses to delete it as well is found out by the next reader; the bytes were not given out.
    damaged(sha256).catch(() => tell(sha256))
  })
  /** Two requests for one file are one reading. */
  const checking = new Map<Sha256, Promise<boolean>>()
  const checkOnce = (sha256: Sha256) => {
    const running = checking.get(sha256) ?? checked.check(sha256).finally(() => checking.delete(sha256))
    checking.set(sha256, running)
    return running
  }
  const verify: FileStore['verify'] = async ({ sha256, bytes }, signal, pace) => {
    if ((await sizeOf(pathOf(sha256))) === bytes && (await checked.check(sha256, { signal, pace }))) return 'intact'
    await remove(sha256)
    return 'damaged'
  }
  return {
    pathOf,
    missing: async (refs) => {
      // Two scenes may name the same bytes; they are one file.
      const files = [...new Map(refs.map((ref) => [ref.sha256, ref])).values()]
      const sizes = await Promise.all(files.map((ref) => sizeOf(pathOf(ref.sha256))))
      return files.filter((ref, index) => sizes[index] !== ref.bytes)
    },
    verify,
    prepare: async (ref, signal) => {
      if (checked.isKnown(ref.sha256) || (await checked.recall(ref.sha256, ref.bytes))) return 'intact'
      return verify(ref, signal, () => Promise.resolve())
    },
    collect: async (keep) => {
      const unused = (await readdir(folder)).filter((name) => !keep.has(contentOf(name)))
      await Promise.all(unused.map((name) => rm(join(folder, name), { force: true })))
      for (const name of unused) checked.forget(contentOf(name))
      return unused.length
    },
    usage: async (keep, begun = new Set()) => {
      const usage = { bytes: 0, unusedBytes: 0, begunBytes: 0 }
      for (const name of await readdir(folder)) {
        const bytes = (await sizeOf(join(folder, name))) ?? 0
        usage.bytes += bytes
        if (!keep.has(contentOf(name))) usage.unusedBytes += bytes
        else if (name.endsWith('.part') && begun.has(contentOf(name))) usage.begunBytes += bytes
      }
      return usage
    },
    open: async (sha256) => {
      if (!Sha256.safeParse(sha256).success) return null
      const bytes = await sizeOf(pathOf(sha256))
      if (bytes === null) return null
      const isKnown = checked.isKnown(sha256) || (await checked.recall(sha256, bytes))
      if (!isKnown && !(await checkOnce(sha256))) {
        await damaged(sha256)
        return null
      }
      return { bytes, read: (start, end) => checked.read(sha256, start, end) }
    },
    onDamaged: (listener) => {
      tell = listener
    },
  }
}

function contentOf(name: string): string {
  return name.replace(/\.(part|blocks)$/, '')
}

async function sizeOf(path: string): Promise<number | null> {
  try {
    return (await stat(path)).size
  } catch (error) {
    if (faultCode(error) === 'ENOENT') return null
    throw error
  }
}
