import type { Programme } from '@akari/protocol'
import { type KioskBuilding, localMoment } from '@akari/scenes'
import { type OpenWays, shutNow } from '../guide/shut-now.ts'

/**
 * The building that this display shows ways through: a guide in which it has its place, with what nobody can pass at this moment
 * (Unix time, null: nobody knows it). Null otherwise, and where the guide cannot be worked with.
 */
export function standingBuilding(
  programme: Programme | null,
  ways: OpenWays | null,
  nowMs: number | null,
  onFault: (code: string, detail: string) => void,
): KioskBuilding | null {
  if (programme === null || ways === null) return null
  const { kioskId } = programme.display
  const { kit, closed } = ways
  const stands = kioskId !== null && kit.guide.venue.kiosks.some(({ id }) => id === kioskId)
  if (!stands) return null
  try {
    const shut = shutNow(ways, nowMs === null ? null : localMoment(nowMs, programme).moment)
    return { kit, closures: closed, shut, kioskId, publicUrl: programme.publicUrl ?? null }
  } catch (error) {
    // The glass, and an emergency on it, is drawn whatever a guide makes of this moment: there is no kiosk meanwhile.
    onFault('guide-failed', String(error))
    return null
  }
}
