import { open } from 'node:fs/promises'

/** Chunks that hold nothing but the picture (RFC 9649 §2); everything else is metadata, animation or stowaways. */
const PICTURE = new Set(['VP8 ', 'VP8L', 'VP8X', 'ALPH'])
const MAX_CHUNKS = 8

/** Is this WebP only a still picture: no metadata, no colour profile, no unknown chunk, nothing behind its end? */
export async function isPlainWebp(path: string): Promise<boolean> {
  const file = await open(path, 'r')
  try {
    const { size } = await file.stat()
    const header = Buffer.alloc(12)
    await file.read(header, 0, 12, 0)
    if (header.readUInt32LE(4) + 8 !== size) return false
    let at = 12
    for (let chunks = 0; at < size; chunks++) {
      const chunk = Buffer.alloc(8)
      const { bytesRead } = await file.read(chunk, 0, 8, at)
      if (bytesRead < 8 || chunks === MAX_CHUNKS || !PICTURE.has(chunk.toString('latin1', 0, 4))) return false
      const length = chunk.readUInt32LE(4)
      at += 8 + length + (length % 2)
    }
    return at === size
  } finally {
    await file.close()
  }
}
