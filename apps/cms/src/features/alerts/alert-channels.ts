import type { KeyObject } from 'node:crypto'
import { alertsOf } from '@akari/alerts'
import { type AlertBook, AlertState, type Channel, ChannelBook, type SignedAlertState } from '@akari/protocol'
import type { Logger } from 'pino'
import type { AlertsStore } from './alerts.store.ts'
import { type ChannelState, nextState, signed } from './channel-state.ts'

/** A state goes out when it is stored or after this long, whichever comes first: a slow disk must not delay a warning. */
export const BROADCAST_AFTER_MS = 200
const RETRY_SAVE_MS = 1000

export type ChannelRecord = ChannelState & { book: ChannelBook }

type Deps = {
  store: AlertsStore
  keys: Record<Channel, KeyObject>
  now: () => Date
  log: Logger
  /** A new state, or the news that the newest one is stored now. */
  broadcast: (record: ChannelRecord) => void
}

/**
 * What to do with a channel. `announce: false` only remembers (a late duplicate, say): nothing on the glass changes, so no
 * new state goes out.
 */
export type Change = {
  channel: Channel
  book: ChannelBook
  announce: boolean
  actor: string
  cause: string
  epoch?: number
}

type Saved = 'saved' | 'outrun' | 'failed'

/** Both channels' newest states: changes go through one queue, are signed, stored, and broadcast. */
export async function openAlertChannels({ store, keys, now, log, broadcast }: Deps) {
  const held: Record<Channel, ChannelRecord> = { live: await first('live'), drill: await first('drill') }
  let queue: Promise<unknown> = Promise.resolve()
  const closing = new AbortController()

  async function first(channel: Channel): Promise<ChannelRecord> {
    const stored = await load(channel)
    if (stored !== null) return stored
    const fresh: ChannelRecord = { ...signed(nextState(channel, null, [], now()), keys[channel]), book: { slots: {} } }
    await append(fresh, null, { actor: 'system', cause: 'first start' })
    return (await load(channel)) ?? fresh
  }

  async function load(channel: Channel): Promise<ChannelRecord | null> {
    const stored = await store.load(channel)
    if (stored === null) return null
    // Signed again: a restored folder may hold other keys than the log.
    const state = AlertState.parse(JSON.parse(stored.envelope.payload))
    return { ...signed(state, keys[channel]), stored: true, book: ChannelBook.parse(JSON.parse(stored.book)) }
  }

  function append(
    record: ChannelRecord,
    after: ChannelRecord | null,
    by: { actor: string; cause: string },
  ): Promise<boolean> {
    const { channel, epoch, revision, issuedAt } = record.state
    const { actor, cause } = by
    const book = JSON.stringify(record.book)
    return store.append(
      { channel, epoch, revision, issuedAt, actor, cause, book, envelope: record.envelope },
      after === null ? null : { epoch: after.state.epoch, revision: after.state.revision },
    )
  }

  function tryToSave(record: ChannelRecord, before: ChannelRecord, change: Change): Promise<Saved> {
    return append(record, before, change).then(
      (saved) => (saved ? 'saved' : 'outrun'),
      (err: unknown) => {
        const { channel, revision } = record.state
        log.error({ err, channel, revision }, 'alert state not stored')
        return 'failed'
      },
    )
  }

  /** `decide` sees the newest books; it is asked again when another node was first. Null: nothing to change. */
  async function apply(decide: (book: AlertBook) => Change | null): Promise<ChannelRecord | null> {
    for (;;) {
      const change = decide({ live: held.live.book, drill: held.drill.book })
      if (change === null) return null
      const before = held[change.channel]
      if (!change.announce) {
        before.book = change.book
        await store.remember(before.state, JSON.stringify(change.book))
        return before
      }
      const record = next(change, before)
      const saving = tryToSave(record, before, change)
      const soonest = await Promise.race([saving, afterBroadcastLimit()])
      if (soonest === 'outrun') {
        held[change.channel] = (await load(change.channel)) ?? before
        continue
      }
      record.stored = soonest === 'saved'
      held[change.channel] = record
      broadcast(record)
      if (soonest !== 'saved') void settle(record, before, change, saving)
      return record
    }
  }

  function next(change: Change, before: ChannelRecord): ChannelRecord {
    const { channel, book } = change
    const alerts = alertsOf(
      { live: held.live.book, drill: held.drill.book, [channel]: book },
      channel,
      now().toISOString(),
    )
    const state = nextState(channel, before.state, alerts, now(), change.epoch ?? before.state.epoch)
    return { ...signed(state, keys[channel]), book }
  }

  /** The state is on the glass but not on disk: keep trying until it is, or until a newer one replaced it. */
  async function settle(
    record: ChannelRecord,
    before: ChannelRecord,
    change: Change,
    saving: Promise<Saved>,
  ): Promise<void> {
    let outcome = await saving
    while (outcome === 'failed' && held[change.channel] === record && !closing.signal.aborted) {
      await new Promise((r) => setTimeout(r, RETRY_SAVE_MS))
      outcome = await tryToSave(record, before, change)
    }
    if (outcome !== 'saved') return
    record.stored = true
    log.info({ channel: change.channel, revision: record.state.revision }, 'alert state stored late')
    if (held[change.channel] === record) broadcast(record)
  }

  return {
    held: (channel: Channel): ChannelRecord => held[channel],
    envelopes: (): { live: SignedAlertState; drill: SignedAlertState } => ({
      live: held.live.envelope,
      drill: held.drill.envelope,
    }),
    /** One change at a time on this node; other nodes are met by the store's check. */
    change: (decide: (book: AlertBook) => Change | null): Promise<ChannelRecord | null> => {
      const result = queue.then(() => apply(decide))
      queue = result.catch(() => undefined)
      return result
    },
    /** Reads what other nodes stored, and sends on what is newer. */
    refresh: async (): Promise<void> => {
      for (const channel of ['live', 'drill'] as const) {
        const stored = await load(channel)
        if (stored === null || stored.state.revision <= held[channel].state.revision) continue
        held[channel] = stored
        broadcast(stored)
      }
    },
    close: (): void => {
      closing.abort()
    },
  }
}

export type AlertChannels = Awaited<ReturnType<typeof openAlertChannels>>

function afterBroadcastLimit(): Promise<'late'> {
  return new Promise((resolve) => setTimeout(resolve, BROADCAST_AFTER_MS, 'late'))
}
