import { z } from 'zod'
import { Basemap, GeoArea, StreetsSchema } from '../boards/basemap.ts'

/** As large as a file of tiles may be: each display holds it whole in its memory. Bytes. */
export const MOST_TILES_BYTES = 32 * 1024 * 1024
/** As large as a picture of the streets may be. Bytes, and pixels of its longer side. */
export const MOST_PICTURE_BYTES = 12 * 1024 * 1024
export const MOST_PICTURE_PX = 4096

/** Tiles that were sent and are as they must be; boards may name them. */
export const BasemapTiles = z.object({
  tiles: Basemap.shape.tiles,
  schema: StreetsSchema,
  area: GeoArea,
  minZoom: z.int(),
  maxZoom: z.int(),
  /** How many tiles there are. */
  count: z.int(),
  /** What the file itself says of its source, as plain text; empty where it says nothing. */
  attribution: z.string(),
})
export type BasemapTiles = z.infer<typeof BasemapTiles>

/** A picture of streets that was sent. */
export const BasemapPicture = z.object({
  file: Basemap.shape.picture.unwrap().shape.file,
  widthPx: z.int(),
  heightPx: z.int(),
})
export type BasemapPicture = z.infer<typeof BasemapPicture>
