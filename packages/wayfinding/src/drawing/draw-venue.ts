import type { EscapeRoute, Venue, VenueLevel, VenueUnit } from '@akari/protocol'
import type { ModelLevel, ModelUnit, VenueModel } from '../model/venue-model.ts'

/**
 * A venue as displays draw it: by level, without what only a search or a route needs. `escapesOf`: the ways out from a kiosk,
 * worked out beforehand so that a display needs nobody for them.
 */
export function drawVenue(model: VenueModel, escapesOf: (kioskId: string) => readonly EscapeRoute[]): Venue {
  const { id, name, widthM, heightM, northDeg } = model
  return {
    format: 1,
    id,
    name,
    widthM,
    heightM,
    northDeg,
    levels: model.levels.map((level) => drawLevel(model, level, escapesOf)),
  }
}

function drawLevel(
  model: VenueModel,
  { id, ordinal, shortName, outline }: ModelLevel,
  escapesOf: (kioskId: string) => readonly EscapeRoute[],
): VenueLevel {
  const here = <T extends { levelId: string }>(features: readonly T[]): T[] =>
    features.filter(({ levelId }) => levelId === id)
  const occupants = here(model.occupants)
  const counters = new Set(occupants.filter(({ counters: all }) => all.length > 0).map(({ unitId }) => unitId))
  return {
    id,
    ordinal: Math.floor(ordinal),
    shortName,
    outline,
    units: here(model.units).map((unit) => drawUnit(unit, counters.has(unit.id))),
    openings: here(model.openings).map(({ id: openingId, category, line }) => ({ id: openingId, category, line })),
    amenities: here(model.amenities).map(({ id: amenityId, category, name, at }) => ({
      id: amenityId,
      category,
      name,
      at,
    })),
    occupants: occupants.map(({ id: occupantId, category, name, at, unitId, counters: numbers }) => ({
      id: occupantId,
      category,
      name,
      at,
      unitId,
      counters: numbers,
    })),
    kiosks: here(model.kiosks).map(({ id: kioskId, name, at, facingDeg }) => {
      const escapes = escapesOf(kioskId)
      return {
        id: kioskId,
        name,
        at,
        ...(facingDeg === null ? {} : { facingDeg }),
        ...(escapes.length === 0 ? {} : { escapes: [...escapes] }),
      }
    }),
  }
}

function drawUnit({ id, kind, category, name, shape, labelAt }: ModelUnit, hasCounters: boolean): VenueUnit {
  return { id, kind: kind === 'room' && hasCounters ? 'counter' : kind, category, name, shape, labelAt }
}
