import { type Kysely, sql } from 'kysely'
import type { Logger } from 'pino'
import { z } from 'zod'
import { Change, type ChangeFeed, type FeedListener } from './change-feed.ts'
import type { MainDatabase } from './database.ts'
import { startListening } from './listen.ts'

const CHANNEL = 'akari_changes'
const POLL_MS = 1000
/** A storm of changes is one statement. */
const BUNDLE_MS = 20

const Notice = z.object({ node: z.string(), change: Change })
const Json = z.string().transform((text, context): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    context.addIssue({ code: 'custom', message: 'not JSON' })
    return z.NEVER
  }
})
const Payload = Json.pipe(Notice)

type Deps = { databaseUrl: string; db: MainDatabase; node: string; log: Logger }

/**
 * The feed of several nodes on one PostgreSQL: NOTIFY for speed, a poll every second behind it. What cannot be sent while
 * the database is away is sent when it is back; alerts do not depend on it (each node polls them).
 */
export function startPostgresFeed({ databaseUrl, db, node, log }: Deps): ChangeFeed {
  let listener: FeedListener | null = null
  let waiting = new Map<string, Change>()
  let timer: NodeJS.Timeout | null = null
  let sending = Promise.resolve()

  const send = (): void => {
    timer = null
    sending = sending.then(async () => {
      const batch = waiting
      if (batch.size === 0) return
      waiting = new Map()
      await notify(db, [...batch.values()]).catch((err: unknown) => {
        waiting = new Map([...batch, ...waiting])
        log.warn({ err, count: waiting.size }, 'other nodes not told yet')
      })
    })
  }

  function notify<T>(on: Kysely<T>, changes: readonly Change[]): Promise<unknown> {
    const calls = changes.map((change) => sql`pg_notify(${CHANNEL}, ${JSON.stringify({ node, change })})`)
    return sql`select ${sql.join(calls)}`.execute(on)
  }

  function heard(payload: string): void {
    const notice = Payload.safeParse(payload)
    if (!notice.success) log.warn({ payload }, 'a notice of another version or another program')
    else if (notice.data.node !== node) listener?.changed(notice.data.change, 'elsewhere')
  }

  const listening = startListening({ databaseUrl, channel: CHANNEL, heard, began: () => listener?.missed(), log })
  const poll = setInterval(() => {
    listener?.poll()
    if (waiting.size > 0) timer ??= setTimeout(send, 0)
  }, POLL_MS)

  return {
    publish: (change) => {
      listener?.changed(change, 'here')
      waiting.set(keyOf(change), change)
      timer ??= setTimeout(send, BUNDLE_MS)
    },
    publishWith: async (tx, change) => {
      await notify(tx, [change])
    },
    subscribe: (to) => {
      listener = to
    },
    close: async () => {
      clearInterval(poll)
      if (timer !== null) clearTimeout(timer)
      send()
      await sending
      await listening.close()
    },
  }
}

/** Of changes with the same key only the latest needs to be told. */
function keyOf(change: Change): string {
  switch (change.kind) {
    case 'topic':
      return `topic ${change.topic}`
    case 'programme':
    case 'revoked':
    case 'wishes':
      return `${change.kind} ${change.displayId}`
    case 'access-ended':
      return `${change.kind} ${change.of}`
    case 'resend':
      return `${change.kind} ${change.channel}`
    case 'alerts':
    case 'phrases':
    case 'policy':
    case 'acknowledged':
    case 'values':
    case 'feeds':
    case 'captions':
      return change.kind
  }
}
