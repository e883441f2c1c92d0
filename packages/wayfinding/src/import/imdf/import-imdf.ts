import type { Point, Texts } from '@akari/protocol'
import { labelPoint } from '../../model/label-point.ts'
import type {
  ModelAmenity,
  ModelKiosk,
  ModelLevel,
  ModelOccupant,
  ModelOpening,
  ModelRelation,
  ModelUnit,
  VenueModel,
} from '../../model/venue-model.ts'
import type { ReportProblem } from '../import-problem.ts'
import { type Labels, otherLabels, readingsOf, textsOf } from '../labels.ts'
import { type Placing, placingOf } from '../placing.ts'
import { type ImdfArchive, readArchive } from './archive.ts'
import { openingPassage, unitKindOf, unitPassage } from './categories.ts'
import { placeNetwork } from './network.ts'
import type { LevelFeature, UnitFeature } from './schemas.ts'
import { everyPosition, outlinePositions, withoutStrays } from './strays.ts'

type Import = {
  archive: ImdfArchive
  placing: Placing
  levelIds: ReadonlySet<string>
  unitById: ReadonlyMap<string, UnitFeature>
  anchorById: ReadonlyMap<string, ImdfArchive['anchors'][number]>
  /** Labels as texts, what is doubtful about them reported. */
  nameOf: (file: string, id: string, labels: Labels) => Texts | null
  report: ReportProblem
}

/**
 * Reads an IMDF 1.0 archive (OGC 20-094), given as texts by file name, and the network.geojson that staff may have drawn to
 * it. Never throws. Faulty features are left out and reported; null only where there is no venue or level to draw, or its
 * size is not a building's.
 */
export function importImdf(files: ReadonlyMap<string, string>, report: ReportProblem): VenueModel | null {
  const whole = readArchive(files, report)
  const [venue] = whole.venues
  if (venue === undefined || whole.levels.length === 0) return null
  const archive = withoutStrays(whole, report)
  const placing = placingOf(outlinePositions(archive), everyPosition(archive))
  if (placing === null) {
    report({ code: 'size-implausible', file: 'level.geojson', featureId: null, detail: null })
    return null
  }
  const context: Import = {
    archive,
    placing,
    levelIds: new Set(archive.levels.map(({ id }) => id)),
    unitById: new Map(archive.units.map((unit) => [unit.id, unit])),
    anchorById: new Map(archive.anchors.map((anchor) => [anchor.id, anchor])),
    nameOf: namer(archive.language, report),
    report,
  }
  return {
    format: 'imdf',
    id: venue.id,
    name: context.nameOf('venue.geojson', venue.id, venue.properties.name) ?? { ja: venue.id },
    widthM: placing.widthM,
    heightM: placing.heightM,
    northDeg: placing.northDeg,
    at: placing.at,
    levels: archive.levels
      .toSorted((a, b) => a.properties.ordinal - b.properties.ordinal)
      .map((feature) => levelOf(context, feature)),
    units: unitsOf(context),
    openings: openingsOf(context),
    amenities: amenitiesOf(context),
    occupants: occupantsOf(context),
    kiosks: kiosksOf(context),
    relations: relationsOf(context),
    network: placeNetwork(archive.network, placing, context.levelIds, report),
  }
}

function levelOf({ placing, nameOf }: Import, { id, geometry, properties }: LevelFeature): ModelLevel {
  const { ordinal, name, short_name, outdoor } = properties
  // Where nobody named a level, it is counted as in Japan: ordinal 0 is 1F, −1 is B1.
  const counted = ordinal >= 0 ? `${ordinal + 1}F` : `B${-ordinal}`
  const file = 'level.geojson'
  return {
    id,
    ordinal,
    shortName: nameOf(file, id, short_name) ?? nameOf(file, id, name) ?? { ja: counted },
    outline: placing.area(geometry),
    outdoor: outdoor ?? false,
  }
}

function unitsOf(context: Import): ModelUnit[] {
  const { archive, placing, nameOf, report } = context
  const file = 'unit.geojson'
  const correlations = new Map(
    archive.amenities.flatMap(({ properties: { unit_ids, correlation_id } }) =>
      (unit_ids ?? []).map((unitId): [string, string | null] => [unitId, correlation_id ?? null]),
    ),
  )
  return archive.units.flatMap(({ id, geometry, properties }): ModelUnit[] => {
    if (!onKnownLevel(context, file, id, properties.level_id)) return []
    const kind = unitKindOf(properties.category)
    if (kind === null) report({ code: 'category-unknown', file, featureId: id, detail: properties.category })
    const shape = placing.area(geometry)
    return [
      {
        id,
        levelId: properties.level_id,
        kind: kind ?? 'room',
        category: properties.category,
        name: nameOf(file, id, properties.name),
        readings: otherNames(properties),
        shape,
        labelAt: labelPoint(shape, properties.display_point ? placing.point(properties.display_point) : null),
        passage: unitPassage(properties.category, properties.restriction),
        shaft: properties.akari?.correlation_id ?? correlations.get(id) ?? null,
        direction: properties.akari?.direction ?? null,
        hours: properties.akari?.hours ?? null,
      },
    ]
  })
}

function openingsOf(context: Import): ModelOpening[] {
  const file = 'opening.geojson'
  return context.archive.openings.flatMap(({ id, geometry, properties }): ModelOpening[] => {
    if (!onKnownLevel(context, file, id, properties.level_id)) return []
    return [
      {
        id,
        levelId: properties.level_id,
        category: properties.category,
        name: context.nameOf(file, id, properties.name),
        line: context.placing.line(geometry),
        passage: openingPassage(properties.category, properties.access_control),
        stepFree: properties.accessibility == null ? null : properties.accessibility.includes('wheelchair'),
        hours: properties.akari?.hours ?? null,
      },
    ]
  })
}

