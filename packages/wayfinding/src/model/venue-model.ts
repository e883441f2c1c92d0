/** A venue as everything in this package reads it, whatever format it came in; defined where it crosses the wire. */
export type {
  LinkKind,
  ModelAmenity,
  ModelKiosk,
  ModelLevel,
  ModelNetwork,
  ModelOccupant,
  ModelOpening,
  ModelRelation,
  ModelUnit,
  NetworkLink,
  NetworkNode,
  Passage,
  VenueFormat,
  VenueModel,
} from '@akari/protocol'
