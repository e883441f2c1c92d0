import { statfs } from 'node:fs/promises'
import type { FileRef, Sha256 } from '@akari/protocol'
import type { FileStore } from './file-store.ts'

const RESERVE_SHARE = 0.05
const RESERVE_MOST_BYTES = 256 * 1024 * 1024

export type Room = { state: 'enough' } | { state: 'afterEviction' } | { state: 'lacking'; bytes: number }

/**
 * Is there room for what is still to come of `wanted`? `keep` must not be deleted for it. A reserve stays free for alerts and
 * for what waits to be reported: a twentieth of the disk, 256 MiB at most. `budgetBytes`: what all files may take; null: the rest.
 */
export async function roomFor(
  { folder, store, budgetBytes }: { folder: string; store: FileStore; budgetBytes: number | null },
  wanted: readonly FileRef[],
  keep: ReadonlySet<Sha256>,
): Promise<Room> {
  const disk = await statfs(folder)
  const reserve = Math.min(disk.blocks * disk.bsize * RESERVE_SHARE, RESERVE_MOST_BYTES)
  const { bytes, unusedBytes, begunBytes } = await store.usage(keep, new Set(wanted.map(({ sha256 }) => sha256)))
  const free = Math.min(disk.bavail * disk.bsize - reserve, (budgetBytes ?? Number.POSITIVE_INFINITY) - bytes)
  const lacking = wanted.reduce((sum, ref) => sum + ref.bytes, 0) - begunBytes - free
  if (wanted.length === 0 || lacking <= 0) return { state: 'enough' }
  return lacking <= unusedBytes
    ? { state: 'afterEviction' }
    : { state: 'lacking', bytes: Math.ceil(lacking - unusedBytes) }
}
