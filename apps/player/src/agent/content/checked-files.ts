import { createHash } from 'node:crypto'
import { open } from 'node:fs/promises'
import { Readable } from 'node:stream'
import type { Sha256 } from '@akari/protocol'
import { blockDigests } from './block-digests.ts'

const BLOCK = 256 * 1024
const DIGEST = 32
/** What is smaller is read whole sooner than anybody notices. */
const REMEMBERED_BYTES = 64 * 1024 * 1024

/** Waits until so many more bytes may be read; an import or a sweep must not take the disk from the glass. */
export type Pace = (bytes: number, signal: AbortSignal) => Promise<void>

export type CheckedFiles = {
  /** Reads all of a file; whether it is what its name says. Rejects with the file system's error. */
  check: (sha256: Sha256, options?: { signal: AbortSignal; pace: Pace }) => Promise<boolean>
  /** From `start` to `end` (included), each block compared before it is given out; ends with an error at a damaged one. */
  read: (sha256: Sha256, start: number, end: number) => Readable
  /** Was it checked since the start? Then every block can be compared by itself. */
  isKnown: (sha256: Sha256) => boolean
  /** Takes up what was noted of a file of so many bytes before a restart; whether anything was. */
  recall: (sha256: Sha256, bytes: number) => Promise<boolean>
  /** It is deleted. */
  forget: (sha256: string) => void
}

/**
 * Nothing leaves the disk unseen: the first reading of a file proves it by its name and notes the digest of every block, and
 * later readings prove each block by that. A film need not be read whole for every seek.
 */
export function checkedFiles(pathOf: (sha256: Sha256) => string, damaged: (sha256: Sha256) => void): CheckedFiles {
  const known = new Map<Sha256, Uint8Array>()
  const beside = blockDigests(pathOf)

  const check: CheckedFiles['check'] = async (sha256, options) => {
    const whole = createHash('sha256')
    const digests: Buffer[] = []
    for await (const block of blocksOf(pathOf(sha256), 0)) {
      await options?.pace(block.length, options.signal)
      options?.signal.throwIfAborted()
      whole.update(block)
      digests.push(digestOf(block))
    }
    if (whole.digest('hex') !== sha256) return false
    // Memory of its own: a few bytes out of Node's pool would keep 64 KiB of it for as long as the file is here.
    const all = new Uint8Array(Buffer.concat(digests))
    known.set(sha256, all)
    // A disk that is too full for it has it read once more after a restart.
    if (digests.length * BLOCK > REMEMBERED_BYTES) await beside.write(sha256, all).catch(() => undefined)
    return true
  }

  async function* proven(sha256: Sha256, start: number, end: number): AsyncGenerator<Buffer> {
    let index = Math.floor(start / BLOCK)
    // Whoever reads goes on with what was known, also of a file that is deleted meanwhile.
    const digests = known.get(sha256)
    for await (const block of blocksOf(pathOf(sha256), index)) {
      const expected = digests?.subarray(index * DIGEST, (index + 1) * DIGEST)
      if (expected === undefined || !digestOf(block).equals(expected)) {
        damaged(sha256)
        throw new Error(`damaged: ${sha256}`)
      }
      const at = index * BLOCK
      yield block.subarray(Math.max(0, start - at), end + 1 - at)
      index += 1
      if (index * BLOCK > end) return
    }
  }

  return {
    check,
    read: (sha256, start, end) => Readable.from(proven(sha256, start, end), { objectMode: false }),
    isKnown: (sha256) => known.has(sha256),
    recall: async (sha256, bytes) => {
      const digests = bytes > REMEMBERED_BYTES ? await beside.read(sha256, Math.ceil(bytes / BLOCK)) : null
      if (digests !== null) known.set(sha256, digests)
      return digests !== null
    },
    forget: (sha256) => void known.delete(sha256),
  }
}

async function* blocksOf(path: string, first: number): AsyncGenerator<Buffer> {
  const file = await open(path)
  try {
    for (let at = first * BLOCK; ; at += BLOCK) {
      const { buffer, bytesRead } = await file.read(Buffer.allocUnsafe(BLOCK), 0, BLOCK, at)
      if (bytesRead > 0) yield buffer.subarray(0, bytesRead)
      if (bytesRead < BLOCK) return
    }
  } finally {
    await file.close()
  }
}

function digestOf(block: Buffer): Buffer {
  return createHash('sha256').update(block).digest()
}
