import { readFileSync } from 'node:fs'
import { samplePath } from '@akari/content-samples'
import { type Point, Texts, type UnitKind, Venue, type VenueLevel } from '@akari/protocol'
import { z } from 'zod'

/** The sample building's bearing, so that its long side lies level in the drawing. */
const BEARING_DEG = 12
const ORIGIN = { longitude: 139.503, latitude: 35.6995 }
const METRES = { longitude: 90_500, latitude: 110_957 }

const Position = z.tuple([z.number(), z.number()])
const Named = Texts.nullable()
const features = <P extends z.ZodType, G extends z.ZodType>(geometry: G, properties: P) =>
  z.object({ features: z.array(z.object({ id: z.string(), geometry, properties })) })
const polygon = z.object({ coordinates: z.array(z.array(Position)) })
const point = z.object({ coordinates: Position })
const located = { level_id: z.string() }

const Levels = features(polygon, z.object({ ordinal: z.int(), short_name: Texts }))
const Units = features(
  polygon,
  z.object({ ...located, category: z.string(), name: Named, display_point: point.nullable() }),
)
const Openings = features(z.object({ coordinates: z.array(Position) }), z.object({ ...located, category: z.string() }))
const Amenities = features(point, z.object({ category: z.string(), name: Named, unit_ids: z.array(z.string()) }))
const Anchors = features(point, z.object({ unit_id: z.string() }))
const Occupants = features(
  z.null(),
  z.object({
    category: z.string(),
    name: Texts,
    anchor_id: z.string(),
    akari: z.object({ counters: z.array(z.int()) }),
  }),
)
const Kiosks = features(polygon, z.object({ ...located, name: Named, display_point: point }))

/** The sample's IMDF as a Venue to draw: just enough of an import for pictures of the floor map. */
export function sampleVenue(): Venue {
  const units = read('unit', Units)
  const levelOfUnit = new Map(units.map(({ id, properties }) => [id, properties.level_id]))
  const anchors = new Map(read('anchor', Anchors).map((anchor) => [anchor.id, anchor]))
  const on = <F extends { properties: { level_id: string } }>(found: readonly F[], levelId: string): F[] =>
    found.filter(({ properties }) => properties.level_id === levelId)
  const levels = read('level', Levels).map(
    ({ id, geometry, properties }): VenueLevel => ({
      id,
      ordinal: properties.ordinal,
      shortName: properties.short_name,
      outline: [geometry.coordinates.map((ring) => ring.map(toPlane))],
      units: on(units, id).map((unit) => ({
        id: unit.id,
        kind: kindOf(unit.properties.category),
        category: unit.properties.category,
        name: unit.properties.name,
        shape: [unit.geometry.coordinates.map((ring) => ring.map(toPlane))],
        labelAt: toPlane(unit.properties.display_point?.coordinates ?? [ORIGIN.longitude, ORIGIN.latitude]),
      })),
      openings: on(read('opening', Openings), id).map((opening) => ({
        id: opening.id,
        category: opening.properties.category,
        line: opening.geometry.coordinates.map(toPlane),
      })),
      amenities: read('amenity', Amenities)
        .filter(
          ({
            properties: {
              unit_ids: [unitId = ''],
            },
          }) => levelOfUnit.get(unitId) === id,
        )
        .map((amenity) => ({
          id: amenity.id,
          category: amenity.properties.category,
          name: amenity.properties.name,
          at: toPlane(amenity.geometry.coordinates),
        })),
      occupants: read('occupant', Occupants).flatMap((occupant) => {
        const anchor = anchors.get(occupant.properties.anchor_id)
        if (anchor === undefined || levelOfUnit.get(anchor.properties.unit_id) !== id) return []
        const { category, name, akari } = occupant.properties
        const at = toPlane(anchor.geometry.coordinates)
        return [{ id: occupant.id, category, name, at, unitId: anchor.properties.unit_id, counters: akari.counters }]
      }),
      kiosks: on(read('kiosk', Kiosks), id).map((kiosk) => ({
        id: kiosk.id,
        name: kiosk.properties.name,
        at: toPlane(kiosk.properties.display_point.coordinates),
      })),
    }),
  )
  const name = { ja: '市役所' }
  return Venue.parse({ format: 1, id: 'venue', name, widthM: 72, heightM: 40, northDeg: -BEARING_DEG, levels })
}

function read<T>(name: string, schema: z.ZodType<{ features: T[] }>): T[] {
  return schema.parse(JSON.parse(readFileSync(samplePath(`venue/${name}.geojson`), 'utf8'))).features
}

function toPlane([longitude, latitude]: readonly [number, number]): Point {
  const east = (longitude - ORIGIN.longitude) * METRES.longitude
  const north = (latitude - ORIGIN.latitude) * METRES.latitude
  const turn = (BEARING_DEG * Math.PI) / 180
  return [east * Math.cos(turn) - north * Math.sin(turn), -(east * Math.sin(turn) + north * Math.cos(turn))]
}

function kindOf(category: string): UnitKind {
  if (category === 'opentobelow') return 'void'
  if (category.startsWith('restroom')) return 'restroom'
  if (category === 'walkway' || category === 'stairs' || category === 'elevator' || category === 'escalator')
    return category
  return category === 'nonpublic' ? 'nonpublic' : 'room'
}
