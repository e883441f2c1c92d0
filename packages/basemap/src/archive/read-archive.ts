import { ArchiveFault } from './archive-fault.ts'
import { type Entry, readDirectory } from './directory.ts'
import { type ArchiveHeader, GZIP, readHeader, type Span } from './header.ts'
import { MOST_ZOOM, tileIdOf, type TilePlace, tilesBefore } from './tile-ids.ts'

/** Unpacks gzip, and throws where more than `most` bytes come of it. */
export type Inflate = (packed: Uint8Array, most: number) => Promise<Uint8Array>

export interface Archive {
  header: ArchiveHeader
  /** How many tiles there are, the same one at several places counted once for each. */
  count: number
  /** The bytes of a tile, unpacked; null where there is none. Throws ArchiveFault for what cannot be unpacked. */
  tile: (place: TilePlace) => Promise<Uint8Array | null>
  /** Every tile once, unpacked. */
  contents: () => AsyncGenerator<Uint8Array>
  /** What the archive says of itself. */
  metadata: () => Promise<unknown>
}

const MOST_ENTRIES = 200_000
const MOST_DIRECTORIES = 500
const MOST_DIRECTORY_BYTES = 16 * 1024 * 1024
const MOST_METADATA_BYTES = 2 * 1024 * 1024
const MOST_TILE_BYTES = 8 * 1024 * 1024

/** Opens PMTiles (version 3, vector tiles) that is in memory as a whole. Throws ArchiveFault with what is wrong with it. */
export async function readArchive(bytes: Uint8Array, inflate: Inflate): Promise<Archive> {
  const header = readHeader(bytes)
  if (header.minZoom > header.maxZoom || header.maxZoom > MOST_ZOOM) {
    throw new ArchiveFault('damaged', `zooms ${header.minZoom}–${header.maxZoom}`)
  }
  const unpacked = async ({ offset, length }: Span, way: number, most: number): Promise<Uint8Array> => {
    const part = bytes.subarray(offset, offset + length)
    if (way !== GZIP) return part
    return inflate(part, most).catch((error: unknown) => {
      throw new ArchiveFault('damaged', `what cannot be unpacked: ${String(error)}`)
    })
  }
  const entries = await entriesOf(header, (span) => unpacked(span, header.packing.inside, MOST_DIRECTORY_BYTES))
  const spanOf = ({ offset, length }: Span): Span => ({ offset: header.tiles.offset + offset, length })
  const open = (entry: Entry): Promise<Uint8Array> => unpacked(spanOf(entry), header.packing.tiles, MOST_TILE_BYTES)
  return {
    header,
    count: entries.reduce((sum, { run }) => sum + run, 0),
    tile: async (place) => {
      if (place.z > header.maxZoom) return null
      const entry = entryAt(entries, tileIdOf(place))
      return entry === null ? null : open(entry)
    },
    contents: async function* () {
      const seen = new Set<number>()
      for (const entry of entries) {
        if (seen.has(entry.offset)) continue
        seen.add(entry.offset)
        yield await open(entry)
      }
    },
    metadata: async () => {
      const json = await unpacked(header.metadata, header.packing.inside, MOST_METADATA_BYTES)
      try {
        const told: unknown = json.length === 0 ? {} : JSON.parse(new TextDecoder().decode(json))
        return told
      } catch (error) {
        throw new ArchiveFault('damaged', `its metadata: ${String(error)}`)
      }
    },
  }
}

/** The entries of all tiles in the order of their ids: those of the root directory and of its leaves. */
async function entriesOf(header: ArchiveHeader, unpacked: (span: Span) => Promise<Uint8Array>): Promise<Entry[]> {
  const entries: Entry[] = []
  let directories = 0
  const walk = async (span: Span, depth: number): Promise<void> => {
    if (depth > 3 || ++directories > MOST_DIRECTORIES) throw new ArchiveFault('tooMuch', 'directories')
    for (const entry of readDirectory(await unpacked(span), MOST_ENTRIES - entries.length)) {
      const { offset, length, run } = entry
      const home = run === 0 ? header.leaves : header.tiles
      if (offset + length > home.length) throw new ArchiveFault('damaged', 'an entry points behind its end')
      if (run === 0) await walk({ offset: home.offset + offset, length }, depth + 1)
      else entries.push(entry)
    }
  }
  await walk(header.root, 0)
  let next = tilesBefore(header.minZoom)
  for (const { id, run } of entries) {
    if (id < next) throw new ArchiveFault('damaged', 'tiles out of their order')
    next = id + run
  }
  if (next > tilesBefore(header.maxZoom + 1)) throw new ArchiveFault('damaged', 'tiles deeper than it says')
  return entries
}

function entryAt(entries: readonly Entry[], id: number): Entry | null {
  let [low, high] = [0, entries.length - 1]
  while (low <= high) {
    const middle = (low + high) >> 1
    const entry = entries[middle]
    if (entry === undefined || id < entry.id) high = middle - 1
    else if (id >= entry.id + entry.run) low = middle + 1
    else return entry
  }
  return null
}
