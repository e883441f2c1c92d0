import type { PlayerState } from '@akari/protocol'
import type { Trouble } from '@akari/scenes'

/** A link that was lost a moment ago is nobody's concern. */
const LINK_LOST_FOR_MS = 60_000

/** What the status strip owns up to; a display that is not paired yet has other things to say. */
export function troublesOf(player: PlayerState | null, nowMs: number | null): Trouble[] {
  if (player === null || player.pairing.state !== 'paired') return []
  const troubles: Trouble[] = []
  if (player.power === 'battery') troubles.push('onBattery')
  if (player.link.state === 'offline' && nowMs !== null && nowMs - Date.parse(player.link.since) >= LINK_LOST_FOR_MS)
    troubles.push('linkTrouble')
  if (player.clock.trust === 'unknown') troubles.push('clockUnverified')
  return troubles
}
