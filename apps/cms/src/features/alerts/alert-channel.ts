import type { KeyObject } from 'node:crypto'
import { pause } from '@akari/node-kit'
import { type Alert, type AlertBook, AlertState, type Channel, ChannelBook } from '@akari/protocol'
import type { Logger } from 'pino'
import type { AlertsStore, StoredChannel } from './alerts.store.ts'
import { afterBoth, type ChannelState, isNewer, nextState, signed, type Version, versionOf } from './channel-state.ts'

/** A state goes out when it is stored or after this long, whichever comes first: a slow disk must not delay a warning. */
export const BROADCAST_AFTER_MS = 200
const RETRY_SAVE_MS = 1000

export type ChannelRecord = ChannelState & { book: ChannelBook }

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

/** Asked for a change of the newest books; asked again when another node was first. Null: nothing to change. */
export type Decide = (book: AlertBook) => Change | null

/** A state that went out before it was stored. */
type Unsaved = { record: ChannelRecord; actor: string; cause: string; decide: Decide }
type Saved = 'saved' | 'outrun' | 'failed'

export type ChannelDeps = {
  store: AlertsStore
  /** Asked at each signature: keys are rotated. */
  key: () => KeyObject
  now: () => Date
  log: Logger
  /** A new state, or the news that the newest one is stored now. */
  broadcast: (record: ChannelRecord) => void
  books: () => AlertBook
  /** What displays would be told of a channel now. */
  wouldShow: (book: AlertBook, channel: Channel) => Alert[]
  closing: AbortSignal
}

