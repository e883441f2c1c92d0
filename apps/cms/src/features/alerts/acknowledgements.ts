import type { Acknowledgement, Channel, Delivery } from '@akari/protocol'
import type { Logger } from 'pino'
import { deliveryOf, type DisplayNow } from './delivery.ts'
import type { AckWrite, AlertsStore, StoredAck } from './alerts.store.ts'

/** Answers are stored together when none came for this long, so that storing does not get in the way of their arrival … */
const QUIET_MS = 10
/** … but never held longer than this. */
const MOST_MS = 150
/** Rows in one statement: SQLite takes 32 766 values, and other work gets its turn in between. */
const MOST_ROWS = 1000

type Deps = {
  store: Pick<AlertsStore, 'acknowledge' | 'acknowledgements'>
  log: Logger
  /** Called once for each batch that is in the database now. */
  onStored: () => void
}
type Version = { channel: Channel; epoch: number; revision: number }
type Waiting = { write: AckWrite; stored: () => void; failed: (err: unknown) => void }

const keyOf = (v: Version) => `${v.channel} ${v.epoch} ${v.revision}`

/** Collects what displays answer: newest revision in memory for the desk, all of it to the database in batches. */
export function acknowledgements({ store, log, onStored }: Deps) {
  const newest = new Map<Channel, { version: Version; byDisplay: Map<string, StoredAck> }>()
  let waiting: Waiting[] = []
  let timer: NodeJS.Timeout | null = null
  let firstMs = 0
  let flushing = Promise.resolve()

  function flush(): Promise<void> {
    timer = null
    const batch = waiting
    waiting = []
    flushing = flushing.then(() => storeBatch(batch))
    return flushing
  }

  function schedule(): void {
    if (timer === null) {
      firstMs = performance.now()
      timer = setTimeout(() => void flush(), QUIET_MS)
    } else if (performance.now() - firstMs < MOST_MS) timer.refresh()
  }

  async function storeBatch(batch: readonly Waiting[]): Promise<void> {
    if (batch.length === 0) return
    try {
      const rows = mergedByDisplay(batch.map((w) => w.write))
      for (let from = 0; from < rows.length; from += MOST_ROWS) {
        await store.acknowledge(rows.slice(from, from + MOST_ROWS))
      }
      for (const w of batch) w.stored()
      onStored()
    } catch (err) {
      log.error({ err, count: batch.length }, 'acknowledgements not stored')
      for (const w of batch) w.failed(err)
    }
  }

  return {
    /** From now on this is the newest state of the channel. */
    follow: ({ channel, epoch, revision }: Version): void => {
      const version = { channel, epoch, revision }
      const held = newest.get(channel)
      if (held !== undefined && keyOf(held.version) === keyOf(version)) return
      newest.set(channel, { version, byDisplay: new Map() })
    },
    /** Adds what was answered before this server started, or to another server. True when that was news. */
    read: async (): Promise<boolean> => {
      let news = false
      for (const { version, byDisplay } of newest.values()) {
        for (const ack of await store.acknowledgements(version.channel, version.epoch, version.revision)) {
          const before = byDisplay.get(ack.displayId)
          const after = before === undefined ? ack : merged(before, ack)
          news ||= before === undefined || !isSame(before, after)
          byDisplay.set(ack.displayId, after)
        }
      }
      return news
    },
    /** Resolves when stored. */
    add: (displayId: string, ack: Acknowledgement): Promise<void> => {
      const entry = newest.get(ack.channel)
      const write: AckWrite = {
        ...asStored(displayId, ack),
        channel: ack.channel,
        epoch: ack.epoch,
        revision: ack.revision,
      }
      if (entry !== undefined && keyOf(entry.version) === keyOf(ack)) {
        const before = entry.byDisplay.get(displayId)
        entry.byDisplay.set(displayId, before === undefined ? write : merged(before, write))
      }
      schedule()
      return new Promise((stored, failed) => waiting.push({ write, stored, failed }))
    },
    deliveries: (channel: Channel, displays: readonly DisplayNow[]): Delivery[] =>
      displays.map((display) => deliveryOf(channel, display, newest.get(channel)?.byDisplay.get(display.id))),
    close: async (): Promise<void> => {
      if (timer !== null) clearTimeout(timer)
      await flush()
    },
  }
}

function asStored(displayId: string, ack: Acknowledgement): StoredAck {
  const nothing = { displayId, receivedAt: null, saved: false, shownAt: null, seenAt: null }
  switch (ack.kind) {
    case 'received':
      return { ...nothing, receivedAt: ack.at, saved: ack.saved }
    case 'shown':
      return { ...nothing, shownAt: ack.at }
    case 'seen':
      return { ...nothing, seenAt: ack.at }
  }
}

function merged<T extends StoredAck>(before: StoredAck, after: T): T {
  return {
    ...after,
    receivedAt: after.receivedAt ?? before.receivedAt,
    saved: after.saved || before.saved,
    shownAt: after.shownAt ?? before.shownAt,
    seenAt: before.seenAt ?? after.seenAt,
  }
}

function isSame(a: StoredAck, b: StoredAck): boolean {
  return a.receivedAt === b.receivedAt && a.saved === b.saved && a.shownAt === b.shownAt && a.seenAt === b.seenAt
}

/** One row for each display and revision: PostgreSQL refuses to touch a row twice in one upsert. */
function mergedByDisplay(batch: readonly AckWrite[]): AckWrite[] {
  const rows = new Map<string, AckWrite>()
  for (const ack of batch) {
    const key = `${keyOf(ack)} ${ack.displayId}`
    const before = rows.get(key)
    rows.set(key, before === undefined ? ack : merged(before, ack))
  }
  return [...rows.values()]
}
