import type { VenueModel, WayClosure } from '@akari/protocol'
import { buildGraph, escapeRoutes } from '@akari/wayfinding'

const REASON = { ja: '点検中', en: 'Under inspection' }
const closure = (id: string, what: Partial<WayClosure>): WayClosure => ({
  id,
  reason: REASON,
  featureIds: [],
  zones: [],
  from: null,
  until: null,
  ...what,
})

/** The exit that is the nearest to a display. */
export function nearestExitShut(venue: VenueModel, kioskId: string): WayClosure[] {
  const [nearest] = escapeRoutes(venue, buildGraph(venue).graph, kioskId)
  if (nearest === undefined) throw new Error('no exit to shut')
  return [closure('nearest', { featureIds: [nearest.exitId] })]
}

/** Every door that leads out of the building. */
export function everyExitShut(venue: VenueModel): WayClosure[] {
  return [closure('all', { featureIds: [...new Set(buildGraph(venue).graph.exits.map(({ id }) => id))] })]
}

/** On the floor of a display: a zone beside it that is being cleaned, a room, and a lift. */
export function onTheFloorOf(venue: VenueModel, kioskId: string): WayClosure[] {
  const display = venue.kiosks.find(({ id }) => id === kioskId)
  if (display === undefined) throw new Error('no such display')
  const { levelId, at } = display
  const [x, y] = at
  const ring: [number, number][] = [
    [x + 4, y - 5],
    [x + 12, y - 5],
    [x + 12, y + 1],
    [x + 4, y + 1],
  ]
  const here = <T extends { levelId: string }>(all: readonly T[]): T[] => all.filter((one) => one.levelId === levelId)
  const room = here(venue.units).find(({ category }) => category === 'mothersroom' || category === 'room')
  const lift = here(venue.units).find(({ kind }) => kind === 'elevator')
  return [closure('zone', { zones: [{ levelId, ring }], featureIds: [room, lift].flatMap((one) => one?.id ?? []) })]
}
