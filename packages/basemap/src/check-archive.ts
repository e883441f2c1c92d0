import { VectorTile } from '@mapbox/vector-tile'
import type { BasemapTiles, StreetsSchema } from '@akari/protocol'
import { PbfReader } from 'pbf'
import { z } from 'zod'
import { ArchiveFault } from './archive/archive-fault.ts'
import type { Archive } from './archive/read-archive.ts'

const MOST_FEATURES = 200_000
const MOST_ATTRIBUTION = 400
/** A layer that streets cannot do without, by whose names they are. */
const ROADS: Readonly<Record<StreetsSchema, string>> = { protomaps: 'roads', gsi: 'RdCL' }
const Metadata = z.object({ attribution: z.string().optional() })

/**
 * Reads every tile to its last point as a display will, so that what a display could stumble over is refused here; says what they are.
 * Throws ArchiveFault.
 */
export async function checkArchive(archive: Archive): Promise<Omit<BasemapTiles, 'tiles'>> {
  const layers = new Set<string>()
  for await (const tile of archive.contents()) for (const name of checkTile(tile)) layers.add(name)
  const schema = (['protomaps', 'gsi'] as const).find((each) => layers.has(ROADS[each]))
  if (schema === undefined) throw new ArchiveFault('otherSchema', [...layers].toSorted().join(', ').slice(0, 200))
  const { south, west, north, east, minZoom, maxZoom } = archive.header
  const isTurned = !(south < north && west < east)
  if (isTurned || south < -85 || north > 85 || west < -180 || east > 180) {
    throw new ArchiveFault('damaged', 'its corners')
  }
  const told = Metadata.safeParse(await archive.metadata()).data?.attribution ?? ''
  return {
    schema,
    area: { southWest: { lat: south, lon: west }, northEast: { lat: north, lon: east } },
    minZoom,
    maxZoom,
    count: archive.count,
    attribution: plainText(told).slice(0, MOST_ATTRIBUTION),
  }
}

/** The names of its layers. */
function checkTile(bytes: Uint8Array): string[] {
  try {
    const { layers } = new VectorTile(new PbfReader(bytes))
    let features = 0
    for (const layer of Object.values(layers)) {
      features += layer.length
      if (features > MOST_FEATURES) throw new ArchiveFault('tooMuch', `${features} features in a tile`)
      for (let n = 0; n < layer.length; n++) layer.feature(n).loadGeometry()
    }
    return Object.keys(layers)
  } catch (error) {
    if (error instanceof ArchiveFault) throw error
    throw new ArchiveFault('damaged', `a tile: ${String(error)}`)
  }
}

/** Attributions of tiles are often markup. */
function plainText(markup: string): string {
  return markup
    .replaceAll(/<[^>]*>/g, '')
    .replaceAll('&copy;', '©')
    .replaceAll(/\p{Cc}+/gu, ' ')
    .trim()
}
