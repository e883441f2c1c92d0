/** A point on the drawing board in metres: x along the façade from its west end, y from the front door inwards. */
export type Metres = readonly [x: number, y: number]
export type Position = [longitude: number, latitude: number]

const CENTRE: Metres = [36, 18]
const ORIGIN = { latitude: 35.6995, longitude: 139.503 }
/** The façade does not face due south, so that "heading up" and "north up" are different pictures. */
export const BUILDING_BEARING_DEGREES = 12
/** Half the width of the middle hall; beyond it the wings sweep back like those of a bird. */
const HALL_HALF_WIDTH = 10
const SWEEP = 0.15

/** Bends the drawing board's straight wings back; straight lines within one wing stay straight. */
export function swept([x, y]: Metres): Metres {
  return [x, y + SWEEP * Math.max(0, Math.abs(x - CENTRE[0]) - HALL_HALF_WIDTH)]
}

/** Length of one degree in metres on the WGS84 ellipsoid at the building's latitude (series after Snyder). */
function degreeLengths(): { latitude: number; longitude: number } {
  const phi = (ORIGIN.latitude * Math.PI) / 180
  return {
    latitude: 111132.954 - 559.822 * Math.cos(2 * phi) + 1.175 * Math.cos(4 * phi),
    longitude: 111412.84 * Math.cos(phi) - 93.5 * Math.cos(3 * phi) + 0.118 * Math.cos(5 * phi),
  }
}

/** Drawing board to WGS84 (RFC 7946 order), rounded to 0.1 mm so that regenerated files are identical. */
export function toWgs84(point: Metres, sweep: (point: Metres) => Metres = swept): Position {
  const [x, y] = sweep(point)
  const theta = (BUILDING_BEARING_DEGREES * Math.PI) / 180
  const [dx, dy] = [x - CENTRE[0], y - CENTRE[1]]
  const east = dx * Math.cos(theta) + dy * Math.sin(theta)
  const north = dy * Math.cos(theta) - dx * Math.sin(theta)
  const length = degreeLengths()
  return [
    Number((ORIGIN.longitude + east / length.longitude).toFixed(9)),
    Number((ORIGIN.latitude + north / length.latitude).toFixed(9)),
  ]
}
