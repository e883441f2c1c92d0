import type { KeyObject } from 'node:crypto'
import { inTurn } from '@akari/node-kit'
import type { Resolved } from '@akari/alerts'
import type { Alert, AlertBook, Channel, Instant, SignedAlertState } from '@akari/protocol'
import type { Logger } from 'pino'
import { type ChannelRecord, type Decide, openChannel } from './alert-channel.ts'
import type { AlertsStore } from './alerts.store.ts'

export type { Change, ChannelRecord } from './alert-channel.ts'

type Deps = {
  store: AlertsStore
  signingKey: (channel: Channel) => KeyObject
  /** What the city's policy makes of the book, each time a state is made. */
  resolve: (book: AlertBook, channel: Channel, at: Instant) => Resolved
  /** Last touch before signing: what is shown becomes what displays are told. */
  prepare: (alerts: Alert[], channel: Channel) => Alert[]
  now: () => Date
  log: Logger
  /** A new state, or the news that the newest one is stored now. */
  broadcast: (record: ChannelRecord) => void
}

/** Both channels' newest states: changes go through one queue, are signed, stored, and broadcast. */
export async function openAlertChannels({ signingKey, resolve, prepare, ...common }: Deps) {
  const closing = new AbortController()
  const books = (): AlertBook => ({ live: live.record().book, drill: drill.record().book })
  const wouldShow = (book: AlertBook, channel: Channel, at: Instant = common.now().toISOString()): Alert[] =>
    prepare(resolve(book, channel, at).shown, channel)
  const deps = { ...common, books, wouldShow, closing: closing.signal }
  const live = await openChannel('live', { ...deps, key: () => signingKey('live') })
  const drill = await openChannel('drill', { ...deps, key: () => signingKey('drill') })
  const channels = { live, drill }
  const turn = inTurn()

  async function apply(decide: Decide): Promise<ChannelRecord | null> {
    for (;;) {
      const change = decide(books())
      if (change === null) return null
      const channel = channels[change.channel]
      if (!change.announce) {
        await channel.remember(change.book)
        return channel.record()
      }
      const record = await channel.commit(change, decide)
      if (record !== null) return record
    }
  }

  return {
    held: (channel: Channel): ChannelRecord => channels[channel].record(),
    envelopes: (): { live: SignedAlertState; drill: SignedAlertState } => ({
      live: live.record().envelope,
      drill: drill.record().envelope,
    }),
    /** What displays would be told of this channel now, had the book been as given; or at a moment to come. */
    wouldShow,
    /** In the book, but by the policy on no display. */
    notShown: (channel: Channel): Alert[] => resolve(books(), channel, common.now().toISOString()).notShown,
    /** One change at a time on this node; other nodes are met by the store's check. */
    change: (decide: Decide): Promise<ChannelRecord | null> => turn(() => apply(decide)),
    /** Reads what other nodes stored, and sends on what is newer. */
    refresh: async (): Promise<void> => {
      await live.refresh()
      await drill.refresh()
    },
    /** After a rotation of keys. */
    signAgain: (): void => {
      live.signAgain()
      drill.signAgain()
    },
    close: (): void => {
      closing.abort()
    },
  }
}

export type AlertChannels = Awaited<ReturnType<typeof openAlertChannels>>
