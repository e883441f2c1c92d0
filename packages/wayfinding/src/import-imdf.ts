import type { Point, Texts, Venue, VenueLevel, VenueUnit } from '@akari/protocol'
import { unitKindOf } from './categories.ts'
import { escapeRoutes } from './escape-routes.ts'
import { type ImdfArchive, readArchive } from './imdf-files.ts'
import type { Labels, LevelFeature, UnitFeature } from './imdf-schemas.ts'
import type { ImportProblem, ReportProblem } from './import-problem.ts'
import { labelPoint } from './label-point.ts'
import { textsOf } from './labels.ts'
import { type Drawing, drawingOf, withoutStrays } from './venue-drawing.ts'

export type ImportResult =
  | { ok: true; venue: Venue; problems: ImportProblem[] }
  | { ok: false; problems: ImportProblem[] }

type Import = {
  archive: ImdfArchive
  drawing: Drawing
  unitById: Map<string, UnitFeature>
  anchorById: Map<string, ImdfArchive['anchors'][number]>
  /** Labels as texts, what is doubtful about them reported. */
  nameOf: (file: string, id: string, labels: Labels) => Texts | null
  report: ReportProblem
}

/**
 * Reads an IMDF 1.0 archive (OGC 20-094) given as GeoJSON texts by file name into a Venue. Never throws. Faulty features are
 * left out and reported; the import fails only where there is no venue or level to draw, or its size is not a building's.
 * Levels come lowest first; several may share an ordinal.
 */
export function importImdf(files: ReadonlyMap<string, string>): ImportResult {
  const problems: ImportProblem[] = []
  const report: ReportProblem = (problem) => problems.push(problem)
  const whole = readArchive(files, report)
  const [venue] = whole.venues
  if (venue === undefined || whole.levels.length === 0) return { ok: false, problems }
  const archive = withoutStrays(whole, report)
  const drawing = drawingOf(archive)
  if (drawing === null) {
    report({ code: 'size-implausible', file: 'level.geojson', featureId: null, detail: null })
    return { ok: false, problems }
  }
  const context: Import = {
    archive,
    drawing,
    unitById: new Map(archive.units.map((unit) => [unit.id, unit])),
    anchorById: new Map(archive.anchors.map((anchor) => [anchor.id, anchor])),
    nameOf: namer(archive.language, report),
    report,
  }
  const { widthM, heightM, northDeg } = drawing
  const name = context.nameOf('venue.geojson', venue.id, venue.properties.name) ?? { ja: venue.id }
  const levels = drawLevels(context)
  return { ok: true, venue: { format: 1, id: venue.id, name, widthM, heightM, northDeg, levels }, problems }
}

function drawLevels(context: Import): VenueLevel[] {
  const levels = new Map<string, VenueLevel>()
  const byOrdinal = (a: LevelFeature, b: LevelFeature) => a.properties.ordinal - b.properties.ordinal
  for (const feature of context.archive.levels.toSorted(byOrdinal)) {
    levels.set(feature.id, {
      id: feature.id,
      ordinal: feature.properties.ordinal,
      shortName: shortNameOf(context, feature),
      outline: context.drawing.area(feature.geometry),
      units: [],
      openings: [],
      amenities: [],
      occupants: [],
      kiosks: [],
    })
  }
  placeOccupants(context, levels)
  placeUnits(context, levels)
  placeOpenings(context, levels)
  placeAmenities(context, levels)
  placeKiosks(context, levels)
  placeEscapes(context, levels)
  return [...levels.values()]
}

function placeUnits(context: Import, levels: ReadonlyMap<string, VenueLevel>): void {
  const file = 'unit.geojson'
  for (const { id, geometry, properties } of context.archive.units) {
    const level = levels.get(properties.level_id)
    if (level === undefined) {
      context.report({ code: 'level-unknown', file, featureId: id, detail: properties.level_id })
      continue
    }
    const known = unitKindOf(properties.category)
    if (known === null) context.report({ code: 'category-unknown', file, featureId: id, detail: properties.category })
    const hasCounters = level.occupants.some(({ unitId, counters }) => unitId === id && counters.length > 0)
    const shape = context.drawing.area(geometry)
    const unit: VenueUnit = {
      id,
      kind: known === 'room' && hasCounters ? 'counter' : (known ?? 'room'),
      category: properties.category,
      name: context.nameOf(file, id, properties.name),
      shape,
      labelAt: labelPoint(shape, properties.display_point ? context.drawing.point(properties.display_point) : null),
    }
    level.units.push(unit)
  }
}

function placeOpenings({ archive, drawing, report }: Import, levels: ReadonlyMap<string, VenueLevel>): void {
  for (const { id, geometry, properties } of archive.openings) {
    const level = levels.get(properties.level_id)
    if (level === undefined) {
      report({ code: 'level-unknown', file: 'opening.geojson', featureId: id, detail: properties.level_id })
      continue
    }
    level.openings.push({ id, category: properties.category, line: geometry.map(drawing.point) })
  }
}

