import type { Feature, Labels } from './imdf.ts'
import { feature, line, point, polygon, uuid } from './imdf.ts'
import { BUILDING_BEARING_DEGREES } from './plane.ts'
import type { Metres } from './plane.ts'
import type { LevelPlan, UnitPlan } from './plan.ts'
import { centroid, rect } from './shapes.ts'

export type Name = (key: string) => Labels

const KIOSK_SIZE = { width: 0.9, depth: 0.5 }

/** Everything on one floor but its occupants. */
export function floorFeatures(level: LevelPlan, outline: readonly Metres[], name: Name): Feature[] {
  const levelId = uuid(`level/${level.key}`)
  const unitId = (key: string): string => uuid(`unit/${level.key}/${key}`)
  return [
    feature('level', level.key, polygon(outline), {
      category: 'unspecified',
      restriction: null,
      outdoor: false,
      ordinal: level.ordinal,
      name: name(level.key),
      short_name: { ja: level.shortName, en: level.shortName },
      display_point: point([36, 18]),
      address_id: uuid('address/hall'),
      building_ids: [uuid('building/hall')],
    }),
    ...level.units.map((unit) => unitFeature(level, unit, name)),
    ...level.openings.map((opening, i) =>
      feature('opening', `${level.key}/${i}`, line(opening.from, opening.to), {
        category: opening.category,
        accessibility: opening.category === 'service' ? null : ['wheelchair'],
        access_control: opening.category === 'service' ? ['badgereader'] : null,
        door: {
          type: opening.door === 'open' ? 'open' : opening.door === 'automatic' ? 'sliding' : 'swinging',
          automatic: opening.door === 'automatic',
          material: opening.door === 'open' ? null : 'glass',
        },
        name: opening.name === undefined ? null : name(opening.name),
        alt_name: null,
        display_point: point(middle(opening.from, opening.to)),
        level_id: levelId,
      }),
    ),
    ...level.amenities.map((amenity) =>
      feature('amenity', `${level.key}/${amenity.key}`, point(amenity.at), {
        category: amenity.category,
        accessibility: amenity.accessible === true ? ['wheelchair'] : null,
        name: name(amenity.name),
        alt_name: null,
        hours: null,
        phone: null,
        website: null,
        unit_ids: [unitId(amenity.unit)],
        address_id: uuid('address/hall'),
        correlation_id: amenity.shaft === undefined ? null : uuid(`shaft/${amenity.shaft}`),
      }),
    ),
    ...level.kiosks.flatMap((kiosk) => [
      feature('kiosk', kiosk.key, polygon(around(kiosk.at)), {
        name: name(kiosk.key),
        alt_name: null,
        anchor_id: uuid(`anchor/${kiosk.key}`),
        level_id: levelId,
        display_point: point(kiosk.at),
        akari: {
          key: kiosk.key,
          unit_id: unitId(kiosk.unit),
          bearing: (BUILDING_BEARING_DEGREES + kiosk.facing) % 360,
        },
      }),
      feature('anchor', kiosk.key, point(kiosk.at), { address_id: uuid('address/hall'), unit_id: unitId(kiosk.unit) }),
    ]),
    ...level.fixtures.map((fixture, i) =>
      feature('fixture', `${level.key}/${i}`, polygon(fixture.outline), {
        category: fixture.category,
        name: null,
        alt_name: null,
        anchor_id: null,
        level_id: levelId,
        display_point: null,
      }),
    ),
    ...level.sections.map((section) =>
      feature('section', `${level.key}/${section.key}`, polygon(section.outline), {
        category: 'unspecified',
        restriction: null,
        accessibility: null,
        name: name(section.key),
        alt_name: null,
        level_id: levelId,
        display_point: point(centroid(section.outline)),
        address_id: null,
        correlation_id: null,
        parents: null,
      }),
    ),
  ]
}

function unitFeature(level: LevelPlan, unit: UnitPlan, name: Name): Feature {
  const { shaft, direction } = unit
  const akari = {
    ...(shaft === undefined ? {} : { correlation_id: uuid(`shaft/${shaft}`) }),
    ...(direction === undefined ? {} : { direction }),
  }
  return feature('unit', `${level.key}/${unit.key}`, polygon(unit.outline), {
    category: unit.category,
    restriction: unit.restriction ?? null,
    accessibility: null,
    name: unit.name === null ? null : name(unit.name),
    alt_name: null,
    level_id: uuid(`level/${level.key}`),
    display_point: point(unit.label ?? centroid(unit.outline)),
    ...(Object.keys(akari).length === 0 ? {} : { akari }),
  })
}

function around([x, y]: Metres): Metres[] {
  const { width, depth } = KIOSK_SIZE
  return rect(x - width / 2, y - depth / 2, x + width / 2, y + depth / 2)
}

function middle(from: Metres, to: Metres): Metres {
  return [(from[0] + to[0]) / 2, (from[1] + to[1]) / 2]
}
