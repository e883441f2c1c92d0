import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { samplePath } from './index.ts'

export type Metres = readonly [x: number, y: number]

const Position = z.tuple([z.number(), z.number()])
const Ring = z.array(Position)
const Id = z.uuid()
const Labels = z.record(z.string(), z.string()).nullable()
const polygon = z.object({ type: z.literal('Polygon'), coordinates: z.tuple([Ring]) })
const inCollection = <P extends z.ZodType, G extends z.ZodType>(geometry: G, properties: P) =>
  z.object({ features: z.array(z.object({ id: Id, geometry, properties })) })

const Levels = inCollection(
  polygon,
  z.object({ ordinal: z.int(), short_name: z.object({ ja: z.string() }), name: Labels }),
)
const Units = inCollection(
  polygon,
  z.object({
    category: z.string(),
    level_id: Id,
    name: Labels,
    akari: z.object({ correlation_id: Id.optional() }).optional(),
  }),
)
const Openings = inCollection(
  z.object({ coordinates: z.tuple([Position, Position]) }),
  z.object({ category: z.string(), level_id: Id, name: Labels }),
)
const Kiosks = inCollection(
  polygon,
  z.object({
    level_id: Id,
    anchor_id: Id,
    display_point: z.object({ coordinates: Position }),
    name: Labels,
    akari: z.object({ key: z.string(), bearing: z.number() }),
  }),
)
const Occupants = inCollection(
  z.null(),
  z.object({
    anchor_id: Id,
    name: Labels,
    akari: z.object({ counters: z.array(z.int()), keywords: z.object({ ja: z.array(z.string()).min(1) }) }),
  }),
)
const Anchors = inCollection(z.unknown(), z.object({ unit_id: Id }))
const Amenities = inCollection(z.unknown(), z.object({ unit_ids: z.array(Id), name: Labels }))

export interface Unit {
  id: string
  levelId: string
  category: string
  label: string
  outline: Metres[]
  shaft: string | undefined
}

/** Metres east and north of the building's centre; exact enough over a hundred metres. */
export function toMetres([longitude, latitude]: readonly [number, number]): Metres {
  const phi = (35.6995 * Math.PI) / 180
  return [(longitude - 139.503) * (111412.84 * Math.cos(phi) - 93.5 * Math.cos(3 * phi)), (latitude - 35.6995) * 110957]
}

/** The generated venue, read back as any importer would. */
export function readVenue() {
  const [levels, units, openings] = [read('level', Levels), read('unit', Units), read('opening', Openings)]
  const [kiosks, occupants, anchors, amenities] = [
    read('kiosk', Kiosks),
    read('occupant', Occupants),
    read('anchor', Anchors),
    read('amenity', Amenities),
  ]
  const every = [levels, units, openings, kiosks, occupants, amenities].flat()
  return {
    ids: [...every, ...anchors].map(({ id }) => id),
    labels: every.flatMap(({ properties }) => (properties.name === null ? [] : [properties.name])),
    references: [
      ...[...units, ...openings, ...kiosks].map(({ properties }) => properties.level_id),
      ...[...occupants, ...kiosks].map(({ properties }) => properties.anchor_id),
      ...anchors.map(({ properties }) => properties.unit_id),
      ...amenities.flatMap(({ properties }) => properties.unit_ids),
    ],
    levels: levels.map(({ id, geometry, properties }) => ({
      id,
      ordinal: properties.ordinal,
      shortName: properties.short_name.ja,
      outline: geometry.coordinates[0].map(toMetres),
    })),
    units: units.map(
      ({ id, geometry, properties }): Unit => ({
        id,
        levelId: properties.level_id,
        category: properties.category,
        label: properties.name?.['en'] ?? properties.category,
        outline: geometry.coordinates[0].map(toMetres),
        shaft: properties.akari?.correlation_id,
      }),
    ),
    openings: openings.map(({ id, geometry, properties }) => {
      const [from, to] = [toMetres(geometry.coordinates[0]), toMetres(geometry.coordinates[1])]
      return {
        id,
        levelId: properties.level_id,
        category: properties.category,
        ends: [from, to],
        width: Math.hypot(to[0] - from[0], to[1] - from[1]),
        toOutside: properties.category === 'emergencyexit' || properties.category === 'pedestrian.principal',
      }
    }),
    kiosks: kiosks.map(({ id, properties }) => ({
      id,
      key: properties.akari.key,
      levelId: properties.level_id,
      at: toMetres(properties.display_point.coordinates),
    })),
    occupants: occupants.map(({ properties }) => ({ counters: properties.akari.counters })),
  }
}

/** Whether a closed ring contains a point (even–odd rule). */
export function hasPoint(ring: readonly Metres[], [x, y]: Metres): boolean {
  let inside = false
  for (const [[ax, ay], [bx, by]] of sides(ring)) {
    if (ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax) inside = !inside
  }
  return inside
}

/** Whether a point lies on a ring, within a tolerance in metres. */
export function onBoundary(ring: readonly Metres[], [x, y]: Metres, tolerance: number): boolean {
  return sides(ring).some(([[ax, ay], [bx, by]]) => {
    const squared = (bx - ax) ** 2 + (by - ay) ** 2
    const along = squared === 0 ? 0 : Math.min(1, Math.max(0, ((x - ax) * (bx - ax) + (y - ay) * (by - ay)) / squared))
    return Math.hypot(x - ax - along * (bx - ax), y - ay - along * (by - ay)) <= tolerance
  })
}

function sides(ring: readonly Metres[]): [Metres, Metres][] {
  return ring.slice(1).map((corner, i): [Metres, Metres] => [ring[i] ?? corner, corner])
}

function read<S extends z.ZodObject<{ features: z.ZodType }>>(type: string, schema: S): z.infer<S>['features'] {
  return schema.parse(JSON.parse(readFileSync(samplePath(`venue/${type}.geojson`), 'utf8'))).features
}
