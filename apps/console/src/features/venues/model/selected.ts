import type {
  ModelAmenity,
  ModelKiosk,
  ModelOccupant,
  ModelOpening,
  ModelUnit,
  NetworkLink,
  NetworkNode,
  VenueModel,
} from '@akari/protocol'

/** What of a plan somebody has in hand. */
export type Selected =
  | { kind: 'kiosk'; it: ModelKiosk }
  | { kind: 'occupant'; it: ModelOccupant }
  | { kind: 'node'; it: NetworkNode }
  | { kind: 'link'; it: NetworkLink }
  | { kind: 'unit'; it: ModelUnit }
  | { kind: 'opening'; it: ModelOpening }
  | { kind: 'amenity'; it: ModelAmenity }

/** What goes by an id; null for nothing. */
export function selectedOf(model: VenueModel, id: string | null): Selected | null {
  if (id === null) return null
  const of = <K extends Selected['kind'], T extends { id: string }>(kind: K, all: readonly T[]) => {
    const it = all.find((each) => each.id === id)
    return it === undefined ? null : { kind, it }
  }
  return (
    of('kiosk', model.kiosks) ??
    of('occupant', model.occupants) ??
    of('link', model.network?.links ?? []) ??
    of('node', model.network?.nodes ?? []) ??
    of('amenity', model.amenities) ??
    of('opening', model.openings) ??
    of('unit', model.units)
  )
}
