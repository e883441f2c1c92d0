import { type EscapeRoute, type Programme, singleScenesOf, type Venue, type WayClosure } from '@akari/protocol'
import type { EvacuationPlace, MapVenue } from '@akari/scenes'
import { escapeRoutes } from '@akari/wayfinding'
import { type OpenWays, shutNow } from '../guide/shut-now.ts'
import { openEscapes } from './open-escapes.ts'

/**
 * The level this display stands on with its ways out: by the guide of its building, past whatever is shut now, or from what
 * was worked out beforehand in the plans the programme brings along, less what is closed. Null where the display has no place in
 * any of them.
 */
export function evacuationPlace(
  programme: Programme | null,
  { ways, closed }: { ways: OpenWays | null; closed: readonly WayClosure[] },
  venueOf: (sha256: string) => Venue | null,
  onFault: (code: string, detail: string) => void,
): EvacuationPlace | null {
  const kioskId = programme?.display.kioskId ?? null
  if (programme === null || kioskId === null) return null
  const guided = ways === null ? null : standing(ways.kit.venue, kioskId)
  if (ways !== null && guided !== null) {
    const { guide, built } = ways.kit
    try {
      return withEscapes(guided, escapeRoutes(guide.venue, built.graph, kioskId, shutNow(ways, null)), closed)
    } catch (error) {
      // An emergency is drawn whatever a plan makes of it: with the ways that were worked out beforehand.
      onFault('guide-failed', String(error))
      return withEscapes(guided, openEscapes(guided.escapes, guided.levelId, closed), closed)
    }
  }
  const scenes = programme.playlists.flatMap(({ items }) => items.flatMap(({ scene }) => singleScenesOf(scene)))
  for (const scene of scenes) {
    const venue = scene.kind === 'floorMap' ? venueOf(scene.venue.sha256) : null
    const found = venue === null ? null : standing(venue, kioskId)
    if (found !== null) return withEscapes(found, openEscapes(found.escapes, found.levelId, closed), closed)
  }
  return null
}

type Standing = Omit<EvacuationPlace, 'closures' | 'isShutIn'>

function withEscapes(
  place: Standing,
  escapes: readonly EscapeRoute[],
  closures: readonly WayClosure[],
): EvacuationPlace {
  return { ...place, escapes, closures, isShutIn: escapes.length === 0 && place.escapes.length > 0 }
}

function standing(venue: MapVenue, kioskId: string): Standing | null {
  for (const level of venue.levels) {
    const kiosk = level.kiosks.find(({ id }) => id === kioskId)
    if (kiosk === undefined) continue
    const { facingDeg = null, escapes = [] } = kiosk
    return { venue, levelId: level.id, kioskId, facingDeg, escapes }
  }
  return null
}
