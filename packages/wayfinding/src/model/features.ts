import type { Texts } from '@akari/protocol'
import type { VenueModel } from './venue-model.ts'

export type FeatureKind = 'unit' | 'occupant' | 'amenity' | 'kiosk' | 'opening'
/** Anything of a venue that somebody may want to go to or start from. */
export type Feature = { id: string; kind: FeatureKind; name: Texts | null; levelId: string; category: string }

export function featuresOf(venue: VenueModel): Feature[] {
  const as = (
    kind: FeatureKind,
    all: readonly { id: string; name: Texts | null; levelId: string; category?: string }[],
  ): Feature[] =>
    all.map(({ id, name, levelId, category }) => ({ id, kind, name, levelId, category: category ?? kind }))
  return [
    ...as('occupant', venue.occupants),
    ...as('amenity', venue.amenities),
    ...as('unit', venue.units),
    ...as('kiosk', venue.kiosks),
    ...as('opening', venue.openings),
  ]
}
