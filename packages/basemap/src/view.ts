import type { GeoArea, GeoPoint } from '@akari/protocol'

/** What is seen of the streets: the middle, how large in Web Mercator, and the size of the picture in CSS pixels. */
export interface StreetsView {
  centre: GeoPoint
  /** Zoom of tiles of 512 pixels, as MapLibre counts. */
  zoom: number
  w: number
  h: number
  /** Pixels of the picture to a CSS pixel. */
  ratio: number
}

/** Of the longer side of a picture of streets: sharp on a glass of full HD, and good on one of four times as many. */
export const PICTURE_PX = 3072

const TILE_PX = 512
const RADIANS = Math.PI / 180

/** Web Mercator: the height on the map of a latitude, in degrees of longitude at the equator. */
export function mercatorY(lat: number): number {
  return Math.log(Math.tan(Math.PI / 4 + (lat * RADIANS) / 2)) / RADIANS
}

/** The latitude at a height of Web Mercator. */
export function latitudeAt(y: number): number {
  return (2 * Math.atan(Math.exp(y * RADIANS)) - Math.PI / 2) / RADIANS
}

/** The zoom at which a degree of longitude is so many pixels wide. */
export function zoomOf(pxPerDegree: number): number {
  return Math.log2((pxPerDegree * 360) / TILE_PX)
}

/** The view that fills a picture whose longer side has so many pixels with an area. */
export function viewOfArea({ southWest, northEast }: GeoArea, longPx: number): StreetsView {
  const degrees = sizeOf({ southWest, northEast })
  const pxPerDegree = longPx / Math.max(degrees.w, degrees.h)
  return {
    centre: middleOf({ southWest, northEast }),
    zoom: zoomOf(pxPerDegree),
    w: Math.max(1, Math.round(degrees.w * pxPerDegree)),
    h: Math.max(1, Math.round(degrees.h * pxPerDegree)),
    ratio: 1,
  }
}

/**
 * What a picture of the streets has to show for a town to lie in it on glass of every shape, also upright and in a narrow zone; as far as
 * there are tiles. Null where there are none.
 */
export function pictureArea(town: GeoArea, tiles: GeoArea): GeoArea | null {
  const [size, middle] = [sizeOf(town), middleOf(town)]
  const half = { w: Math.max(size.w * 0.65, size.h), h: Math.max(size.h * 0.65, size.w * 0.85) }
  const y = mercatorY(middle.lat)
  const southWest = {
    lat: Math.max(tiles.southWest.lat, latitudeAt(y - half.h)),
    lon: Math.max(tiles.southWest.lon, middle.lon - half.w),
  }
  const northEast = {
    lat: Math.min(tiles.northEast.lat, latitudeAt(y + half.h)),
    lon: Math.min(tiles.northEast.lon, middle.lon + half.w),
  }
  return southWest.lat < northEast.lat && southWest.lon < northEast.lon ? { southWest, northEast } : null
}

/** In degrees of longitude. */
function sizeOf({ southWest, northEast }: GeoArea): { w: number; h: number } {
  return { w: northEast.lon - southWest.lon, h: mercatorY(northEast.lat) - mercatorY(southWest.lat) }
}

function middleOf({ southWest, northEast }: GeoArea): GeoPoint {
  const y = (mercatorY(southWest.lat) + mercatorY(northEast.lat)) / 2
  return { lon: (southWest.lon + northEast.lon) / 2, lat: latitudeAt(y) }
}

/** The area that a view shows. */
export function areaOfView({ centre, zoom, w, h }: StreetsView): GeoArea {
  const pxPerDegree = (TILE_PX * 2 ** zoom) / 360
  const [half, middle] = [{ w: w / 2 / pxPerDegree, h: h / 2 / pxPerDegree }, mercatorY(centre.lat)]
  return {
    southWest: { lat: latitudeAt(middle - half.h), lon: centre.lon - half.w },
    northEast: { lat: latitudeAt(middle + half.h), lon: centre.lon + half.w },
  }
}
