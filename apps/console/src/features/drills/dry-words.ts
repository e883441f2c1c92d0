import { type Direction, NO_WINDOWS } from '@akari/programme'
import type { AlertDesk, DisplayView, DryRunFrame } from '@akari/protocol'
import { directionFor } from '../../parts/direction.ts'

/** The desk as it would be at a moment of a drill, with nothing real in force. */
export function deskAt({ state }: DryRunFrame): AlertDesk {
  const { epoch, revision, issuedAt, alerts } = state
  const common = { epoch, revision, issuedAt, stored: true, deliveries: [] }
  return { live: { ...common, channel: 'live', alerts: [] }, drill: { ...common, channel: 'drill', alerts } }
}

/** Does anything of the drill stand on this display at that moment? The same `direct()` as on the player says so. */
export function showsDrill(display: DisplayView, frame: DryRunFrame): boolean {
  const atMs = Date.parse(frame.state.issuedAt)
  return isDrill(directionFor(display, null, NO_WINDOWS, deskAt(frame), atMs))
}

function isDrill({ scene, overlays }: Direction): boolean {
  return (
    (scene.kind === 'emergency' && scene.channel === 'drill') || overlays.some((overlay) => overlay.channel === 'drill')
  )
}
