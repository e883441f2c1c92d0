import { createHash } from 'node:crypto'
import type { Metres, Position } from './plane.ts'
import { toWgs84 } from './plane.ts'
import { signedArea } from './shapes.ts'

export type Labels = Readonly<Record<string, string>>
export type Geometry =
  | { type: 'Point'; coordinates: Position }
  | { type: 'LineString'; coordinates: Position[] }
  | { type: 'Polygon'; coordinates: Position[][] }

/** One IMDF feature (OGC 20-094); `properties` keep the standard's snake_case. */
export interface Feature {
  id: string
  type: 'Feature'
  feature_type: string
  geometry: Geometry | null
  properties: Record<string, unknown>
}

/** A stable UUID in the manner of version 5 (RFC 9562 §5.5): the same name gives the same identifier on every run. */
export function uuid(name: string): string {
  const bytes = createHash('sha1').update(`akari sample city hall/${name}`).digest().subarray(0, 16)
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x50
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80
  const hex = bytes.toString('hex')
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')
}

export function feature(
  type: string,
  key: string,
  geometry: Geometry | null,
  properties: Record<string, unknown>,
): Feature {
  return { id: uuid(`${type}/${key}`), type: 'Feature', feature_type: type, geometry, properties }
}

export function point(at: Metres): Geometry & { type: 'Point' } {
  return { type: 'Point', coordinates: toWgs84(at) }
}

export function line(from: Metres, to: Metres): Geometry {
  return { type: 'LineString', coordinates: [toWgs84(from), toWgs84(to)] }
}

/** A closed ring, counter-clockwise as RFC 7946 §3.1.6 asks for an exterior. */
export function polygon(outline: readonly Metres[], sweep?: (point: Metres) => Metres): Geometry {
  const ring = signedArea(outline) > 0 ? outline : [...outline].reverse()
  const positions = ring.map((at) => toWgs84(at, sweep))
  const [first] = positions
  return { type: 'Polygon', coordinates: [first === undefined ? positions : [...positions, first]] }
}
