import { z } from 'zod'
import { broken } from '../field-rule.ts'
import { FeedAttribution } from '../feeds/feed-snapshot.ts'
import { FileRef } from '../file-ref.ts'
import { GeoPoint } from '../place.ts'

/** What the layers of the tiles are called: those of Protomaps (OpenStreetMap) or of 国土地理院 最適化ベクトルタイル. */
export const StreetsSchema = z.enum(['protomaps', 'gsi'])
export type StreetsSchema = z.infer<typeof StreetsSchema>

export const PMTILES = 'application/vnd.pmtiles'
export const STREETS_PICTURE = 'image/webp'

/** A part of the Earth between two corners. */
export const GeoArea = z
  .object({ southWest: GeoPoint, northEast: GeoPoint })
  .refine(
    ({ southWest, northEast }) => southWest.lat < northEast.lat && southWest.lon < northEast.lon,
    broken('orderedCorners'),
  )
export type GeoArea = z.infer<typeof GeoArea>

/** The streets beneath a map of the town: tiles for displays that can draw them, and a picture for the others. */
export const Basemap = z.object({
  tiles: FileRef.extend({ mediaType: z.literal(PMTILES) }),
  schema: StreetsSchema,
  /** Whose data they are: no basemap is shown without. */
  attribution: FeedAttribution,
  /** Drawn in Web Mercator, north up; it reaches from corner to corner of `area`. */
  picture: z.object({ file: FileRef.extend({ mediaType: z.literal(STREETS_PICTURE) }), area: GeoArea }).optional(),
})
export type Basemap = z.infer<typeof Basemap>

/** The files of a basemap. */
export function filesOfBasemap({ tiles, picture }: Basemap): FileRef[] {
  return picture === undefined ? [tiles] : [tiles, picture.file]
}
