import type { Position } from '../plane.ts'

/** Origins of Japan's plane rectangular zones I to XIX (平面直角座標系, 国土交通省告示第九号), degrees. */
const ORIGINS: readonly (readonly [lat: number, lon: number])[] = [
  [33, 129.5],
  [33, 131],
  [36, 132 + 1 / 6],
  [33, 133.5],
  [36, 134 + 1 / 3],
  [36, 136],
  [36, 137 + 1 / 6],
  [36, 138.5],
  [36, 139 + 5 / 6],
  [40, 140 + 5 / 6],
  [44, 140.25],
  [44, 142.25],
  [44, 144.25],
  [26, 142],
  [26, 127.5],
  [26, 124],
  [26, 131],
  [20, 136],
  [26, 154],
]
const SCALE = 0.9999

/** GRS 80: semi-major axis in metres and third flattening. */
const A = 6_378_137
const F = 1 / 298.257222101
const N = F / (2 - F)
const E = Math.sqrt(F * (2 - F))
const RADIUS = (A / (1 + N)) * (1 + N ** 2 / 4 + N ** 4 / 64)

/** Series of Krüger in the third flattening, to the fourth power (Kawase 2011): a micrometre within a zone. */
const ALPHA = [
  N / 2 - (2 * N ** 2) / 3 + (5 * N ** 3) / 16 + (41 * N ** 4) / 180,
  (13 * N ** 2) / 48 - (3 * N ** 3) / 5 + (557 * N ** 4) / 1440,
  (61 * N ** 3) / 240 - (103 * N ** 4) / 140,
  (49561 * N ** 4) / 161280,
]
const BETA = [
  N / 2 - (2 * N ** 2) / 3 + (37 * N ** 3) / 96 - N ** 4 / 360,
  N ** 2 / 48 + N ** 3 / 15 - (437 * N ** 4) / 1440,
  (17 * N ** 3) / 480 - (37 * N ** 4) / 840,
  (4397 * N ** 4) / 161280,
]
const DELTA = [
  2 * N - (2 * N ** 2) / 3 - 2 * N ** 3 + (116 * N ** 4) / 45,
  (7 * N ** 2) / 3 - (8 * N ** 3) / 5 - (227 * N ** 4) / 45,
  (56 * N ** 3) / 15 - (136 * N ** 4) / 35,
  (4279 * N ** 4) / 630,
]

export type Zone = number

/** The zone of an EPSG code: 6669–6687 (JGD2011) or 2443–2461 (JGD2000); null for other codes. */
export function zoneOf(epsg: number): Zone | null {
  if (epsg >= 6669 && epsg <= 6687) return epsg - 6668
  return epsg >= 2443 && epsg <= 2461 ? epsg - 2442 : null
}

/** Longitude and latitude of a point of a zone; metres east and north of its origin, as GeoJSON orders them. */
export function fromPlaneRectangular([east, north]: readonly [number, number], zone: Zone): Position {
  const [lat0 = 0, lon0 = 0] = ORIGINS[zone - 1] ?? []
  const xi = north / (SCALE * RADIUS) + rectifying((lat0 * Math.PI) / 180)
  const eta = east / (SCALE * RADIUS)
  const xi0 = xi - series(BETA, (j) => Math.sin(2 * j * xi) * Math.cosh(2 * j * eta))
  const eta0 = eta - series(BETA, (j) => Math.cos(2 * j * xi) * Math.sinh(2 * j * eta))
  const chi = Math.asin(Math.sin(xi0) / Math.cosh(eta0))
  const lat = chi + series(DELTA, (j) => Math.sin(2 * j * chi))
  const lon = Math.atan2(Math.sinh(eta0), Math.cos(xi0))
  return [lon0 + (lon * 180) / Math.PI, (lat * 180) / Math.PI]
}

/** The rectifying latitude of a geodetic one, radians. */
function rectifying(phi: number): number {
  const chi = Math.asin(Math.tanh(Math.atanh(Math.sin(phi)) - E * Math.atanh(E * Math.sin(phi))))
  return chi + series(ALPHA, (j) => Math.sin(2 * j * chi))
}

function series(terms: readonly number[], of: (j: number) => number): number {
  return terms.reduce((sum, term, n) => sum + term * of(n + 1), 0)
}
