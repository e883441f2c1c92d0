import type { Point, Texts, Venue, VenueLevel } from '@akari/protocol'
import { type Box, extentOf } from './extent.ts'

/** What a map needs of a venue. */
export type MapVenue = Pick<Venue, 'levels' | 'northDeg'>

/** All that is drawn together because it lies at one height: levels of one ordinal (halls, decks, the yard). */
export interface Floor {
  ordinal: number
  name: Texts
  levelIds: readonly string[]
  /** Everything of its levels, under the id of the first. */
  level: VenueLevel
  /** Its levels as they are. */
  parts: readonly VenueLevel[]
  /** In metres. */
  extent: Box
}

const floorsOfVenue = new WeakMap<MapVenue, readonly Floor[]>()

/** The floors of a venue, the lowest first; worked out once per document. */
export function floorsOf(venue: MapVenue): readonly Floor[] {
  const known = floorsOfVenue.get(venue)
  if (known !== undefined) return known
  const ordinals = [...new Set(venue.levels.map(({ ordinal }) => ordinal))].toSorted((a, b) => a - b)
  const floors = ordinals.flatMap((ordinal) => {
    const [first, ...others] = venue.levels.filter((level) => level.ordinal === ordinal)
    return first === undefined ? [] : [floorOf(first, others)]
  })
  floorsOfVenue.set(venue, floors)
  return floors
}

/** The floor that a level is part of; null where the venue has no such level. */
export function floorWith(venue: MapVenue, levelId: string): Floor | null {
  return floorsOf(venue).find(({ levelIds }) => levelIds.includes(levelId)) ?? null
}

/** Where a display stands; null where it has no place in the venue. */
export function standingOf(
  venue: MapVenue,
  kioskId: string | null,
): { levelId: string; at: Point; facingDeg: number | null } | null {
  for (const level of venue.levels) {
    const kiosk = level.kiosks.find(({ id }) => id === kioskId)
    if (kiosk !== undefined) return { levelId: level.id, at: kiosk.at, facingDeg: kiosk.facingDeg ?? null }
  }
  return null
}

function floorOf(first: VenueLevel, others: readonly VenueLevel[]): Floor {
  const all = [first, ...others]
  const level: VenueLevel =
    others.length === 0
      ? first
      : {
          ...first,
          outline: all.flatMap(({ outline }) => outline),
          units: all.flatMap(({ units }) => units),
          openings: all.flatMap(({ openings }) => openings),
          amenities: all.flatMap(({ amenities }) => amenities),
          occupants: all.flatMap(({ occupants }) => occupants),
          kiosks: all.flatMap(({ kiosks }) => kiosks),
        }
  const drawn = [...level.outline.flat(2), ...level.units.flatMap(({ shape }) => shape.flat(2))]
  return {
    ordinal: first.ordinal,
    name: first.shortName,
    levelIds: all.map(({ id }) => id),
    level,
    parts: all,
    extent: extentOf(drawn),
  }
}
