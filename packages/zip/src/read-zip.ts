import { crc32 } from './crc32.ts'
import { directoryOf, type Entry, LOCAL } from './directory.ts'

/** DEFLATE without a header (RFC 1951) as the platform has it; throws on torn data and beyond `maxBytes`. */
export type InflateRaw = (bytes: Uint8Array, maxBytes: number) => Uint8Array

/** What an archive may hold at most: files of any kind, packed bytes, and bytes of the files that are wanted. */
export type ZipBounds = { files: number; archiveBytes: number; bytes: number }

/** `file`: the path in the archive, or null where the archive itself is meant. */
export type ZipProblem = {
  code: 'archive-broken' | 'archive-too-large' | 'archive-unsupported' | 'archive-path-unsafe'
  file: string | null
  detail: string | null
}

export type ZipContents = { files: Map<string, Uint8Array>; problems: ZipProblem[] }

/**
 * The wanted files in a zip archive (APPNOTE 6.3) by their paths. Never throws: what is broken, encrypted, too large or points
 * outside of the archive is reported and left out. No more is unpacked than the directory announces, and nothing at all when
 * that is beyond the bounds.
 */
export function readZip(
  bytes: Uint8Array,
  isWanted: (path: string) => boolean,
  most: ZipBounds,
  inflateRaw: InflateRaw,
): ZipContents {
  const files = new Map<string, Uint8Array>()
  const problems: ZipProblem[] = []
  const refuse = (code: ZipProblem['code'], detail: string): ZipContents => ({
    files: new Map(),
    problems: [{ code, file: null, detail }],
  })
  if (bytes.byteLength > most.archiveBytes) return refuse('archive-too-large', `${bytes.byteLength} B`)
  const entries = directoryOf(bytes)
  if (entries === 'zip64') return refuse('archive-unsupported', entries)
  if (entries === 'torn') return refuse('archive-broken', entries)
  const wanted = entries.filter(({ path }) => isWanted(path))
  const total = wanted.reduce((sum, { size }) => sum + size, 0)
  if (entries.length > most.files) return refuse('archive-too-large', `${entries.length} files`)
  if (total > most.bytes) return refuse('archive-too-large', `${total} B`)
  for (const entry of wanted) {
    const content = isInside(entry.path) ? contentOf(bytes, entry, inflateRaw) : 'outside'
    if (typeof content === 'string')
      problems.push({ code: CODES[content], file: entry.path, detail: content === 'outside' ? null : content })
    else files.set(entry.path, content)
  }
  return { files, problems }
}

const CODES = {
  torn: 'archive-broken',
  encrypted: 'archive-unsupported',
  method: 'archive-unsupported',
  outside: 'archive-path-unsafe',
} as const

function contentOf(
  bytes: Uint8Array,
  entry: Entry,
  inflateRaw: InflateRaw,
): Uint8Array | 'torn' | 'encrypted' | 'method' {
  if (entry.isEncrypted) return 'encrypted'
  if (entry.method !== 0 && entry.method !== 8) return 'method'
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (entry.at + LOCAL.length > view.byteLength || view.getUint32(entry.at, true) !== LOCAL.signature) return 'torn'
  const start = entry.at + LOCAL.length + view.getUint16(entry.at + 26, true) + view.getUint16(entry.at + 28, true)
  if (start + entry.length > bytes.byteLength) return 'torn'
  const packed = bytes.subarray(start, start + entry.length)
  const content = entry.method === 0 ? packed : inflated(packed, entry.size, inflateRaw)
  return content !== null && content.byteLength === entry.size && crc32(content) === entry.crc ? content : 'torn'
}

/** Some platforms refuse a limit of nothing. */
function inflated(packed: Uint8Array, size: number, inflateRaw: InflateRaw): Uint8Array | null {
  try {
    return inflateRaw(packed, Math.max(1, size))
  } catch {
    return null
  }
}

/** Paths from the root, with a drive or up and out of the archive lead somewhere else. */
function isInside(path: string): boolean {
  return !/^([\\/]|[a-z]:)/i.test(path) && !path.split(/[\\/]/).includes('..') && !path.includes('\0')
}
