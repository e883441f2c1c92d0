import type { GeoPoint } from '@akari/protocol'

const HALL = { lat: 35.6995, lon: 139.503 }
const METRES_PER_DEGREE = 111_320

/** Where a place of the sample's town lies, given in metres from its city hall. */
export function aroundHall({ east, north }: { east: number; north: number }): GeoPoint {
  const eastward = METRES_PER_DEGREE * Math.cos((HALL.lat * Math.PI) / 180)
  return { lat: HALL.lat + north / METRES_PER_DEGREE, lon: HALL.lon + east / eastward }
}
