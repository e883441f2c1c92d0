import type { Acknowledgement, Channel, PlayerState } from '@akari/protocol'

/** The alert states of a frame, to be acknowledged once it is painted; also those that show nothing on this glass. */
export function shownBy(player: PlayerState, at: string): Acknowledgement[] {
  const channels: Channel[] = ['live', 'drill']
  return channels.flatMap((channel) => {
    const held = player.alerts[channel]
    if (held === null) return []
    const { epoch, revision } = held.state
    return [{ kind: 'shown', channel, epoch, revision, at }]
  })
}

/** Drops what was acknowledged already over this connection. `done` is kept by the caller and added to. */
export function notYet(acknowledgements: readonly Acknowledgement[], done: Set<string>): Acknowledgement[] {
  return acknowledgements.filter(({ channel, epoch, revision }) => {
    const name = `${channel}/${epoch}/${revision}`
    if (done.has(name)) return false
    done.add(name)
    return true
  })
}
