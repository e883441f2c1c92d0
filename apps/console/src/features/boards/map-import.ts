import type { GeoPoint, TownMap } from '@akari/protocol'
import { z } from 'zod'
import keys from './name-keys.json' with { type: 'json' }

const Position = z.tuple([z.number().min(-180).max(180), z.number().min(-90).max(90)]).rest(z.number())
const Geometry = z.discriminatedUnion('type', [
  z.object({ type: z.literal('Polygon'), coordinates: z.array(z.array(Position)) }),
  z.object({ type: z.literal('MultiPolygon'), coordinates: z.array(z.array(z.array(Position))) }),
  z.object({ type: z.literal('LineString'), coordinates: z.array(Position) }),
  z.object({ type: z.literal('MultiLineString'), coordinates: z.array(z.array(Position)) }),
  z.object({ type: z.literal('Point'), coordinates: Position }),
])
type Geometry = z.infer<typeof Geometry>
const Properties = z.record(z.string(), z.unknown()).nullable().catch(null)
const Collection = z.object({
  type: z.literal('FeatureCollection'),
  features: z.array(z.object({ geometry: Geometry.nullable().catch(null), properties: Properties })).max(20_000),
})

/** What a feature is called in the data that towns have: 国土数値情報, 指定緊急避難場所 of GSI, OpenStreetMap. */
const NAMES: readonly string[] = keys
/** So many corners of a ring and points of a line a display draws; more are thinned out evenly. */
const MOST_POINTS = 800
const [MOST_RINGS, MOST_LINES, MOST_PLACES] = [50, 1000, 1000]

export type ImportedMap = Pick<TownMap, 'boundary' | 'lines' | 'places'>

/**
 * Reads GeoJSON (RFC 7946): outer rings of polygons become the border, lines become roads, points become places. Null for anything
 * else, and where nothing of that is in it.
 */
export function readGeoJson(text: string, newId: () => string): ImportedMap | null {
  const found = Collection.safeParse(parsed(text))
  if (!found.success) return null
  const map: ImportedMap = { boundary: [], lines: [], places: [] }
  for (const { geometry, properties } of found.data.features) {
    if (geometry !== null) addTo(map, geometry, nameIn(properties), newId)
  }
  return map.boundary.length + map.lines.length + map.places.length === 0 ? null : map
}

function addTo(map: ImportedMap, geometry: Geometry, name: string | null, newId: () => string): void {
  const addRing = (ring: readonly z.infer<typeof Position>[]): void => {
    const open = thinned(ring.map(placeOf).slice(0, -1))
    if (open.length >= 3 && map.boundary.length < MOST_RINGS) map.boundary.push(open)
  }
  const addLine = (line: readonly z.infer<typeof Position>[]): void => {
    const points = thinned(line.map(placeOf))
    if (points.length < 2 || map.lines.length >= MOST_LINES) return
    map.lines.push({ kind: 'road', points, ...(name === null ? {} : { name: { ja: name } }) })
  }
  switch (geometry.type) {
    case 'Polygon':
      return geometry.coordinates.slice(0, 1).forEach(addRing)
    case 'MultiPolygon':
      return geometry.coordinates.flatMap((polygon) => polygon.slice(0, 1)).forEach(addRing)
    case 'LineString':
      return addLine(geometry.coordinates)
    case 'MultiLineString':
      return geometry.coordinates.forEach(addLine)
    case 'Point':
      if (name !== null && map.places.length < MOST_PLACES) {
        map.places.push({ id: newId(), name: { ja: name }, kind: 'other', at: placeOf(geometry.coordinates) })
      }
  }
}

function placeOf([lon, lat]: z.infer<typeof Position>): GeoPoint {
  return { lat, lon }
}

function thinned(points: readonly GeoPoint[]): GeoPoint[] {
  const every = Math.ceil(points.length / MOST_POINTS)
  return points.filter((_, n) => n % every === 0 || n === points.length - 1)
}

function nameIn(properties: Record<string, unknown> | null): string | null {
  for (const key of NAMES) {
    const value = properties?.[key]
    if (typeof value === 'string' && value.trim() !== '') return value.trim().slice(0, 80)
  }
  return null
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    // Not JSON: the schema says so.
    return null
  }
}
