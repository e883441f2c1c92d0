import { type Entry, directoryBytes } from './directory.ts'
import { type ArchiveHeader, GZIP, HEADER_BYTES, headerBytes } from './header.ts'
import { tileIdOf, type TilePlace } from './tile-ids.ts'

type Written = Pick<ArchiveHeader, 'south' | 'west' | 'north' | 'east'> & {
  tiles: readonly { place: TilePlace; bytes: Uint8Array }[]
  /** What the archive says of itself. */
  metadata: unknown
}

/** PMTiles of these vector tiles, the same bytes for the same tiles; what is alike is there once. One directory: good for a town. */
export function writeArchive(
  { tiles, metadata, ...area }: Written,
  gzip: (plain: Uint8Array) => Uint8Array,
): Uint8Array {
  const ordered = tiles
    .map(({ place, bytes }) => ({ id: tileIdOf(place), bytes: gzip(bytes) }))
    .toSorted((a, b) => a.id - b.id)
  const entries: Entry[] = []
  const contents: Uint8Array[] = []
  const known = new Map<string, number>()
  let end = 0
  for (const { id, bytes } of ordered) {
    const text = bytes.join()
    const held = known.get(text)
    const offset = held ?? end
    if (held === undefined) {
      known.set(text, end)
      contents.push(bytes)
      end += bytes.length
    }
    const last = entries.at(-1)
    if (last !== undefined && last.offset === offset && last.id + last.run === id) last.run += 1
    else entries.push({ id, run: 1, offset, length: bytes.length })
  }
  const root = gzip(directoryBytes(entries))
  const about = gzip(new TextEncoder().encode(JSON.stringify(metadata)))
  const zooms = tiles.map(({ place }) => place.z)
  const at = { metadata: HEADER_BYTES + root.length, tiles: HEADER_BYTES + root.length + about.length }
  const header = headerBytes(
    {
      ...area,
      root: { offset: HEADER_BYTES, length: root.length },
      metadata: { offset: at.metadata, length: about.length },
      leaves: { offset: at.tiles, length: 0 },
      tiles: { offset: at.tiles, length: end },
      packing: { inside: GZIP, tiles: GZIP },
      minZoom: Math.min(...zooms),
      maxZoom: Math.max(...zooms),
    },
    { addressed: tiles.length, entries: entries.length, contents: contents.length },
  )
  return joined([header, root, about, ...contents])
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const all = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const part of parts) {
    all.set(part, at)
    at += part.length
  }
  return all
}
