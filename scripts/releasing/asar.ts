import { createHash } from 'node:crypto'

/** Electron checks files in blocks of this size where it checks them at all (macOS, Windows). */
const BLOCK_BYTES = 4 * 1024 * 1024

/**
 * An archive as Electron loads it (`app.asar`): a header of JSON between two of Chromium's pickles, then the files one after the
 * other. Names are of files side by side; there are no folders.
 */
export function asarOf(files: Readonly<Record<string, Uint8Array>>): Buffer {
  let offset = 0
  const entries = Object.entries(files).map(([name, content]) => {
    const entry = { size: content.length, offset: String(offset), integrity: integrityOf(content) }
    offset += content.length
    return [name, entry] as const
  })
  const header = pickledText(JSON.stringify({ files: Object.fromEntries(entries) }))
  return Buffer.concat([uint32(4), uint32(header.length), header, ...Object.values(files)])
}

/** Chromium's pickle of one string: its own length, the text's length, the text up to a multiple of four. */
function pickledText(text: string): Buffer {
  const bytes = Buffer.from(text, 'utf8')
  const padding = Buffer.alloc((4 - (bytes.length % 4)) % 4)
  const payload = Buffer.concat([uint32(bytes.length), bytes, padding])
  return Buffer.concat([uint32(payload.length), payload])
}

function uint32(value: number): Buffer {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32LE(value)
  return bytes
}

function integrityOf(content: Uint8Array) {
  const hash = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')
  const blocks: string[] = []
  for (let at = 0; at === 0 || at < content.length; at += BLOCK_BYTES)
    blocks.push(hash(content.subarray(at, at + BLOCK_BYTES)))
  return { algorithm: 'SHA256', hash: hash(content), blockSize: BLOCK_BYTES, blocks }
}
