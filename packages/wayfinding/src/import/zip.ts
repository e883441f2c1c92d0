import type { ReportProblem } from './import-problem.ts'
import { crc32 } from './crc32.ts'

/** DEFLATE without a header (RFC 1951) as the platform has it; throws on torn data and beyond `maxBytes`. */
export type InflateRaw = (bytes: Uint8Array, maxBytes: number) => Uint8Array

/** A venue is a few megabytes in a few dozen files; what is beyond these is no venue, or a bomb. */
export const MOST_FILES = 2000
export const MOST_BYTES = 200 * 1024 * 1024
const MOST_ARCHIVE_BYTES = 100 * 1024 * 1024

const END = { signature: 0x06054b50, length: 22 }
const ENTRY = { signature: 0x02014b50, length: 46 }
const LOCAL = { signature: 0x04034b50, length: 30 }
const ENCRYPTED = 1
const UTF8 = 1 << 11

type Entry = {
  path: string
  method: number
  crc: number
  length: number
  size: number
  at: number
  isEncrypted: boolean
}

/**
 * The GeoJSON, JSON and SVG files in a zip archive (APPNOTE 6.3) by their paths. Never throws: what is broken, encrypted, too
 * large or points outside of the archive is reported and left out. No more is unpacked than the directory announces, and
 * nothing at all when that is too much.
 */
export function unzip(
  bytes: Uint8Array,
  archive: string,
  inflateRaw: InflateRaw,
  report: ReportProblem,
): Map<string, Uint8Array> {
  const files = new Map<string, Uint8Array>()
  const fail = (code: 'archive-broken' | 'archive-too-large' | 'archive-unsupported', detail: string, file = archive) =>
    report({ code, file, featureId: null, detail })
  if (bytes.byteLength > MOST_ARCHIVE_BYTES) {
    fail('archive-too-large', `${bytes.byteLength} B`)
    return files
  }
  const entries = entriesOf(bytes)
  if (typeof entries === 'string') {
    fail(entries === 'zip64' ? 'archive-unsupported' : 'archive-broken', entries)
    return files
  }
  const wanted = entries.filter(({ path }) => /\.(geo)?json$|\.svg$/i.test(path))
  const total = wanted.reduce((sum, { size }) => sum + size, 0)
  if (entries.length > MOST_FILES || total > MOST_BYTES) {
    fail('archive-too-large', entries.length > MOST_FILES ? `${entries.length} files` : `${total} B`)
    return files
  }
  for (const entry of wanted) {
    if (!isInside(entry.path)) {
      report({ code: 'archive-path-unsafe', file: entry.path, featureId: null, detail: null })
      continue
    }
    const content = contentOf(bytes, entry, inflateRaw)
    if (typeof content === 'string')
      fail(content === 'torn' ? 'archive-broken' : 'archive-unsupported', content, entry.path)
    else files.set(entry.path, content)
  }
  return files
}

function entriesOf(bytes: Uint8Array): Entry[] | 'torn' | 'zip64' {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = endOf(view)
  if (end === -1) return 'torn'
  const count = view.getUint16(end + 10, true)
  let at = view.getUint32(end + 16, true)
  if (count === 0xffff || at === 0xffffffff) return 'zip64'
  const entries: Entry[] = []
  for (let n = 0; n < count; n++) {
    if (at + ENTRY.length > view.byteLength || view.getUint32(at, true) !== ENTRY.signature) return 'torn'
    const flags = view.getUint16(at + 8, true)
    const nameLength = view.getUint16(at + 28, true)
    if (at + ENTRY.length + nameLength > view.byteLength) return 'torn'
    const name = bytes.subarray(at + ENTRY.length, at + ENTRY.length + nameLength)
    entries.push({
      path: new TextDecoder((flags & UTF8) === 0 ? 'shift_jis' : 'utf-8').decode(name),
      method: view.getUint16(at + 10, true),
      crc: view.getUint32(at + 16, true),
      length: view.getUint32(at + 20, true),
      size: view.getUint32(at + 24, true),
      at: view.getUint32(at + 42, true),
      isEncrypted: (flags & ENCRYPTED) !== 0,
    })
    at += ENTRY.length + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
  }
  return entries
}

/** Where the directory is told by a record at the end, behind which only a comment may stand; −1 where there is none. */
function endOf(view: DataView): number {
  const last = view.byteLength - END.length
  for (let at = last; at >= Math.max(0, last - 0xffff); at--) if (view.getUint32(at, true) === END.signature) return at
  return -1
}

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
