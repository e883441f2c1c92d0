import { Id } from '@akari/protocol'
import { z } from 'zod'

/** GeoJSON position (RFC 7946 §3.1.1), longitude first; a height is read over. */
export const Position = z
  .tuple([z.number().min(-180).max(180), z.number().min(-90).max(90)])
  .rest(z.number())
  .transform(([lon, lat]): [number, number] => [lon, lat])
export type Position = z.infer<typeof Position>

const LinearRing = z.array(Position).min(4)
const PolygonCoordinates = z.array(LinearRing).min(1)

/** Polygon or MultiPolygon, always as a list of polygons. */
const Area = z
  .discriminatedUnion('type', [
    z.object({ type: z.literal('Polygon'), coordinates: PolygonCoordinates }),
    z.object({ type: z.literal('MultiPolygon'), coordinates: z.array(PolygonCoordinates).min(1) }),
  ])
  .transform((geometry) => (geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates))
export type Area = z.infer<typeof Area>

const Point = z.object({ type: z.literal('Point'), coordinates: Position }).transform(({ coordinates }) => coordinates)
const Line = z
  .object({ type: z.literal('LineString'), coordinates: z.array(Position).min(2) })
  .transform(({ coordinates }) => coordinates)

/** Labels by language tag; real archives carry nulls and stray values, which say nothing. */
export const Labels = z.record(z.string(), z.unknown()).nullish()
export type Labels = z.infer<typeof Labels>

const category = z
  .string()
  .max(80)
  .nullish()
  .transform((given) => given ?? 'unspecified')
const reference = z.string().nullish()
const displayPoint = Point.nullish().catch(null)

function feature<Geometry extends z.ZodType, Properties extends z.ZodType>(geometry: Geometry, properties: Properties) {
  return z.object({ id: Id, geometry, properties })
}

/** The features of IMDF 1.0 (OGC 20-094) that a venue is drawn from, each as far as it is used. */
export const VenueFeature = feature(z.unknown(), z.object({ name: Labels }))
export const FootprintFeature = feature(Area, z.object({ category }))
export const LevelFeature = feature(Area, z.object({ ordinal: z.int(), name: Labels, short_name: Labels }))
export const UnitFeature = feature(
  Area,
  z.object({ category, name: Labels, level_id: z.string(), display_point: displayPoint }),
)
export const OpeningFeature = feature(Line, z.object({ category, name: Labels, level_id: z.string() }))
export const AmenityFeature = feature(
  Point,
  z.object({ category, name: Labels, unit_ids: z.array(z.string()).nullish() }),
)
export const AnchorFeature = feature(Point, z.object({ unit_id: reference }))
export const OccupantFeature = feature(
  z.unknown(),
  z.object({
    category,
    name: Labels,
    anchor_id: reference,
    /** Our own extension: the numbers over the desk. */
    akari: z
      .object({ counters: z.array(z.int()).catch([]) })
      .nullish()
      .catch(null),
  }),
)
export const KioskFeature = feature(
  Area.nullish(),
  z.object({
    name: Labels,
    level_id: reference,
    anchor_id: reference,
    display_point: displayPoint,
    /** Our own extension: degrees clockwise from true north to where its reader looks. */
    akari: z.object({ bearing: z.number() }).nullish().catch(null),
  }),
)
export const Manifest = z.object({ language: z.string() })

export type LevelFeature = z.infer<typeof LevelFeature>
export type UnitFeature = z.infer<typeof UnitFeature>
