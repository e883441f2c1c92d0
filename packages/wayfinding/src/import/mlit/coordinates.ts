import { z } from 'zod'
import type { ReportProblem } from '../import-problem.ts'
import type { Position } from '../plane.ts'
import { fromPlaneRectangular, zoneOf } from './plane-rectangular.ts'

const Crs = z.object({ properties: z.object({ name: z.string() }) })
/** Latitude and longitude on WGS 84, JGD2011 and JGD2000, which are the same within a metre. */
const GEOGRAPHIC = [4326, 6668, 4612]

/**
 * How a file's coordinates become longitude and latitude, by its `crs` member; without one they are degrees if they can be. Null,
 * and reported, where nobody can tell.
 */
export function coordinatesOf(
  file: string,
  crs: unknown,
  sample: readonly [number, number] | null,
  report: ReportProblem,
): ((position: readonly [number, number]) => Position) | null {
  const named = Crs.safeParse(crs)
  const name = named.success ? named.data.properties.name : null
  const epsg = Number(/EPSG:.*?(\d{4,5})$/i.exec(name ?? '')?.[1] ?? Number.NaN)
  const zone = zoneOf(epsg)
  if (zone !== null) return (position) => fromPlaneRectangular(position, zone)
  const isDegrees = sample === null || (Math.abs(sample[0]) <= 180 && Math.abs(sample[1]) <= 90)
  const isGeographic = name === null || /CRS84$/i.test(name) || GEOGRAPHIC.includes(epsg)
  if (isDegrees && isGeographic) return ([lon, lat]) => [lon, lat]
  report({ code: 'crs-unknown', file, featureId: null, detail: name })
  return null
}
