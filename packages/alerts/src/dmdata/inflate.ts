import { TelegramFault } from '../telegram-fault.ts'
import { zippedFile } from './zip.ts'

/**
 * Decompression as the platform has it (zlib in Node), handed in because pure code has none. Each gives the whole
 * content or throws, also where it would be longer than `maxBytes`.
 */
export type Inflate = {
  gunzip: (bytes: Uint8Array, maxBytes: number) => Uint8Array
  /** DEFLATE without a header (RFC 1951), as it is in a zip file. */
  inflateRaw: (bytes: Uint8Array, maxBytes: number) => Uint8Array
}

/** @throws TelegramFault where the bytes are not what they are said to be, or more than `maxBytes` come out of them */
export function inflated(
  bytes: Uint8Array,
  compression: 'gzip' | 'zip' | null,
  inflate: Inflate,
  maxBytes: number,
): Uint8Array {
  switch (compression) {
    case null:
      return bytes
    case 'gzip':
      return attempt(() => inflate.gunzip(bytes, maxBytes))
    case 'zip': {
      const file = zippedFile(bytes)
      return file.method === 'stored' ? file.bytes : attempt(() => inflate.inflateRaw(file.bytes, maxBytes))
    }
  }
}

function attempt(work: () => Uint8Array): Uint8Array {
  try {
    return work()
  } catch (error) {
    const why = error instanceof Error ? error.message : 'unknown'
    throw new TelegramFault('malformed', `the body cannot be decompressed: ${why}`)
  }
}