/** The newest state of one channel, and what of it the database does not know yet. */
export async function openChannel(channel: Channel, deps: ChannelDeps) {
  const { store, key, now, log, broadcast, books, wouldShow, closing } = deps
  let record = await first()
  /** Where the database is known to be; the next save builds on it. */
  let stored: Version = versionOf(record.state)
  /** Oldest first; while there are any, `settle` is at work on them. */
  let unsaved: Unsaved[] = []

  async function first(): Promise<ChannelRecord> {
    const known = await load()
    if (known !== null) return known
    const fresh: ChannelRecord = { ...signed(nextState(channel, null, [], now()), key()), book: { slots: {} } }
    await store.append([appended({ record: fresh, actor: 'system', cause: 'first start' })], null)
    return (await load()) ?? fresh
  }

  async function load(): Promise<ChannelRecord | null> {
    const row = await store.load(channel)
    return row === null ? null : recordOf(row)
  }

  function recordOf(row: StoredChannel): ChannelRecord {
    // Signed again: a restored folder may hold other keys than the log.
    const state = AlertState.parse(JSON.parse(row.envelope.payload))
    return { ...signed(state, key()), stored: true, book: ChannelBook.parse(JSON.parse(row.book)) }
  }

  function save(states: readonly Unsaved[], after: Version): Promise<Saved> {
    return store.append(states.map(appended), after).then(
      (done) => (done ? 'saved' : 'outrun'),
      (err: unknown) => {
        log.error({ err, channel, revision: states.at(-1)?.record.state.revision }, 'alert state not stored')
        return 'failed'
      },
    )
  }

  function next(book: ChannelBook, after: Version, epoch = after.epoch): ChannelRecord {
    const alerts = wouldShow({ ...books(), [channel]: book }, channel)
    return { ...signed(nextState(channel, after, alerts, now(), epoch), key()), book }
  }

  /** Never goes back: what another node stored meanwhile may be newer. */
  function show(to: ChannelRecord): void {
    if (!isNewer(to.state, record.state)) return
    record = to
    broadcast(to)
  }

  /** States are on the glass but not on disk: keeps trying until they are. */
  async function settle(saving: Promise<Saved>, tried: readonly Unsaved[]): Promise<void> {
    let [outcome, batch] = [await saving, tried]
    for (;;) {
      if (outcome === 'saved') confirm(batch.length)
      if (outcome === 'outrun' && !(await caughtUp(rebase))) outcome = 'failed'
      if (unsaved.length === 0) return
      if (outcome === 'failed') await pause(RETRY_SAVE_MS, closing)
      if (closing.aborted) return
      batch = [...unsaved]
      outcome = await save(batch, stored)
    }
  }

  /** The oldest `count` unsaved states are in the database. */
  function confirm(count: number): void {
    const last = unsaved[count - 1]
    if (last === undefined) return
    unsaved = unsaved.slice(count)
    stored = versionOf(last.record.state)
    last.record.stored = true
    log.info({ channel, revision: stored.revision }, 'alert state stored late')
    if (record === last.record) broadcast(record)
  }

  /** Another node stored first: what was decided here meanwhile is decided again on top of that, and goes out as one state. */
  async function rebase(): Promise<void> {
    const theirs = await load()
    if (theirs === null) return
    const own = unsaved.findIndex(({ record: { envelope } }) => envelope.payload === theirs.envelope.payload)
    // The answer to a save was lost, not the save.
    if (own >= 0) return confirm(own + 1)
    stored = versionOf(theirs.state)
    let [book, epoch] = [theirs.book, Math.max(theirs.state.epoch, record.state.epoch)]
    for (const { decide } of unsaved) {
      const change = decide({ ...books(), [channel]: book })
      if (change?.channel !== channel) continue
      book = change.book
      epoch = Math.max(epoch, change.epoch ?? epoch)
    }
    const merged = next(book, afterBoth(theirs.state, record.state), epoch)
    unsaved = [...unsaved, { record: merged, actor: 'system', cause: 'two servers merged', decide: () => null }]
    show(merged)
  }

  async function takeTheirs(): Promise<void> {
    const theirs = await load()
    if (theirs === null) return
    stored = versionOf(theirs.state)
    show(theirs)
  }

  function caughtUp(read: () => Promise<void>): Promise<boolean> {
    return read().then(
      () => true,
      (err: unknown) => {
        log.error({ err, channel }, 'could not read what another node stored')
        return false
      },
    )
  }

  function appended({ record: { state, envelope, book }, actor, cause }: Omit<Unsaved, 'decide'>) {
    const { epoch, revision, issuedAt } = state
    return { channel, epoch, revision, issuedAt, actor, cause, book: JSON.stringify(book), envelope }
  }

  return {
    record: (): ChannelRecord => record,
    /** The same state under the key in force: who holds it already keeps it, who does not can check it. */
    signAgain: (): void => {
      record.envelope = signed(record.state, key()).envelope
    },
    /** Signs and sends the change. Null when another node was first: decide again on what is there now. */
    commit: async (change: Change, decide: Decide): Promise<ChannelRecord | null> => {
      const made: Unsaved = { ...change, record: next(change.book, record.state, change.epoch), decide }
      if (unsaved.length > 0) {
        unsaved = [...unsaved, made]
        show(made.record)
        return made.record
      }
      const saving = save([made], stored)
      const late = pause(BROADCAST_AFTER_MS, closing).then(() => 'late' as const)
      const soonest = await Promise.race([saving, late])
      if (soonest === 'outrun' && (await Promise.race([caughtUp(takeTheirs), late])) === true) return null
      if (soonest === 'saved') {
        stored = versionOf(made.record.state)
        made.record.stored = true
      } else {
        unsaved = [made]
        void settle(saving, unsaved)
      }
      show(made.record)
      return made.record
    },
    /** Keeps what the book learnt without a new state. A slow database does not hold up the next change. */
    remember: async (book: ChannelBook): Promise<void> => {
      record.book = book
      const remembering = store.remember(record.state, JSON.stringify(book)).catch((err: unknown) => {
        log.error({ err, channel }, 'alert book not stored')
      })
      await Promise.race([remembering, pause(BROADCAST_AFTER_MS, closing)])
    },
    /** Reads what other nodes stored, and sends it on when it is newer. */
    refresh: async (): Promise<void> => {
      const row = await store.load(channel)
      // With something unsaved here, `settle` meets what the others wrote.
      if (row === null || unsaved.length > 0 || !isNewer(row, record.state)) return
      stored = versionOf(row)
      show(recordOf(row))
    },
  }
}

export type AlertChannel = Awaited<ReturnType<typeof openChannel>>