function amenitiesOf(context: Import): ModelAmenity[] {
  const file = 'amenity.geojson'
  return context.archive.amenities.flatMap(({ id, geometry, properties }): ModelAmenity[] => {
    const unit = (properties.unit_ids ?? []).map((unitId) => context.unitById.get(unitId)).find((known) => known)
    if (!onKnownLevel(context, file, id, unit?.properties.level_id ?? properties.unit_ids?.[0])) return []
    return [
      {
        id,
        levelId: unit?.properties.level_id ?? '',
        category: properties.category,
        name: context.nameOf(file, id, properties.name),
        readings: otherNames(properties),
        at: context.placing.point(geometry),
        unitId: unit?.id ?? null,
        hours: properties.hours ?? null,
      },
    ]
  })
}

/** Occupants have no place of their own: occupant → anchor → unit → level (OGC 20-094, Occupant). */
function occupantsOf({ archive, placing, anchorById, unitById, levelIds, nameOf, report }: Import): ModelOccupant[] {
  const file = 'occupant.geojson'
  return archive.occupants.flatMap(({ id, properties }): ModelOccupant[] => {
    const anchor = anchorById.get(properties.anchor_id ?? '')
    const unit = unitById.get(anchor?.properties.unit_id ?? '')
    if (anchor === undefined || unit === undefined || !levelIds.has(unit.properties.level_id)) {
      report({ code: 'place-unknown', file, featureId: id, detail: properties.anchor_id ?? null })
      return []
    }
    const name = nameOf(file, id, properties.name)
    if (name === null) {
      report({ code: 'name-missing', file, featureId: id, detail: null })
      return []
    }
    const { category, akari, hours } = properties
    return [
      {
        id,
        levelId: unit.properties.level_id,
        category,
        name,
        readings: otherNames(properties),
        at: placing.point(anchor.geometry),
        unitId: unit.id,
        counters: akari?.counters ?? [],
        keywords: Object.values(akari?.keywords ?? {}).flat(),
        hours: hours ?? null,
      },
    ]
  })
}

function kiosksOf({ archive, placing, anchorById, unitById, levelIds, nameOf, report }: Import): ModelKiosk[] {
  const file = 'kiosk.geojson'
  return archive.kiosks.flatMap((kiosk): ModelKiosk[] => {
    const { id, properties } = kiosk
    const anchor = anchorById.get(properties.anchor_id ?? '')
    const levelId = properties.level_id ?? unitById.get(anchor?.properties.unit_id ?? '')?.properties.level_id ?? ''
    const at = kioskPoint(placing, kiosk, anchor)
    if (at === null || !levelIds.has(levelId)) {
      const code = levelIds.has(levelId) ? 'place-unknown' : 'level-unknown'
      report({ code, file, featureId: id, detail: properties.level_id ?? properties.anchor_id ?? null })
      return []
    }
    const bearing = properties.akari?.bearing
    const facingDeg = bearing === undefined ? null : (((bearing + placing.northDeg) % 360) + 360) % 360
    return [{ id, levelId, name: nameOf(file, id, properties.name), at, facingDeg }]
  })
}

function kioskPoint(
  placing: Placing,
  { geometry, properties }: ImdfArchive['kiosks'][number],
  anchor: ImdfArchive['anchors'][number] | undefined,
): Point | null {
  if (properties.display_point) return placing.point(properties.display_point)
  if (geometry) return labelPoint(placing.area(geometry), null)
  return anchor === undefined ? null : placing.point(anchor.geometry)
}

const RELATION_KINDS: ReadonlyMap<string, ModelRelation['kind']> = new Map([
  ['elevator', 'elevator'],
  ['escalator', 'escalator'],
  ['stairs', 'stairs'],
])

/** Pairs of units that relationships join; what they say of other features concerns nobody's way. */
function relationsOf({ archive, unitById }: Import): ModelRelation[] {
  return archive.relationships.flatMap(({ id, properties }): ModelRelation[] => {
    const stops = [properties.origin, ...(properties.intermediary ?? []), properties.destination]
    const units = stops.flatMap((stop) => (stop && unitById.has(stop.id) ? [stop.id] : []))
    return units.slice(1).map((to, n) => ({
      id,
      from: units[n] ?? to,
      to,
      kind: RELATION_KINDS.get(properties.category) ?? 'walk',
      oneWay: properties.direction === 'directed',
      hours: properties.hours ?? null,
    }))
  })
}

function onKnownLevel({ levelIds, report }: Import, file: string, id: string, levelId: string | undefined): boolean {
  const isKnown = levelId !== undefined && levelIds.has(levelId)
  if (!isKnown) report({ code: 'level-unknown', file, featureId: id, detail: levelId ?? null })
  return isKnown
}

function otherNames({ name, alt_name }: { name?: Labels; alt_name?: Labels }): string[] {
  const others = otherLabels(alt_name)
  return [...new Set([...readingsOf(name, alt_name), ...others])]
}

function namer(language: string | null, report: ReportProblem): Import['nameOf'] {
  return (file, featureId, labels) => {
    const named = textsOf(labels, language)
    if (named?.japanese === false) report({ code: 'name-not-japanese', file, featureId, detail: named.texts.ja })
    return named?.texts ?? null
  }
}
