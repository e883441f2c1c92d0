import { openNetwork } from '@akari/programme'
import type { Surroundings } from '@akari/scenes'
import { useMemo } from 'react'
import type { GlassState } from './glass-store.ts'
import { useSittings } from './use-sittings.ts'
import { clockOf, nowMsOf } from './use-direction.ts'

const HOME_ZONE = 'Asia/Tokyo'
const NO_FEEDS: Surroundings['feeds'] = []

/** What the boards on this glass are told of the world: the same object while none of it changes, to the second. */
export function useAround(state: GlassState): Surroundings {
  const { player } = state
  const clock = clockOf(state)
  const clockTrust = player === null || clock === null ? 'unknown' : clock.trust
  const deviceMs = nowMsOf(state)
  const nowMs = clockTrust === 'unknown' ? null : deviceMs
  const network =
    player === null || clock === null
      ? null
      : openNetwork(player.alerts, clock, player.pairing.state === 'paired' ? player.pairing.displayId : null)
  const feeds = player?.feeds ?? NO_FEEDS
  const timeZone = player?.programme?.timeZone ?? HOME_ZONE
  const calendar = player?.programme?.calendar ?? null
  const sittings = useSittings(player?.programme ?? null, nowMs)
  return useMemo(
    () => ({ nowMs, deviceMs, clockTrust, timeZone, calendar, feeds, openNetwork: network, sittings }),
    [nowMs, deviceMs, clockTrust, timeZone, calendar, feeds, network, sittings],
  )
}
