import { type Programme, singleScenesOf, type Venue } from '@akari/protocol'
import type { EvacuationPlace, MapVenue } from '@akari/scenes'
import { escapeRoutes } from '@akari/wayfinding'
import { type OpenWays, shutNow } from '../guide/shut-now.ts'

/**
 * The level this display stands on with its ways out: by the guide of its building, past whatever is shut now, or from what
 * was worked out beforehand in the plans the programme brings along. Null where the display has no place in any of them.
 */
export function evacuationPlace(
  programme: Programme | null,
  ways: OpenWays | null,
  venueOf: (sha256: string) => Venue | null,
  onFault: (code: string, detail: string) => void,
): EvacuationPlace | null {
  const kioskId = programme?.display.kioskId ?? null
  if (programme === null || kioskId === null) return null
  const guided = ways === null ? null : standing(ways.kit.venue, kioskId)
  if (ways !== null && guided !== null) {
    const { kit, closed } = ways
    try {
      const shut = shutNow(ways, null)
      const escapes = escapeRoutes(kit.guide.venue, kit.built.graph, kioskId, shut)
      return { ...guided, closures: closed, escapes, isShutIn: escapes.length === 0 && guided.escapes.length > 0 }
    } catch (error) {
      // An emergency is drawn whatever a plan makes of it: with the ways that were worked out beforehand.
      onFault('guide-failed', String(error))
      return { ...guided, closures: closed }
    }
  }
  const scenes = programme.playlists.flatMap(({ items }) => items.flatMap(({ scene }) => singleScenesOf(scene)))
  for (const scene of scenes) {
    const venue = scene.kind === 'floorMap' ? venueOf(scene.venue.sha256) : null
    const found = venue === null ? null : standing(venue, kioskId)
    if (found !== null) return found
  }
  return null
}

function standing(venue: MapVenue, kioskId: string): EvacuationPlace | null {
  for (const level of venue.levels) {
    const kiosk = level.kiosks.find(({ id }) => id === kioskId)
    if (kiosk === undefined) continue
    const { facingDeg = null, escapes = [] } = kiosk
    return { venue, levelId: level.id, kioskId, facingDeg, escapes, isShutIn: false, closures: [] }
  }
  return null
}
