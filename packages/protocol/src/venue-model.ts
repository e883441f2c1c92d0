import { z } from 'zod'
import { Texts } from './language.ts'
import { GeoPoint } from './place.ts'
import { Id } from './primitives.ts'
import { Point, UnitKind } from './venue.ts'

/** Rings, outer first, without a closing point. */
const Polygons = z.array(z.array(z.array(Point).min(3)).min(1))
/** OpenStreetMap opening_hours, as IMDF has them; null where nobody said. */
const Hours = z.string().max(500).nullable()
const readings = z.array(z.string().max(200)).max(50)

export const VenueFormat = z.enum(['imdf', 'mlit', 'svg'])
export type VenueFormat = z.infer<typeof VenueFormat>

/** Who may pass: anybody, staff only, anybody in an emergency, nobody (walls, voids, gates for cars). */
export const Passage = z.enum(['public', 'staff', 'emergency', 'none'])
export type Passage = z.infer<typeof Passage>

export const ModelLevel = z.object({
  id: Id,
  /** 0 is the entrance floor; landings lie in between (0.5). */
  ordinal: z.number().min(-50).max(300),
  shortName: Texts,
  outline: Polygons,
  outdoor: z.boolean(),
})
export type ModelLevel = z.infer<typeof ModelLevel>

/** What has its place on a level: which kind of thing it is in IMDF, and its name where somebody gave it one. */
const Feature = z.object({ id: Id, levelId: Id, category: z.string(), name: Texts.nullable(), hours: Hours })
/** What visitors look for at one point, in a unit or not; `readings` as those of units. */
const Place = Feature.extend({ readings, at: Point, unitId: Id.nullable() })

export const ModelUnit = Feature.extend({
  kind: UnitKind,
  /** How the name is read or otherwise written: kana, romaji, other names. */
  readings,
  shape: Polygons,
  labelAt: Point,
  passage: Passage,
  /** What joins the pieces of one shaft over the levels, where the data say so. */
  shaft: z.string().nullable(),
  /** Where an escalator runs. */
  direction: z.enum(['up', 'down']).nullable(),
})
export type ModelUnit = z.infer<typeof ModelUnit>

export const ModelOpening = Feature.extend({
  line: z.array(Point).min(2),
  passage: Passage,
  /** Null where the data say nothing. */
  stepFree: z.boolean().nullable(),
  /** Passed in one direction alone: into this unit, or (null) out of the building. Left out: both ways. */
  oneWay: z.object({ into: Id.nullable() }).optional(),
  /** What is clear when it stands open, as somebody measured it; the line that is drawn is as long as the wall was cut. */
  widthM: z.number().min(0.1).max(100).optional(),
})
export type ModelOpening = z.infer<typeof ModelOpening>

export const ModelAmenity = Place
export type ModelAmenity = z.infer<typeof ModelAmenity>

export const ModelOccupant = Place.extend({
  name: Texts,
  counters: z.array(z.int().min(0).max(999)).max(50),
  /** What people come here for. */
  keywords: z.array(z.string().max(200)).max(200),
})
export type ModelOccupant = z.infer<typeof ModelOccupant>

export const ModelKiosk = z.object({
  id: Id,
  levelId: Id,
  name: Texts.nullable(),
  at: Point,
  /** Clockwise degrees from the drawing's up to where its reader looks; null where nobody said. */
  facingDeg: z.number().min(0).max(360).nullable(),
})
export type ModelKiosk = z.infer<typeof ModelKiosk>

export const ModelRelation = z.object({
  id: Id,
  from: Id,
  to: Id,
  kind: z.enum(['walk', 'stairs', 'elevator', 'escalator']),
  oneWay: z.boolean(),
  hours: Hours,
})
export type ModelRelation = z.infer<typeof ModelRelation>

export const LinkKind = z.enum(['walk', 'door', 'steps', 'stairs', 'ramp', 'movingwalkway', 'elevator', 'escalator'])
export type LinkKind = z.infer<typeof LinkKind>

export const NetworkNode = z.object({
  id: Id,
  levelId: Id,
  at: Point,
  /** Out of doors: where a way out has ended. */
  outside: z.boolean(),
  /** Units that this node stands for (a door of the room), apart from the one it lies in. */
  unitIds: z.array(Id),
})
export type NetworkNode = z.infer<typeof NetworkNode>

export const NetworkLink = z.object({
  id: Id,
  from: Id,
  to: Id,
  kind: LinkKind,
  oneWay: z.boolean(),
  /** Null: as long as it is drawn. */
  metres: z.number().nonnegative().nullable(),
  /** Where it bends between its two ends, in order; left out where it is straight. */
  bends: z.array(Point).optional(),
  /** Null where the data leave it open. */
  stepFree: z.boolean().nullable(),
  tactile: z.boolean(),
  passage: Passage,
  hours: Hours,
})
export type NetworkLink = z.infer<typeof NetworkLink>

/** Ways that somebody drew. `whole`: they are all there is; otherwise they complete what units and openings give. */
export const ModelNetwork = z.object({ whole: z.boolean(), nodes: z.array(NetworkNode), links: z.array(NetworkLink) })
export type ModelNetwork = z.infer<typeof ModelNetwork>

/**
 * A venue with all that ways through it are found from, whatever format it came in. Points are metres on the venue's own
 * plane (x right, y down, its long side level); categories are those of IMDF 1.0 (OGC 20-094). `Venue` is what is drawn of it.
 */
export const VenueModel = z.object({
  format: VenueFormat,
  id: Id,
  name: Texts,
  widthM: z.number().positive(),
  heightM: z.number().positive(),
  /** Clockwise degrees from the drawing's up to true north. */
  northDeg: z.number(),
  /** Where the middle of the plane lies on the earth; left out where nobody knows. */
  at: GeoPoint.optional(),
  /** Lowest first; several may share an ordinal. */
  levels: z.array(ModelLevel).min(1),
  units: z.array(ModelUnit),
  openings: z.array(ModelOpening),
  amenities: z.array(ModelAmenity),
  occupants: z.array(ModelOccupant),
  kiosks: z.array(ModelKiosk),
  /** Units that somebody said are joined, beyond what openings and shafts say. */
  relations: z.array(ModelRelation),
  network: ModelNetwork.nullable(),
})
export type VenueModel = z.infer<typeof VenueModel>
