import { Id } from '@akari/protocol'
import { z } from 'zod'
import type { ReportProblem } from './import-problem.ts'
import { MOST_CORNERS, MOST_FEATURES, MOST_PARTS } from './limits.ts'

/** GeoJSON position (RFC 7946 §3.1.1), longitude first; a height is read over. */
export const Position = z
  .tuple([z.number().min(-180).max(180), z.number().min(-90).max(90)])
  .rest(z.number())
  .transform(([lon, lat]): [number, number] => [lon, lat])

/** The same in whatever coordinates a file is written in, to be converted. */
export const AnyPosition = z
  .tuple([z.number(), z.number()])
  .rest(z.number())
  .transform(([x, y]): [number, number] => [x, y])
export type AnyPosition = z.infer<typeof AnyPosition>

type PositionSchema = typeof AnyPosition

/** Polygon or MultiPolygon, always as a list of polygons. */
export function area(position: PositionSchema) {
  const polygon = z.array(z.array(position).min(4).max(MOST_CORNERS)).min(1).max(MOST_PARTS)
  return z
    .discriminatedUnion('type', [
      z.object({ type: z.literal('Polygon'), coordinates: polygon }),
      z.object({ type: z.literal('MultiPolygon'), coordinates: z.array(polygon).min(1).max(MOST_PARTS) }),
    ])
    .transform((geometry) => (geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates))
}

export function point(position: PositionSchema) {
  return z.object({ type: z.literal('Point'), coordinates: position }).transform(({ coordinates }) => coordinates)
}

export function line(position: PositionSchema) {
  return z
    .object({ type: z.literal('LineString'), coordinates: z.array(position).min(2).max(MOST_CORNERS) })
    .transform(({ coordinates }) => coordinates)
}

const FeatureCollection = z.object({
  type: z.literal('FeatureCollection'),
  features: z.array(z.unknown()).max(MOST_FEATURES),
  crs: z.unknown().optional(),
})

/** The raw features of a GeoJSON text and its `crs` member, which RFC 7946 took away and Japan's data still use. */
export function collectionOf(text: string): { features: unknown[]; crs: unknown } | null {
  const collection = FeatureCollection.safeParse(jsonOrNull(text))
  return collection.success ? { features: collection.data.features, crs: collection.data.crs } : null
}

/** The features that a schema can read, one for each id; the others are reported. */
export function readFeatures<Schema extends z.ZodType<{ id: string }>>(
  file: string,
  features: readonly unknown[],
  schema: Schema,
  report: ReportProblem,
): z.infer<Schema>[] {
  const read = new Map<string, z.infer<Schema>>()
  for (const [index, raw] of features.entries()) {
    const parsed = schema.safeParse(raw)
    if (!parsed.success) {
      const path = parsed.error.issues[0]?.path.join('.') ?? ''
      report({ code: 'feature-unreadable', file, featureId: idOf(raw), detail: `features.${index}.${path}` })
    } else if (read.has(parsed.data.id)) {
      report({ code: 'duplicate-id', file, featureId: parsed.data.id, detail: `features.${index}` })
    } else {
      read.set(parsed.data.id, parsed.data)
    }
  }
  return [...read.values()]
}

function idOf(raw: unknown): string | null {
  const named = z.object({ id: Id }).safeParse(raw)
  return named.success ? named.data.id : null
}

/** The JSON in a text, a byte order mark before it or not; null when it is none. */
export function jsonOrNull(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''))
  } catch {
    return null
  }
}
