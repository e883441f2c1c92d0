import { statfsSync } from 'node:fs'
import { tmpdir } from 'node:os'

/** Linux: the file system is in memory (statfs(2), TMPFS_MAGIC). */
const TMPFS = 0x01021994
const SHARED_MEMORY = '/dev/shm'
/** A whole run writes some 0.7 GB at once, and its browsers and servers need memory, too. */
const ROOM_BYTES = 8 * 1024 ** 3

/**
 * Where a run of the tests writes: memory where there is plenty of it, otherwise the system's temporary folder. A new database is
 * some 300 files, and on a disk half of the time of the server's tests goes into making and deleting them. `TMPDIR` is obeyed.
 */
export function roomyFolder(environment: Readonly<Record<string, string | undefined>>): string {
  const isLeftToUs = (environment['TMPDIR'] ?? '') === ''
  return isLeftToUs && hasRoomInMemory() ? SHARED_MEMORY : tmpdir()
}

function hasRoomInMemory(): boolean {
  if (process.platform !== 'linux' || process.availableMemory() < ROOM_BYTES) return false
  try {
    const { type, bavail, bsize } = statfsSync(SHARED_MEMORY)
    return type === TMPFS && bavail * bsize >= ROOM_BYTES
  } catch {
    return false // no such folder here: the disk serves as well, only slower
  }
}
