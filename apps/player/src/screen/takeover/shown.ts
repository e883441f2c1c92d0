import type { Channel, Epoch, PlayerState, Revision } from '@akari/protocol'

/** Names one alert state. */
export interface AlertStateName {
  channel: Channel
  epoch: Epoch
  revision: Revision
}

const CHANNELS: readonly Channel[] = ['live', 'drill']

/** The alert states a frame follows from, to be acknowledged once it is painted; also those that show nothing on it. */
export function heldBy(player: PlayerState | null): AlertStateName[] {
  return CHANNELS.flatMap((channel) => {
    const held = player?.alerts[channel] ?? null
    return held === null ? [] : [{ channel, epoch: held.state.epoch, revision: held.state.revision }]
  })
}

/** Drops what was acknowledged already over this connection. `done` is kept by the caller and added to. */
export function notYet(states: readonly AlertStateName[], done: Set<string>): AlertStateName[] {
  return states.filter(({ channel, epoch, revision }) => {
    const name = `${channel}/${epoch}/${revision}`
    if (done.has(name)) return false
    done.add(name)
    return true
  })
}
