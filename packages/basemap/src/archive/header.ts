import { ArchiveFault } from './archive-fault.ts'

/** A run of bytes in an archive. */
export interface Span {
  offset: number
  length: number
}

/** PMTiles v3 §3, as far as it matters here. Corners in degrees. */
export interface ArchiveHeader {
  root: Span
  metadata: Span
  leaves: Span
  tiles: Span
  /** Are directories and metadata packed, and are the tiles? 1: no, 2: by gzip. */
  packing: { inside: number; tiles: number }
  minZoom: number
  maxZoom: number
  south: number
  west: number
  north: number
  east: number
}

export const HEADER_BYTES = 127
export const NAME = 'PMTiles'
export const VECTOR = 1
export const [PLAIN, GZIP] = [1, 2]
const E7 = 1e7

/** Throws ArchiveFault where this is no archive of vector tiles that lies wholly in these bytes. */
export function readHeader(bytes: Uint8Array): ArchiveHeader {
  if (new TextDecoder().decode(bytes.subarray(0, NAME.length)) !== NAME)
    throw new ArchiveFault('notTiles', 'no PMTiles')
  if (bytes[NAME.length] !== 3) throw new ArchiveFault('otherVersion', `version ${bytes[NAME.length]}`)
  if (bytes.length < HEADER_BYTES) throw new ArchiveFault('damaged', 'cut off in the header')
  const view = new DataView(bytes.buffer, bytes.byteOffset, HEADER_BYTES)
  const span = (at: number): Span => {
    const [offset, length] = [Number(view.getBigUint64(at, true)), Number(view.getBigUint64(at + 8, true))]
    if (offset + length > bytes.length) throw new ArchiveFault('damaged', 'it points behind its end')
    return { offset, length }
  }
  const degrees = (at: number): number => view.getInt32(at, true) / E7
  const packing = { inside: view.getUint8(97), tiles: view.getUint8(98) }
  if (view.getUint8(99) !== VECTOR) throw new ArchiveFault('notVector', `tile type ${view.getUint8(99)}`)
  for (const way of [packing.inside, packing.tiles])
    if (way !== PLAIN && way !== GZIP) throw new ArchiveFault('otherPacking', `compression ${way}`)
  return {
    root: span(8),
    metadata: span(24),
    leaves: span(40),
    tiles: span(56),
    packing,
    minZoom: view.getUint8(100),
    maxZoom: view.getUint8(101),
    west: degrees(102),
    south: degrees(106),
    east: degrees(110),
    north: degrees(114),
  }
}

/** The first bytes of an archive whose tiles are vectors and lie in the order of their ids. */
export function headerBytes(header: ArchiveHeader, counts: { addressed: number; entries: number; contents: number }) {
  const bytes = new Uint8Array(HEADER_BYTES)
  const view = new DataView(bytes.buffer)
  bytes.set(new TextEncoder().encode(NAME))
  view.setUint8(NAME.length, 3)
  const spans: readonly [number, Span][] = [
    [8, header.root],
    [24, header.metadata],
    [40, header.leaves],
    [56, header.tiles],
  ]
  for (const [at, { offset, length }] of spans) {
    view.setBigUint64(at, BigInt(offset), true)
    view.setBigUint64(at + 8, BigInt(length), true)
  }
  view.setBigUint64(72, BigInt(counts.addressed), true)
  view.setBigUint64(80, BigInt(counts.entries), true)
  view.setBigUint64(88, BigInt(counts.contents), true)
  for (const [at, value] of [
    [96, 1],
    [97, header.packing.inside],
    [98, header.packing.tiles],
    [99, VECTOR],
    [100, header.minZoom],
    [101, header.maxZoom],
    [118, header.maxZoom],
  ] as const)
    view.setUint8(at, value)
  const middle = { lon: (header.west + header.east) / 2, lat: (header.south + header.north) / 2 }
  for (const [at, value] of [
    [102, header.west],
    [106, header.south],
    [110, header.east],
    [114, header.north],
    [119, middle.lon],
    [123, middle.lat],
  ] as const)
    view.setInt32(at, Math.round(value * E7), true)
  return bytes
}
