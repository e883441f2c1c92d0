import { Socket } from 'node:net'
import pg from 'pg'

/** How long one waits for a connection, and for an answer. */
export type Patience = { connectMs: number; answerMs: number }

/** Longer than that the caller reads 503 and tries again. */
export const SERVING: Patience = { connectMs: 2000, answerMs: 10_000 }

/** A pool that outlives its database. Without `answerMs` a statement may take its time, as a migration does. */
export function postgresPool(
  url: string,
  max: number,
  { connectMs, answerMs }: Pick<Patience, 'connectMs'> & Partial<Patience>,
): pg.Pool {
  const pool = new pg.Pool({
    connectionString: url,
    max,
    connectionTimeoutMillis: connectMs,
    ...(answerMs === undefined
      ? {}
      : { query_timeout: answerMs, idleTimeoutMillis: answerMs, stream: () => impatientSocket(1.5 * answerMs) }),
  })
  // A connection that breaks is replaced; the next query tells whoever needs it. Between two queries of a transaction
  // nobody else listens, and an error that nobody hears ends the process.
  pool.on('error', () => undefined)
  pool.on('connect', (client) => client.on('error', () => undefined))
  return pool
}

/**
 * A query that timed out gives its connection back to the pool. When the other side is gone without a goodbye (a cable, a
 * failover), that connection would disappoint everyone after; silence while it is in use ends it.
 */
function impatientSocket(silentMs: number): Socket {
  const socket = new Socket()
  socket.setTimeout(silentMs, () => socket.destroy(new Error('Connection terminated: the database is silent')))
  return socket
}
