import { open, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join, relative } from 'node:path'
import type { Fault } from './fault-kinds.ts'

const BLOCK = Buffer.alloc(64 * 1024, 1)

export const diskFaults: readonly Fault[] = [
  {
    name: 'disk full',
    leavesAPath: true,
    impossible: ({ noDisk }) => noDisk,
    begin: async ({ dataFolder }) => {
      const filler = join(dataFolder, '..', 'filler')
      await fill(filler)
      return () => rm(filler)
    },
  },
  {
    name: 'a byte flipped in a stored file, agent killed',
    leavesAPath: true,
    begin: async ({ dataFolder, agent }, random) => {
      const path = await flipOneByte(dataFolder, random)
      const running = agent.now()
      if (running !== null) process.kill(running.pid, 'SIGKILL')
      process.stderr.write(`  flipped a byte of ${path}\n`)
      return async () => {} // the byte stays wrong
    },
  },
]

/** Writes until the disk takes no more. */
async function fill(path: string): Promise<void> {
  const file = await open(path, 'w')
  try {
    for (;;) await file.write(BLOCK)
  } catch (error) {
    if (!String(error).includes('ENOSPC')) throw error
  } finally {
    await file.close()
  }
}

/** Flips one bit of a file under `folder`, drawn by kind (state, media, plays, compiled code) first; gives its path. */
export async function flipOneByte(folder: string, random: () => number): Promise<string> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const paths = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
  const kinds = Object.values(Object.groupBy(paths.toSorted(), (path) => relative(folder, path).split('/')[0] ?? ''))
  const path = drawn(drawn(kinds, random) ?? [], random)
  if (path === undefined) throw new Error(`nothing is stored in ${folder}`)
  const bytes = await readFile(path)
  const at = Math.floor(random() * bytes.length)
  if (bytes.length > 0) bytes[at] = (bytes[at] ?? 0) ^ (1 << Math.floor(random() * 8))
  await writeFile(path, bytes)
  return path
}

function drawn<T>(things: readonly T[], random: () => number): T | undefined {
  return things[Math.floor(random() * things.length)]
}
