import { z } from 'zod'
import { FeedAttribution } from '../feeds/feed-snapshot.ts'
import { FileRef } from '../file-ref.ts'
import { Texts } from '../language.ts'
import { GeoPoint } from '../place.ts'
import { Id } from '../primitives.ts'
import { Basemap } from './basemap.ts'

/** `map` is a `TownMap` of the content set. */
export const TownMapScene = z.object({
  kind: z.literal('townMap'),
  title: Texts,
  map: FileRef,
  here: GeoPoint.optional(),
  /** Feeds whose stops are on it. */
  feeds: z.array(Id).max(6).optional(),
  /** The streets beneath it; without them the town is drawn in outlines. */
  basemap: Basemap.optional(),
})
export type TownMapScene = z.infer<typeof TownMapScene>

export const TOWN_PLACES = [
  'cityHall',
  'station',
  'library',
  'school',
  'hall',
  'hospital',
  'police',
  'fire',
  'post',
  'park',
  'sports',
  'welfare',
  'other',
] as const
export const TownPlaceKind = z.enum(TOWN_PLACES)
export type TownPlaceKind = z.infer<typeof TownPlaceKind>

/** `shelters`: what it is in a disaster, 指定緊急避難場所 (to flee to) or 指定避難所 (to stay in). */
export const TownPlace = z.object({
  id: Id,
  name: Texts,
  kind: TownPlaceKind,
  at: GeoPoint,
  shelters: z
    .array(z.enum(['flee', 'stay']))
    .max(2)
    .optional(),
})
export type TownPlace = z.infer<typeof TownPlace>

const ring = z.array(GeoPoint).min(3).max(5000)

/** The town in outlines: a good map without any basemap. */
export const TownMap = z.object({
  format: z.literal(1),
  name: Texts,
  /** Rings of the border, not closed. */
  boundary: z.array(ring).min(1).max(50),
  /** Green and water. */
  areas: z.array(z.object({ kind: z.enum(['park', 'water']), ring })).max(500),
  lines: z
    .array(
      z.object({
        kind: z.enum(['rail', 'road', 'river']),
        name: Texts.optional(),
        points: z.array(GeoPoint).min(2).max(5000),
      }),
    )
    .max(1000),
  places: z.array(TownPlace).max(1000),
  attribution: z.array(FeedAttribution).max(10),
})
export type TownMap = z.infer<typeof TownMap>
