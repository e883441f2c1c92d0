import type { PlayerState } from '@akari/protocol'
import type { Trouble } from '@akari/scenes'

/** A link that was lost a moment ago is nobody's concern. */
const LINK_LOST_FOR_MS = 60_000

/**
 * What the status strip owns up to; a display that is not paired yet has other things to say. By a clock that nobody vouches for
 * no time is told, not even when the link was lost.
 */
export function troublesOf(player: PlayerState | null, nowMs: number | null): Trouble[] {
  if (player === null || player.pairing.state !== 'paired') return []
  const troubles: Trouble[] = []
  const { power, link, clock } = player
  if (power !== 'mains') troubles.push({ kind: 'onBattery' })
  if (link.state === 'offline' && nowMs !== null && nowMs - Date.parse(link.since) >= LINK_LOST_FOR_MS)
    troubles.push({ kind: 'linkTrouble', since: clock.trust === 'unknown' ? null : link.since })
  if (clock.trust === 'unknown') troubles.push({ kind: 'clockUnverified' })
  return troubles
}
