import { direct, NO_WINDOWS } from '@akari/programme'
import type { Clock, PlayerState } from '@akari/protocol'
import type { OnGlassNow } from './sight.ts'

/** The page draws so many bands; the others it only counts. */
const MOST_BANDS = 2

/**
 * The alert states of which something is to be seen on this display now: as a takeover or a band. Lines and lists carry no
 * mark, so that nothing is expected of them.
 */
export function onGlassNow(player: PlayerState, clock: Clock): OnGlassNow[] {
  const { scene, overlays } = direct(
    {
      programme: null,
      windows: NO_WINDOWS,
      alerts: player.alerts,
      displayId: player.pairing.state === 'paired' ? player.pairing.displayId : null,
      visitor: { language: 'ja', touchedAtMs: null },
      link: player.link,
      power: player.power,
    },
    clock,
  )
  const bands = overlays.filter(({ kind }) => kind === 'banner').map(({ channel }) => channel)
  const takeover = scene.kind === 'emergency' ? [scene.channel] : []
  const besides = bands.filter((channel) => !takeover.includes(channel)).slice(0, MOST_BANDS)
  return [...new Set([...takeover, ...besides])].flatMap((channel) => {
    const held = player.alerts[channel]
    return held === null ? [] : [{ channel, epoch: held.state.epoch, revision: held.state.revision }]
  })
}
