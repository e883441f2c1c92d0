import { readdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { faultCode } from '@akari/node-kit'
import type { Sha256 } from '@akari/protocol'
import { BIN_DAYS } from './asset-views.ts'
import type { AssetStore } from './assets.store.ts'
import type { FileStore } from './file-store.ts'

const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS

/**
 * Forgets what has been in the bin for 30 days, then deletes files that nothing names any more, neither an asset nor a published programme, and scratch folders that a killed
 * server left. Whatever is younger than an hour stays: someone may be about to name it. Gives how many files went.
 */
export async function collectGarbage(deps: {
  store: AssetStore
  files: FileStore
  workDir: string
  publishedFiles: () => Promise<ReadonlySet<Sha256>>
  now: () => Date
}): Promise<number> {
  const ago = (ms: number) => new Date(deps.now().getTime() - ms)
  await removeScratch(deps.workDir, ago(DAY_MS))
  await deps.store.purge(ago(BIN_DAYS * DAY_MS).toISOString())
  await deps.store.dropOrphans()
  const published = await deps.publishedFiles()
  const owned = await deps.store.files()
  return deps.files.sweep((sha256) => owned.has(sha256) || published.has(sha256), ago(HOUR_MS))
}

async function removeScratch(workDir: string, before: Date): Promise<void> {
  const names = await readdir(workDir).catch((error: unknown) => {
    if (faultCode(error) === 'ENOENT') return []
    throw error
  })
  for (const name of names) {
    const path = join(workDir, name)
    if ((await stat(path)).mtime < before) await rm(path, { recursive: true, force: true })
  }
}
