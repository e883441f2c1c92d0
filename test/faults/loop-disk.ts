import { execFile } from 'node:child_process'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { temporaryFolder } from '../support/temporary-folder.ts'

const run = promisify(execFile)
const PROBE_BYTES = 4 * 1024 * 1024

/** Why there can be no loop device here, or null. */
export async function noLoopDevice(): Promise<string | null> {
  if (process.platform !== 'linux') return 'this needs a Linux loop device'
  const folder = await temporaryFolder('loop')
  try {
    const image = await makeImage(folder.path, PROBE_BYTES)
    const disk = await mounted(image, join(folder.path, 'disk'))
    await disk.unmount()
    return null
  } catch (error) {
    return `this needs root, mkfs.ext4 and a loop device: ${String(error).split('\n')[0]}`
  } finally {
    await folder.remove()
  }
}

/** An ext4 file system of so many bytes in a file of this folder. */
export async function makeImage(folder: string, bytes: number): Promise<string> {
  const image = join(folder, 'disk.img')
  await writeFile(image, Buffer.alloc(bytes))
  await run('mkfs.ext4', ['-q', '-F', image])
  return image
}

export type Mounted = { path: string; unmount: () => Promise<void> }

/** Puts an image in place of `path`. */
export async function mounted(image: string, path: string): Promise<Mounted> {
  await mkdir(path, { recursive: true })
  await run('mount', ['-o', 'loop', image, path])
  return { path, unmount: async () => void (await run('umount', [path])) }
}
