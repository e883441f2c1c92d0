import { randomBytes } from 'node:crypto'
import { open, stat, statfs } from 'node:fs/promises'
import { dirname } from 'node:path'
import { faultCode, isDiskFull } from './fault.ts'

/** Frees some of a full disk; false when there is nothing left to give. */
export type MakeRoom = () => Promise<boolean>

/** Does `step`, and again after each piece of room, for as long as the disk is full and there is room to make. */
export async function withRoom<T>(step: () => Promise<T>, room: MakeRoom | undefined): Promise<T> {
  for (;;) {
    try {
      return await step()
    } catch (error) {
      if (room === undefined || !isDiskFull(error) || !(await room())) throw error
    }
  }
}

/**
 * Disk space that no other program can take: a file full of bytes that mean nothing, given up piece by piece for what must be
 * kept although something has filled the disk, and grown again when there is room.
 */
export type Reserve = {
  /** Room for emergencies: all of it. */
  first: MakeRoom
  /** Room for what is to be reported: never the half that emergencies may need. */
  second: MakeRoom
  /** Grows it as far as there is room; whether it is whole. Rejects with the file system's error. */
  refill: () => Promise<boolean>
}

/** The largest alert state takes about so much: of a smaller piece, whoever fills the disk gets less. */
const PIECE_BYTES = 512 * 1024
/** Of a small disk no more than this. */
const SHARE = 1 / 16
/** Left free by `refill`, so that the reserve itself never fills the disk. */
const MARGIN_BYTES = 4 * PIECE_BYTES

/** `gave` is told each time a piece was given up; the folder of `path` must exist. `mostBytes`: 0 keeps none. */
export function diskReserve({ path, mostBytes, gave }: { path: string; mostBytes: number; gave: () => void }): Reserve {
  /** Bytes of a whole reserve on this disk. */
  const goalBytes = async (): Promise<number> => {
    const { blocks, bsize } = await statfs(dirname(path))
    return Math.min(mostBytes, Math.floor((blocks * bsize * SHARE) / PIECE_BYTES) * PIECE_BYTES)
  }
  let work: Promise<unknown> = Promise.resolve()
  const queued = <T>(operation: () => Promise<T>): Promise<T> => {
    const done = work.then(operation)
    work = done.catch(() => undefined)
    return done
  }

  /** Never rejects: whoever asks for room has its own error to tell. `keptShare`: what stays of the whole, 0 to 1. */
  const give = (keptShare: number): MakeRoom => {
    const one = async (): Promise<boolean> => {
      const bytes = await sizeOf(path)
      const least = Math.ceil((await goalBytes()) * keptShare)
      if (bytes <= least) return false
      await setLength(path, Math.max(least, bytes - PIECE_BYTES))
      gave()
      return true
    }
    return () => queued(one).catch(() => false)
  }

  return {
    first: give(0),
    second: give(1 / 2),
    refill: () =>
      queued(async () => {
        const lacking = (await goalBytes()) - (await sizeOf(path))
        if (lacking <= 0) return true
        const most = Math.floor(((await freeBytes(path)) - MARGIN_BYTES) / PIECE_BYTES) * PIECE_BYTES
        if (most > 0) await lengthen(path, Math.min(lacking, most))
        return most >= lacking
      }),
  }
}

async function freeBytes(path: string): Promise<number> {
  const { bavail, bsize } = await statfs(dirname(path))
  return bavail * bsize
}

async function sizeOf(path: string): Promise<number> {
  try {
    return (await stat(path)).size
  } catch (error) {
    if (faultCode(error) === 'ENOENT') return 0
    throw error
  }
}

/** On the disk when it resolves: only then do the blocks count as free. */
async function setLength(path: string, bytes: number): Promise<void> {
  const file = await open(path, 'r+')
  try {
    await file.truncate(bytes)
    await file.sync()
  } finally {
    await file.close()
  }
}

/** By bytes that no file system can store in less room. */
async function lengthen(path: string, bytes: number): Promise<void> {
  const file = await open(path, 'a', 0o600)
  try {
    await file.writeFile(randomBytes(bytes))
    await file.sync()
  } finally {
    await file.close()
  }
}
