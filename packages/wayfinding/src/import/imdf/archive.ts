import type { z } from 'zod'
import { collectionOf, jsonOrNull, readFeatures } from '../geojson.ts'
import type { ReportProblem } from '../import-problem.ts'
import { readNetwork } from './network.ts'
import {
  AmenityFeature,
  AnchorFeature,
  FootprintFeature,
  KioskFeature,
  LevelFeature,
  Manifest,
  OccupantFeature,
  OpeningFeature,
  RelationshipFeature,
  UnitFeature,
  VenueFeature,
} from './schemas.ts'

export type ImdfArchive = ReturnType<typeof readArchive>

/** The texts of an archive's files, by their names without folders. */
export type Texts = ReadonlyMap<string, string>

/**
 * Reads the files of an IMDF archive. What cannot be read is reported and left out; of the files only venue, level and unit
 * must be there.
 */
export function readArchive(files: Texts, report: ReportProblem) {
  const read = <Schema extends z.ZodType<{ id: string }>>(
    file: string,
    schema: Schema,
    presence: 'required' | 'optional',
  ): z.infer<Schema>[] => {
    const text = files.get(file)
    if (text === undefined) {
      if (presence === 'required') report({ code: 'file-missing', file, featureId: null, detail: null })
      return []
    }
    const collection = collectionOf(text)
    if (collection !== null) return readFeatures(file, collection.features, schema, report)
    report({ code: 'file-unreadable', file, featureId: null, detail: null })
    return []
  }
  return {
    language: manifestLanguage(files.get('manifest.json')),
    venues: read('venue.geojson', VenueFeature, 'required'),
    levels: read('level.geojson', LevelFeature, 'required'),
    units: read('unit.geojson', UnitFeature, 'required'),
    footprints: read('footprint.geojson', FootprintFeature, 'optional'),
    openings: read('opening.geojson', OpeningFeature, 'optional'),
    amenities: read('amenity.geojson', AmenityFeature, 'optional'),
    anchors: read('anchor.geojson', AnchorFeature, 'optional'),
    occupants: read('occupant.geojson', OccupantFeature, 'optional'),
    kiosks: read('kiosk.geojson', KioskFeature, 'optional'),
    network: readNetwork(files.get('network.geojson'), report),
    relationships: read('relationship.geojson', RelationshipFeature, 'optional'),
  }
}

function manifestLanguage(text: string | undefined): string | null {
  const manifest = Manifest.safeParse(text === undefined ? null : jsonOrNull(text))
  return manifest.success ? manifest.data.language : null
}
