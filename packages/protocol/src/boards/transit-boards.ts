import { z } from 'zod'
import { FileRef } from '../file-ref.ts'
import { Texts } from '../language.ts'
import { GeoPoint } from '../place.ts'
import { Id } from '../primitives.ts'
import { Basemap } from './basemap.ts'

/** Ids of stops and routes as the timetable has them. */
const transitId = z.string().min(1).max(200)

/**
 * The next buses of one place. What leaves where is in the feeds' timetables: `Programme.feeds` names their files, which change
 * without anybody publishing. A stop that is a station means its platforms.
 */
export const DeparturesScene = z.object({
  kind: z.literal('departures'),
  title: Texts,
  /** One list made of all of them, e.g. of two operators that call at the same stop. */
  feeds: z
    .array(
      z.object({
        feedId: Id,
        stops: z.array(transitId).min(1).max(20),
        /** All routes when left out. */
        routes: z.array(transitId).min(1).max(100).optional(),
      }),
    )
    .min(1)
    .max(6),
  /** On foot from this display to the stop; left out where nobody measured it. */
  walkMinutes: z.int().min(0).max(60).optional(),
})
export type DeparturesScene = z.infer<typeof DeparturesScene>

/** Own lines of routes (`RouteLines`), drawn by staff; where there are none those of the timetable are drawn. */
export const BusMapScene = z.object({
  kind: z.literal('busMap'),
  title: Texts,
  feeds: z
    .array(z.object({ feedId: Id, routes: z.array(transitId).min(1).max(100).optional() }))
    .min(1)
    .max(6),
  lines: FileRef.optional(),
  /** A `TownMap` of the content set, below it all. */
  map: FileRef.optional(),
  /** The streets beneath that. */
  basemap: Basemap.optional(),
  /** This building. */
  here: GeoPoint.optional(),
  /** What is seen: the south-west and north-east corners; all stops when left out. */
  area: z.object({ southWest: GeoPoint, northEast: GeoPoint }).optional(),
})
export type BusMapScene = z.infer<typeof BusMapScene>

/** A document of the content set: lines of routes as staff drew them, never straight from stop to stop unless they drew that. */
export const RouteLines = z.object({
  format: z.literal(1),
  lines: z
    .array(
      z.object({
        feedId: Id,
        routeId: transitId,
        /** direction_id of GTFS; null: both. */
        direction: z.int().min(0).max(1).nullable(),
        points: z.array(GeoPoint).min(2).max(2000),
      }),
    )
    .max(300),
})
export type RouteLines = z.infer<typeof RouteLines>
