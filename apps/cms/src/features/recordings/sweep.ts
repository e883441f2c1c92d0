import { readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { RecordingStore } from './recordings.store.ts'

/** Deletes parts of recordings that are gone or ready: a server that stopped at the wrong moment leaves them. */
export async function sweepParts(folder: string, store: Pick<RecordingStore, 'list'>): Promise<void> {
  const names = await readdir(folder).catch(() => [])
  const needed = new Set((await store.list()).filter(({ state }) => state !== 'ready').map(({ id }) => id))
  for (const name of names) {
    if (!needed.has(name)) await rm(join(folder, name), { recursive: true, force: true })
  }
}
