import { z } from 'zod'
import { Texts } from './language.ts'
import { Id } from './primitives.ts'

/** Metres on the venue's own plane: x right, y down as drawn with the venue's long side level. */
export const Point = z.tuple([z.number(), z.number()])
export type Point = z.infer<typeof Point>
/** Rings of a polygon, outer first (RFC 7946 §3.1.6 order not required). */
const Rings = z.array(z.array(Point).min(3)).min(1)

/** Groups of IMDF unit categories that look alike on a map. */
export const UnitKind = z.enum([
  'walkway',
  'room',
  'counter',
  'stairs',
  'elevator',
  'escalator',
  'restroom',
  'nonpublic',
  'void',
])
export type UnitKind = z.infer<typeof UnitKind>

export const VenueUnit = z.object({
  id: Id,
  kind: UnitKind,
  category: z.string(),
  name: Texts.nullable(),
  shape: z.array(Rings),
  labelAt: Point,
})
export type VenueUnit = z.infer<typeof VenueUnit>

/**
 * A way out of a level from where a display stands: to a door, or to the stairs of a level that has no door to the outside.
 * Drawn from `points`, the display first; `metres` along them.
 */
export const EscapeRoute = z.object({
  /** Of the opening, or of the stairs' unit. */
  exitId: Id,
  kind: z.enum(['exit', 'stairs']),
  name: Texts.nullable(),
  metres: z.int().nonnegative(),
  points: z.array(Point).min(2),
})
export type EscapeRoute = z.infer<typeof EscapeRoute>

export const VenueLevel = z.object({
  id: Id,
  ordinal: z.int(),
  shortName: Texts,
  outline: z.array(Rings),
  units: z.array(VenueUnit),
  openings: z.array(z.object({ id: Id, category: z.string(), line: z.array(Point).min(2) })),
  amenities: z.array(z.object({ id: Id, category: z.string(), name: Texts.nullable(), at: Point })),
  occupants: z.array(
    z.object({
      id: Id,
      category: z.string(),
      name: Texts,
      at: Point,
      unitId: Id.nullable(),
      counters: z.array(z.int()),
    }),
  ),
  kiosks: z.array(
    z.object({
      id: Id,
      name: Texts.nullable(),
      at: Point,
      /** Clockwise degrees from the drawing's up to where its reader looks; left out where nobody said. */
      facingDeg: z.number().min(0).max(360).optional(),
      /** Worked out beforehand, so that a display needs nobody for them; the nearest first. */
      escapes: z.array(EscapeRoute).max(3).optional(),
    }),
  ),
})
export type VenueLevel = z.infer<typeof VenueLevel>

/** A venue ready to draw: IMDF features projected to metres, categories grouped, labels normalised. */
export const Venue = z.object({
  format: z.literal(1),
  id: Id,
  name: Texts,
  widthM: z.number().positive(),
  heightM: z.number().positive(),
  /** Clockwise degrees from the drawing's up to true north. */
  northDeg: z.number(),
  levels: z.array(VenueLevel).min(1),
})
export type Venue = z.infer<typeof Venue>
