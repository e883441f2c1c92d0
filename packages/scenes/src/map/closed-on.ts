import type { VenueLevel } from '@akari/protocol'
import { contains } from '@akari/wayfinding'
import type { MapClosure } from './map-props.ts'

/**
 * Ids of what is closed on a level: what closures name, and what has its picture in a room that they name. A zone closes what is
 * in it to those outside alone, so it is hatched and nothing in it struck out.
 */
export function closedOn({ units, amenities }: VenueLevel, closures: readonly MapClosure[]): ReadonlySet<string> {
  const named = new Set(closures.flatMap(({ featureIds }) => featureIds))
  const rooms = units.filter(({ id }) => named.has(id)).flatMap(({ shape }) => shape)
  const within = amenities.filter(({ at }) => rooms.some((rings) => contains(rings, at)))
  return new Set([...named, ...within.map(({ id }) => id)])
}
