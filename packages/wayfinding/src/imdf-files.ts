import { z } from 'zod'
import type { ReportProblem } from './import-problem.ts'
import {
  AmenityFeature,
  AnchorFeature,
  FootprintFeature,
  KioskFeature,
  LevelFeature,
  Manifest,
  OccupantFeature,
  OpeningFeature,
  UnitFeature,
  VenueFeature,
} from './imdf-schemas.ts'

const FeatureCollection = z.object({ type: z.literal('FeatureCollection'), features: z.array(z.unknown()) })

export type ImdfArchive = ReturnType<typeof readArchive>

/**
 * Reads the files of an IMDF archive by name (folders before the name do not matter). What cannot be read is reported and
 * left out; of the files only venue, level and unit must be there.
 */
export function readArchive(files: ReadonlyMap<string, string>, report: ReportProblem) {
  const byName = new Map([...files].map(([path, text]) => [path.split(/[\\/]/).at(-1) ?? path, text]))
  const read = <Schema extends z.ZodType<{ id: string }>>(
    file: string,
    schema: Schema,
    presence: 'required' | 'optional',
  ): z.infer<Schema>[] => {
    const text = byName.get(file)
    if (text !== undefined) return readFeatures(file, text, schema, report)
    if (presence === 'required') report({ code: 'file-missing', file, featureId: null, detail: null })
    return []
  }
  return {
    language: manifestLanguage(byName.get('manifest.json')),
    venues: read('venue.geojson', VenueFeature, 'required'),
    levels: read('level.geojson', LevelFeature, 'required'),
    units: read('unit.geojson', UnitFeature, 'required'),
    footprints: read('footprint.geojson', FootprintFeature, 'optional'),
    openings: read('opening.geojson', OpeningFeature, 'optional'),
    amenities: read('amenity.geojson', AmenityFeature, 'optional'),
    anchors: read('anchor.geojson', AnchorFeature, 'optional'),
    occupants: read('occupant.geojson', OccupantFeature, 'optional'),
    kiosks: read('kiosk.geojson', KioskFeature, 'optional'),
  }
}

function readFeatures<Schema extends z.ZodType<{ id: string }>>(
  file: string,
  text: string,
  schema: Schema,
  report: ReportProblem,
): z.infer<Schema>[] {
  const collection = FeatureCollection.safeParse(jsonOrNull(text))
  if (!collection.success) {
    report({ code: 'file-unreadable', file, featureId: null, detail: null })
    return []
  }
  const features = new Map<string, z.infer<Schema>>()
  for (const [index, raw] of collection.data.features.entries()) {
    const parsed = schema.safeParse(raw)
    if (!parsed.success) {
      const path = parsed.error.issues[0]?.path.join('.') ?? ''
      report({ code: 'feature-unreadable', file, featureId: idOf(raw), detail: `features.${index}.${path}` })
    } else if (features.has(parsed.data.id)) {
      report({ code: 'duplicate-id', file, featureId: parsed.data.id, detail: `features.${index}` })
    } else {
      features.set(parsed.data.id, parsed.data)
    }
  }
  return [...features.values()]
}

function manifestLanguage(text: string | undefined): string | null {
  const manifest = Manifest.safeParse(text === undefined ? null : jsonOrNull(text))
  return manifest.success ? manifest.data.language : null
}

function idOf(raw: unknown): string | null {
  const named = z.object({ id: z.string() }).safeParse(raw)
  return named.success ? named.data.id : null
}

/** The JSON in a text, a byte order mark before it or not; null when it is none. */
function jsonOrNull(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''))
  } catch {
    return null
  }
}
