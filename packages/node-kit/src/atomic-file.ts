import { randomBytes } from 'node:crypto'
import { open, readdir, rename, rm } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { type MakeRoom, withRoom } from './reserve.ts'

const TEMPORARY = /\.[0-9a-f]{12}\.tmp$/

/**
 * Writes a file so that a reader, a crash or a power cut meets either the old bytes or all of the new ones: temporary file,
 * fsync, rename, fsync of the folder. The folder must exist. Rejects with the file system's error and leaves no temporary file.
 * A full disk is asked for room with `room` first.
 */
export async function writeFileAtomically(
  path: string,
  data: string | Uint8Array,
  { mode = 0o644, room }: { mode?: number; room?: MakeRoom | undefined } = {},
): Promise<void> {
  await withRoom(() => replaceFile(path, data, mode), room)
}

async function replaceFile(path: string, data: string | Uint8Array, mode: number): Promise<void> {
  const temporary = join(dirname(path), `${basename(path)}.${randomBytes(6).toString('hex')}.tmp`)
  try {
    const file = await open(temporary, 'wx', mode)
    try {
      await file.writeFile(data)
      await file.sync()
    } finally {
      await file.close()
    }
    await rename(temporary, path)
  } catch (error) {
    await rm(temporary, { force: true })
    throw error
  }
  await syncFolder(dirname(path))
}

/** Makes a rename or a new name in this folder survive a power cut. Windows offers no such call and needs none. */
export async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return
  const handle = await open(folder, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

/** Deletes what a killed `writeFileAtomically` left in this folder; call it before the first write of a process. */
export async function removeTemporaryFiles(folder: string): Promise<void> {
  const names = await readdir(folder)
  await Promise.all(names.filter((name) => TEMPORARY.test(name)).map((name) => rm(join(folder, name), { force: true })))
}
