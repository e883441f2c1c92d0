import type { GeoPoint } from '@akari/protocol'

/** A small part of the Earth laid flat into a picture. */
export type TownPlane = {
  width: number
  height: number
  /** Where a place is in the picture, from the upper left corner. */
  at: (place: GeoPoint) => { x: number; y: number }
  /** Which place is there. */
  placeAt: (x: number, y: number) => GeoPoint
}

/** A town is about so large where nothing says how large; degrees of latitude. */
const SOME_TOWN = 0.02

/**
 * Lays the places into a picture of this size with a margin, north up and as wide as it is high on the ground. Good for a town: it takes
 * the Earth for flat (equirectangular around the middle).
 */
export function townPlane(places: readonly GeoPoint[], width: number, height: number, margin = 24): TownPlane {
  const [lats, lons] = [places.map(({ lat }) => lat), places.map(({ lon }) => lon)]
  const [south, north] = spanOf(lats, 35.7)
  const [west, east] = spanOf(lons, 139.5)
  const squeeze = Math.cos((((south + north) / 2) * Math.PI) / 180)
  const scale = Math.min((width - 2 * margin) / ((east - west) * squeeze), (height - 2 * margin) / (north - south))
  const [midLat, midLon] = [(south + north) / 2, (west + east) / 2]
  return {
    width,
    height,
    at: ({ lat, lon }) => ({
      x: width / 2 + (lon - midLon) * squeeze * scale,
      y: height / 2 - (lat - midLat) * scale,
    }),
    placeAt: (x, y) => ({
      lat: rounded(midLat - (y - height / 2) / scale),
      lon: rounded(midLon + (x - width / 2) / (squeeze * scale)),
    }),
  }
}

/** The points of a line or ring for SVG. */
export function pointsOf(places: readonly GeoPoint[], plane: TownPlane): string {
  return places.map((place) => `${plane.at(place).x.toFixed(1)},${plane.at(place).y.toFixed(1)}`).join(' ')
}

function spanOf(values: readonly number[], otherwise: number): [number, number] {
  let [least, most] = [Infinity, -Infinity]
  for (const value of values) {
    least = Math.min(least, value)
    most = Math.max(most, value)
  }
  if (least > most) [least, most] = [otherwise, otherwise]
  return most - least < 1e-6 ? [least - SOME_TOWN / 2, most + SOME_TOWN / 2] : [least, most]
}

/** To some ten centimetres. */
function rounded(degrees: number): number {
  return Math.round(degrees * 1e6) / 1e6
}
