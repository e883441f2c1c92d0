import { GuardError } from './guard-error.ts'
import { type GuardedRequest, type GuardOptions, guardedClient } from './guarded-client.ts'

/** What a server gave us to ask «has it changed?» with (RFC 9110 §13.1). */
export type Validators = { etag: string | null; lastModified: string | null }
export type Got = { status: 'fresh'; body: Buffer; validators: Validators } | { status: 'not-modified' }

export type GetLimits = Pick<GuardedRequest, 'timeoutMs' | 'signal' | 'redirects' | 'secretHeaders' | 'to'> & {
  maxBytes: number
}

export type CarefulGetter = {
  get: (url: URL, limits: GetLimits, known?: Validators) => Promise<Got>
  close: () => void
}

/**
 * Fetches documents from servers that are not ours, by the one guarded way there is, and again only where they changed. Every
 * failure is a GuardError that names host and path, never the query.
 */
export function carefulGetter({ userAgent, ...options }: GuardOptions & { userAgent: string }): CarefulGetter {
  const client = guardedClient(options)
  return {
    get: async (url, limits, known) => {
      const asked = conditions(known)
      const headers = { 'user-agent': userAgent, ...asked }
      try {
        const { status, headers: told, body } = await client.request(url, { ...limits, headers })
        // Whoever was asked for all of it has nothing that we could have already.
        if (status === 304 && Object.keys(asked).length > 0) return { status: 'not-modified' }
        if (status !== 200)
          throw new GuardError(`answered ${status}`, { retryAfterMs: retryAfterMs(told['retry-after']) })
        return {
          status: 'fresh',
          body,
          validators: { etag: told.etag ?? null, lastModified: told['last-modified'] ?? null },
        }
      } catch (err) {
        if (!(err instanceof GuardError)) throw err
        throw new GuardError(`${url.host}${url.pathname}: ${err.message}`, {
          retryAfterMs: err.retryAfterMs,
          cause: err.cause,
        })
      }
    },
    close: client.close,
  }
}

function conditions(known: Validators | undefined): Record<string, string> {
  return {
    ...(known?.etag == null ? {} : { 'if-none-match': known.etag }),
    ...(known?.lastModified == null ? {} : { 'if-modified-since': known.lastModified }),
  }
}

/** Seconds or a date; a day at most. */
function retryAfterMs(told: string | undefined): number | null {
  if (told === undefined) return null
  const ms = /^\d{1,9}$/.test(told) ? Number(told) * 1000 : Date.parse(told) - Date.now()
  return Number.isNaN(ms) ? null : Math.min(Math.max(ms, 0), 24 * 3600_000)
}
