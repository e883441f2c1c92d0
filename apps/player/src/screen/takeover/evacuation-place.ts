import { type Programme, singleScenesOf, type Venue, type VenueLevel } from '@akari/protocol'
import { escapeRoutes } from '@akari/wayfinding'
import type { EvacuationPlace } from '@akari/scenes'
import type { OpenWays } from '../guide/shut-now.ts'

/**
 * The level this display stands on with its ways out: by the guide of its building, past whatever is shut now, or from what
 * was worked out beforehand in the plans the programme brings along. Null where the display has no place in any of them.
 */
export function evacuationPlace(
  programme: Programme | null,
  ways: OpenWays | null,
  venueOf: (sha256: string) => Venue | null,
): EvacuationPlace | null {
  const kioskId = programme?.display.kioskId ?? null
  if (programme === null || kioskId === null) return null
  const guided = ways === null ? null : standing(ways.kit.venue.levels, kioskId)
  if (ways !== null && guided !== null) {
    const { kit, shut } = ways
    return { ...guided, escapes: escapeRoutes(kit.guide.venue, kit.built.graph, kioskId, shut) }
  }
  const scenes = programme.playlists.flatMap(({ items }) => items.flatMap(({ scene }) => singleScenesOf(scene)))
  for (const scene of scenes) {
    const levels = scene.kind === 'floorMap' ? (venueOf(scene.venue.sha256)?.levels ?? []) : []
    const found = standing(levels, kioskId)
    if (found !== null) return found
  }
  return null
}

function standing(levels: readonly VenueLevel[], kioskId: string): EvacuationPlace | null {
  for (const level of levels) {
    const kiosk = level.kiosks.find(({ id }) => id === kioskId)
    if (kiosk !== undefined) return { level, kioskId, facingDeg: kiosk.facingDeg ?? null, escapes: kiosk.escapes ?? [] }
  }
  return null
}
