import { createHash } from 'node:crypto'
import { readdirSync, rmSync, statSync } from 'node:fs'
import { enableCompileCache, flushCompileCache } from 'node:module'
import { join } from 'node:path'

/** By then a start has loaded all that it needs. */
const WRITTEN_AFTER_MS = 5_000

/**
 * Keeps the compiled code of this program in `folder`, so that its next start need not compile: that is half the work of a
 * start. What another version or another place of it left there goes. Call it before anything heavy is imported. Never
 * throws; without a folder that can be written a start takes longer, and code that was damaged there is compiled again
 * (Node compares checksums: nodejs.org/docs/latest-v24.x/api/module.html#module-compile-cache).
 */
export function keepCompiled(folder: string, entry: string): void {
  const { mtimeMs, size } = statSync(entry)
  const version = [entry, process.version, mtimeMs, size].join(' ')
  const own = createHash('sha256').update(version).digest('hex').slice(0, 12)
  for (const other of namesIn(folder).filter((name) => name !== own))
    rmSync(join(folder, other), { recursive: true, force: true })
  enableCompileCache(join(folder, own))
  // A process that is only ever killed would never write it.
  setTimeout(flushCompileCache, WRITTEN_AFTER_MS).unref()
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder)
  } catch {
    return [] // the first start, or no folder at all
  }
}