function placeAmenities(context: Import, levels: ReadonlyMap<string, VenueLevel>): void {
  const file = 'amenity.geojson'
  for (const { id, geometry, properties } of context.archive.amenities) {
    const units = (properties.unit_ids ?? []).map((unitId) => context.unitById.get(unitId))
    const level = levels.get(units.find((unit) => unit !== undefined)?.properties.level_id ?? '')
    if (level === undefined) {
      context.report({ code: 'level-unknown', file, featureId: id, detail: properties.unit_ids?.[0] ?? null })
      continue
    }
    const name = context.nameOf(file, id, properties.name)
    level.amenities.push({ id, category: properties.category, name, at: context.drawing.point(geometry) })
  }
}

/** Occupants have no place of their own: occupant → anchor → unit → level (OGC 20-094, Occupant). */
function placeOccupants(context: Import, levels: ReadonlyMap<string, VenueLevel>): void {
  const file = 'occupant.geojson'
  for (const { id, properties } of context.archive.occupants) {
    const anchor = context.anchorById.get(properties.anchor_id ?? '')
    const unit = context.unitById.get(anchor?.properties.unit_id ?? '')
    const level = levels.get(unit?.properties.level_id ?? '')
    if (anchor === undefined || unit === undefined || level === undefined) {
      context.report({ code: 'place-unknown', file, featureId: id, detail: properties.anchor_id ?? null })
      continue
    }
    const name = context.nameOf(file, id, properties.name)
    if (name === null) {
      context.report({ code: 'name-missing', file, featureId: id, detail: null })
      continue
    }
    const at = context.drawing.point(anchor.geometry)
    const counters = properties.akari?.counters ?? []
    level.occupants.push({ id, category: properties.category, name, at, unitId: unit.id, counters })
  }
}

function placeKiosks(context: Import, levels: ReadonlyMap<string, VenueLevel>): void {
  const file = 'kiosk.geojson'
  for (const kiosk of context.archive.kiosks) {
    const { id, properties } = kiosk
    const anchor = context.anchorById.get(properties.anchor_id ?? '')
    const anchorLevelId = context.unitById.get(anchor?.properties.unit_id ?? '')?.properties.level_id
    const level = levels.get(properties.level_id ?? anchorLevelId ?? '')
    const at = kioskPoint(context.drawing, kiosk, anchor)
    if (level === undefined || at === null) {
      const code = level === undefined ? 'level-unknown' : 'place-unknown'
      context.report({ code, file, featureId: id, detail: properties.level_id ?? properties.anchor_id ?? null })
      continue
    }
    level.kiosks.push({ id, name: context.nameOf(file, id, properties.name), at, ...facing(context, properties.akari) })
  }
}

function facing(
  { drawing }: Import,
  akari: ImdfArchive['kiosks'][number]['properties']['akari'],
): { facingDeg?: number } {
  return akari ? { facingDeg: (((akari.bearing + drawing.northDeg) % 360) + 360) % 360 } : {}
}

/** The ways out from each display; left out where none leads. */
function placeEscapes(context: Import, levels: ReadonlyMap<string, VenueLevel>): void {
  const openings = new Map(context.archive.openings.map((opening) => [opening.id, opening.properties.name]))
  for (const level of levels.values())
    for (const kiosk of level.kiosks) {
      const escapes = escapeRoutes(level, kiosk.at, (id) => context.nameOf('opening.geojson', id, openings.get(id)))
      if (escapes.length > 0) kiosk.escapes = escapes
    }
}

function kioskPoint(
  drawing: Drawing,
  { geometry, properties }: ImdfArchive['kiosks'][number],
  anchor: ImdfArchive['anchors'][number] | undefined,
): Point | null {
  if (properties.display_point) return drawing.point(properties.display_point)
  if (geometry) return labelPoint(drawing.area(geometry), null)
  return anchor === undefined ? null : drawing.point(anchor.geometry)
}

/** Where nobody named a level, it is counted as in Japan: ordinal 0 is 1F, −1 is B1. */
function shortNameOf({ nameOf }: Import, { id, properties: { ordinal, name, short_name } }: LevelFeature): Texts {
  const counted = ordinal >= 0 ? `${ordinal + 1}F` : `B${-ordinal}`
  return nameOf('level.geojson', id, short_name) ?? nameOf('level.geojson', id, name) ?? { ja: counted }
}

function namer(language: string | null, report: ReportProblem): Import['nameOf'] {
  return (file, featureId, labels) => {
    const named = textsOf(labels, language)
    if (named?.japanese === false) report({ code: 'name-not-japanese', file, featureId, detail: named.texts.ja })
    return named?.texts ?? null
  }
}
