import pg from 'pg'
import type { Logger } from 'pino'

const POLL_MS = 1000
const CHANNEL = 'akari_alerts'

/** Wakes the other nodes; what changed they read for themselves. */
export const NOTIFY_ALERTS = `notify ${CHANNEL}`

/**
 * Follows what other nodes on the same PostgreSQL wrote: LISTEN for speed, a poll every second behind it, because a
 * lost connection must cost a second, never an alert.
 */
export function followOtherNodes(
  databaseUrl: string,
  refresh: () => Promise<void>,
  log: Logger,
): { close: () => Promise<void> } {
  let closed = false
  let client: pg.Client | null = null
  let reading: Promise<void> | null = null

  const read = () => {
    reading ??= refresh()
      .catch((err: unknown) => log.error({ err }, 'could not read what other nodes wrote'))
      .finally(() => {
        reading = null
      })
  }

  async function connect(): Promise<void> {
    const fresh = new pg.Client({ connectionString: databaseUrl })
    fresh.on('error', (err) => {
      log.warn({ err }, 'listening connection lost; polling goes on')
      client = null
    })
    fresh.on('notification', read)
    await fresh.connect()
    await fresh.query(`listen ${CHANNEL}`)
    client = fresh
  }

  let connecting: Promise<void> | null = null
  const timer = setInterval(() => {
    read()
    if (client !== null || closed) return
    connecting ??= connect()
      .catch((err: unknown) => log.warn({ err }, 'cannot listen yet'))
      .finally(() => {
        connecting = null
      })
  }, POLL_MS)

  return {
    close: async () => {
      closed = true
      clearInterval(timer)
      await connecting
      await client?.end()
      await reading
    },
  }
}
