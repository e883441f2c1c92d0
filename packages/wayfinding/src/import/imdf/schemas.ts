import { Id } from '@akari/protocol'
import { z } from 'zod'
import { area, line, point, Position } from '../geojson.ts'

const Area = area(Position)
export type Area = z.infer<typeof Area>
const Point = point(Position)
const Line = line(Position)

/** Labels by language tag; real archives carry nulls and stray values, which say nothing. */
const Labels = z.record(z.string(), z.unknown()).nullish().catch(null)

const category = z
  .string()
  .max(80)
  .nullish()
  .transform((given) => given ?? 'unspecified')
const reference = z.string().nullish()
const word = z.string().max(200)
const words = z.array(word).max(1000).nullish().catch(null)
const hours = z.string().max(400).nullish().catch(null)
const displayPoint = Point.nullish().catch(null)
const references = z.object({ id: z.string() }).nullish().catch(null)

function feature<Geometry extends z.ZodType, Properties extends z.ZodType>(geometry: Geometry, properties: Properties) {
  return z.object({ id: Id, geometry, properties })
}

/** The features of IMDF 1.0 (OGC 20-094) that a venue is made of, each as far as it is used; `akari` is our own extension. */
export const VenueFeature = feature(z.unknown(), z.object({ name: Labels }))
export const FootprintFeature = feature(Area, z.object({ category }))
export const LevelFeature = feature(
  Area,
  z.object({ ordinal: z.int(), name: Labels, short_name: Labels, outdoor: z.boolean().nullish().catch(null) }),
)
export const UnitFeature = feature(
  Area,
  z.object({
    category,
    name: Labels,
    alt_name: Labels,
    level_id: z.string(),
    display_point: displayPoint,
    restriction: z.string().nullish().catch(null),
    /** What joins the pieces of a shaft, and where an escalator runs. */
    akari: z
      .object({
        correlation_id: z.string().nullish().catch(null),
        direction: z.enum(['up', 'down']).nullish().catch(null),
        hours,
      })
      .nullish()
      .catch(null),
  }),
)
export const OpeningFeature = feature(
  Line,
  z.object({
    category,
    name: Labels,
    level_id: z.string(),
    accessibility: words,
    access_control: words,
    akari: z.object({ hours }).nullish().catch(null),
  }),
)
export const AmenityFeature = feature(
  Point,
  z.object({ category, name: Labels, alt_name: Labels, unit_ids: words, correlation_id: reference, hours }),
)
export const AnchorFeature = feature(Point, z.object({ unit_id: reference }))
export const OccupantFeature = feature(
  z.unknown(),
  z.object({
    category,
    name: Labels,
    alt_name: Labels,
    anchor_id: reference,
    hours,
    /** The numbers over the desk, and what people come here for. */
    akari: z
      .object({
        counters: z.array(z.int()).max(100).catch([]),
        keywords: z.record(z.string(), z.array(word).max(200).catch([])).nullish().catch(null),
      })
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
    /** Degrees clockwise from true north to where its reader looks. */
    akari: z.object({ bearing: z.number() }).nullish().catch(null),
  }),
)
export const RelationshipFeature = feature(
  z.unknown(),
  z.object({
    category,
    direction: z.string().nullish().catch(null),
    origin: references,
    destination: references,
    intermediary: z
      .array(z.object({ id: z.string() }))
      .max(100)
      .nullish()
      .catch(null),
    hours,
  }),
)
export const Manifest = z.object({ language: z.string() })

export type LevelFeature = z.infer<typeof LevelFeature>
export type UnitFeature = z.infer<typeof UnitFeature>
