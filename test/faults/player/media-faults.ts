import { open, readdir, stat, truncate } from 'node:fs/promises'
import { join } from 'node:path'
import { killFound, renderer } from './process-faults.ts'
import type { Display } from './display.ts'
import type { Fault } from './fault-kinds.ts'
import type { Media } from './programme.ts'

/** Films that nobody can play to their end, and files of the active set that are no longer what they were, under a player that runs. */
export const mediaFaults: readonly Fault[] = [
  published('breaking off soon'),
  published('breaking off in the middle'),
  harmed('media cut short on the disk, page loaded anew', (path, bytes) => truncate(path, Math.floor(bytes / 2))),
  harmed('media overwritten on the disk, page loaded anew', overwrite),
]

function published(media: Exclude<Media, 'usual'>): Fault {
  return {
    name: `a film ${media}`,
    leavesAPath: true,
    begin: async (display) => {
      await display.putOn(media)
      return () => display.putOn('usual')
    },
  }
}

/** All media at once: whatever the page asks for next is harmed. */
function harmed(name: string, harm: (path: string, bytes: number) => Promise<void>): Fault {
  return {
    name,
    leavesAPath: true,
    begin: async (display) => {
      for (const path of await mediaOf(display)) await harm(path, (await stat(path)).size)
      killFound(display, renderer)
      return async () => {} // what is harmed is found out, and fetched again
    },
  }
}

async function mediaOf({ dataFolder }: Display): Promise<string[]> {
  const folder = join(dataFolder, 'files')
  return (await readdir(folder)).map((name) => join(folder, name))
}

/** From a quarter on, in place, as a bad controller writes. */
async function overwrite(path: string, bytes: number): Promise<void> {
  const file = await open(path, 'r+')
  try {
    await file.write(Buffer.alloc(Math.ceil(bytes / 2), 0xff), 0, undefined, Math.floor(bytes / 4))
  } finally {
    await file.close()
  }
}
