import { PICTURE_PX, areaOfView, pictureArea, viewOfArea } from '@akari/basemap/view'
import type { Basemap, BasemapTiles, FeedAttribution, GeoArea, GeoPoint, TownMap } from '@akari/protocol'
import { sendPicture, sendTiles } from '../../../api/basemaps.ts'
import sources from './known-sources.json' with { type: 'json' }

/** What is being done with a street map, and how far it has come (0–1). */
export type StreetsStep = { doing: 'sending' | 'drawing' | 'sendingPicture'; share: number }
/** The tiles do not reach where the town is. */
export class StreetsElsewhere extends Error {
  override name = 'StreetsElsewhere'
}
/** This browser could not draw; `message` says why, for who looks after it. */
export class StreetsUndrawn extends Error {
  override name = 'StreetsUndrawn'
}

/** A browser without a graphics processor takes a minute or two. */
const DRAW_LIMIT_MS = 300_000
const QUALITY = 0.9
/** Of drawing, until all tiles are read; the rest is painting. */
const TILES_SHARE = 0.6

/** Sends tiles to the server, which refuses what is none. */
export function sendStreets(file: Blob, tell: (step: StreetsStep) => void): Promise<BasemapTiles> {
  return sendTiles(file, (share) => tell({ doing: 'sending', share }))
}

/**
 * Draws what a town needs of its tiles in this browser, until `signal` ends it, and sends the picture. Rejects with
 * StreetsElsewhere, StreetsUndrawn or ApiError.
 */
export async function drawPicture(
  tiles: Blob,
  schema: BasemapTiles['schema'],
  town: GeoArea | null,
  { tell, signal }: { tell: (step: StreetsStep) => void; signal: AbortSignal },
): Promise<NonNullable<Basemap['picture']>> {
  tell({ doing: 'drawing', share: 0 })
  const { drawStreets, inflateInPage, readArchive } = await import('@akari/basemap/draw')
  const archive = await readArchive(new Uint8Array(await tiles.arrayBuffer()), inflateInPage).catch(undrawn)
  const { south, west, north, east } = archive.header
  const reach = { southWest: { lat: south, lon: west }, northEast: { lat: north, lon: east } }
  const wanted = pictureArea(town ?? reach, reach)
  if (wanted === null) throw new StreetsElsewhere()
  const view = viewOfArea(wanted, PICTURE_PX)
  const canvas = await drawStreets(archive, schema, view, {
    signal: AbortSignal.any([signal, AbortSignal.timeout(DRAW_LIMIT_MS)]),
    onProgress: (done, total) => tell({ doing: 'drawing', share: (TILES_SHARE * done) / Math.max(1, total) }),
  }).catch(undrawn)
  const drawn = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/webp', QUALITY))
  if (drawn === null) throw new StreetsUndrawn('the picture is too large for this browser')
  const { file } = await sendPicture(drawn, (share) => tell({ doing: 'sendingPicture', share }))
  return { file, area: areaOfView(view) }
}

function undrawn(error: unknown): never {
  throw new StreetsUndrawn(error instanceof Error ? error.message : String(error))
}

/** What of the town has to be seen: its border, facilities and this building; null while there is none of them. */
export function townArea({ boundary, places }: TownMap, here: GeoPoint | undefined): GeoArea | null {
  const points = [...boundary.flat(), ...places.map(({ at }) => at), ...(here === undefined ? [] : [here])]
  const [lats, lons] = [points.map(({ lat }) => lat), points.map(({ lon }) => lon)]
  const southWest = { lat: Math.min(...lats), lon: Math.min(...lons) }
  const northEast = { lat: Math.max(...lats), lon: Math.max(...lons) }
  return southWest.lat < northEast.lat && southWest.lon < northEast.lon ? { southWest, northEast } : null
}

/** Does the picture still show all of the town? Its border may have been moved since. */
export function coversTown(picture: Basemap['picture'], town: GeoArea | null): boolean {
  if (picture === undefined || town === null) return true
  const { southWest, northEast } = picture.area
  return (
    southWest.lat <= town.southWest.lat &&
    southWest.lon <= town.southWest.lon &&
    northEast.lat >= town.northEast.lat &&
    northEast.lon >= town.northEast.lon
  )
}

/** What the line of the source begins with: what the file says, or whose layers they are; empty where neither is known. */
export function firstAttribution({ schema, attribution }: BasemapTiles): FeedAttribution {
  if (/OpenStreetMap/i.test(attribution)) return sources.openStreetMap
  if (schema === 'gsi') return sources.gsi
  return { text: { ja: attribution } }
}
