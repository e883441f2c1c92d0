import type { Channel, Clock, Id } from '@akari/protocol'
import { heldOn, isInForce } from './emergency.ts'
import type { HeldChannels } from './takeover.ts'

/**
 * Does an alert in force on this display say that the disaster network (00000JAPAN) is open? The channel that it came on: what is
 * real goes before a drill. No level and no hazard says it by itself: somebody opened the network and told us.
 */
export function openNetwork(channels: HeldChannels, clock: Clock, displayId: Id | null): Channel | null {
  const says = (channel: Channel): boolean =>
    heldOn(channel, channels[channel]).some(
      ({ alert, held }) => alert.opensNetwork === true && isInForce(alert, held, clock, displayId),
    )
  if (says('live')) return 'live'
  return says('drill') ? 'drill' : null
}
