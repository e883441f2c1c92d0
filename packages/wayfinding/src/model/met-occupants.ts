import type { ModelOccupant, VenueModel } from './venue-model.ts'

/** The offices that visitors come upon: what lies in a room for staff is told to nobody. */
export function metOccupants({ occupants, units }: VenueModel): ModelOccupant[] {
  const hidden = new Set(units.filter(({ passage }) => passage !== 'public').map(({ id }) => id))
  return occupants.filter(({ unitId }) => unitId === null || !hidden.has(unitId))
}
