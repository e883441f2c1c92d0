import type { StreamFault } from '@akari/protocol'

/** Why a playlist is not handed on; `message` says what in it was wrong, never the whole address. */
export class PlaylistFault extends Error {
  override name = 'PlaylistFault'
  readonly fault: StreamFault

  constructor(fault: StreamFault, message: string) {
    super(message)
    this.fault = fault
  }
}
