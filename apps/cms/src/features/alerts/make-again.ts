import type { Channel } from '@akari/protocol'
import type { AlertChannels } from './alert-channels.ts'
import { looksDifferent } from './visible-change.ts'

const CHANNELS = ['live', 'drill'] as const satisfies readonly Channel[]

/**
 * Makes and sends the states again where displays would now be told something else of the same alerts: what the states are
 * prepared with has changed. Nothing goes out where nothing on the glass changes, or another node was first.
 */
export async function makeAgain(channels: AlertChannels, actor: string, cause: string): Promise<void> {
  for (const channel of CHANNELS) {
    await channels.change((book) =>
      looksDifferent(channels.held(channel).state.alerts, channels.wouldShow(book, channel))
        ? { channel, book: book[channel], announce: true, actor, cause }
        : null,
    )
  }
}
