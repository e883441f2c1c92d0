import type { Programme } from '@akari/protocol'
import type { KioskBuilding } from '@akari/scenes'
import type { OpenWays } from '../guide/shut-now.ts'

/** What a visitor can ask this display about: a guide in which it has its place, and a glass to touch. Null otherwise. */
export function visitedBuilding(programme: Programme | null, ways: OpenWays | null): KioskBuilding | null {
  if (programme === null || ways === null || !programme.display.touch) return null
  const { kioskId } = programme.display
  const stands = kioskId !== null && ways.kit.guide.venue.kiosks.some(({ id }) => id === kioskId)
  return stands ? { ...ways, kioskId } : null
}
