import { createHash } from 'node:crypto'
import { readFile, writeFile } from 'node:fs/promises'
import { faultCode } from '@akari/node-kit'

const DIGEST = 32

/**
 * Keeps the digests of a file's blocks beside it, so that a film of hours need not be read whole after a restart. They bear a digest of
 * their own together with the name of the file: what is torn, or another's, is as good as none.
 */
export function blockDigests(pathOf: (sha256: string) => string) {
  const path = (sha256: string): string => `${pathOf(sha256)}.blocks`
  const seal = (sha256: string, digests: Uint8Array): Buffer =>
    createHash('sha256').update(sha256).update(digests).digest()
  return {
    /** Null where there are none for a file of so many blocks. Rejects with the file system's error. */
    read: async (sha256: string, blocks: number): Promise<Uint8Array | null> => {
      const kept = await readFile(path(sha256)).catch((error: unknown) => {
        if (faultCode(error) === 'ENOENT') return null
        throw error
      })
      if (kept === null || kept.length !== (blocks + 1) * DIGEST) return null
      const digests = new Uint8Array(kept.subarray(0, -DIGEST))
      return seal(sha256, digests).equals(kept.subarray(-DIGEST)) ? digests : null
    },
    write: (sha256: string, digests: Uint8Array): Promise<void> =>
      writeFile(path(sha256), Buffer.concat([digests, seal(sha256, digests)])),
  }
}
