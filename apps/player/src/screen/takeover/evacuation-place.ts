import { type Programme, singleScenesOf, type Venue } from '@akari/protocol'
import type { EvacuationPlace } from '@akari/scenes'

/**
 * The level this display stands on, from the plans the programme brings along; null where the display has no place in
 * any of them, or none has been loaded.
 */
export function evacuationPlace(
  programme: Programme | null,
  venueOf: (sha256: string) => Venue | null,
): EvacuationPlace | null {
  const kioskId = programme?.display.kioskId ?? null
  if (programme === null || kioskId === null) return null
  const scenes = programme.playlists.flatMap(({ items }) => items.flatMap(({ scene }) => singleScenesOf(scene)))
  for (const scene of scenes) {
    if (scene.kind !== 'floorMap') continue
    for (const level of venueOf(scene.venue.sha256)?.levels ?? []) {
      const kiosk = level.kiosks.find(({ id }) => id === kioskId)
      if (kiosk !== undefined)
        return { level, kioskId, facingDeg: kiosk.facingDeg ?? null, escapes: kiosk.escapes ?? [] }
    }
  }
  return null
}
