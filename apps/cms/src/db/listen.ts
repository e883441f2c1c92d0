import pg from 'pg'
import type { Logger } from 'pino'

/** How often the connection is asked whether it lives, and how soon a lost one is opened again. */
const CHECK_MS = 1000
const ANSWER_MS = 2000
/** What the connection is called in pg_stat_activity. */
export const LISTENER = 'akari-listener'

type Deps = {
  databaseUrl: string
  channel: string
  heard: (payload: string) => void
  /** Listening began, for the first time or again. */
  began: () => void
  log: Logger
}

/**
 * Keeps one connection that listens to a PostgreSQL channel. It is replaced when it breaks or stops answering; a database
 * that is away never stops the server.
 */
export function startListening({ databaseUrl, channel, heard, began, log }: Deps): { close: () => Promise<void> } {
  let client: pg.Client | null = null
  let working: Promise<void> | null = null
  let closed = false
  let complained = false

  function complain(err: unknown): void {
    if (!complained) log.warn({ err }, 'not listening to the other nodes; polling goes on')
    complained = true
  }

  async function connect(): Promise<void> {
    const fresh = new pg.Client({
      connectionString: databaseUrl,
      application_name: LISTENER,
      connectionTimeoutMillis: ANSWER_MS,
      query_timeout: ANSWER_MS,
      keepAlive: true,
    })
    const lost = (err?: Error) => {
      if (client !== fresh) return
      client = null
      complain(err)
    }
    fresh.on('error', lost)
    fresh.on('end', () => lost())
    fresh.on('notification', ({ payload }) => heard(payload ?? ''))
    try {
      await fresh.connect()
      await fresh.query(`listen ${channel}`)
    } catch (err) {
      await drop(fresh)
      throw err
    }
    client = fresh
    if (complained) log.info('listening to the other nodes again')
    complained = false
    began()
  }

  async function check(): Promise<void> {
    const held = client
    if (held === null) return connect()
    try {
      await held.query('select 1')
    } catch (err) {
      if (client === held) client = null
      await drop(held)
      throw err
    }
  }

  const look = () => {
    if (closed || working !== null) return
    working = check()
      .catch(complain)
      .finally(() => {
        working = null
      })
  }
  look()
  const timer = setInterval(look, CHECK_MS)

  return {
    close: async () => {
      closed = true
      clearInterval(timer)
      await working
      const held = client
      client = null
      if (held !== null) await drop(held)
    },
  }
}

/** Says goodbye without waiting for a database that no longer answers. */
async function drop(client: pg.Client): Promise<void> {
  const patience = AbortSignal.timeout(ANSWER_MS)
  await Promise.race([
    client.end().catch(() => undefined),
    new Promise((resolve) => patience.addEventListener('abort', resolve)),
  ])
}
