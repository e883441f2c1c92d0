import type { lookup } from 'node:dns'
import http from 'node:http'
import https from 'node:https'
import type { LookupFunction } from 'node:net'
import { Transform, Writable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGunzip } from 'node:zlib'
import { hostOf, isPrivateAddress, literalAddress, namedHosts, publicLookup } from './addresses.ts'
import { AddressRefused, GuardError } from './guard-error.ts'
import { ledTo } from './led-to.ts'

export type GuardOptions = {
  /** Hosts that may resolve to private addresses, because whoever runs the server named them. */
  privateHosts: ReadonlySet<string>
  /** Called with what really came over the line. */
  onBytes?: (count: number) => void
  resolve?: typeof lookup
  /** How long a connection that nobody uses is kept for the next request. */
  idleMs?: number
}

export type GuardedRequest = {
  method?: 'GET' | 'POST'
  headers?: Record<string, string>
  /** For the first origin alone: a redirect elsewhere goes on without them. */
  secretHeaders?: Record<string, string>
  body?: string | Uint8Array
  /** So many redirects are followed, each address judged anew; none when left out, nor of what has a body. */
  redirects?: number
  /** One deadline for all of it. */
  timeoutMs: number
  signal?: AbortSignal
  /** Of a body of status 200 or 206, before and after unpacking. Left out, no body is read; those of other answers are not unless `withErrors`. */
  maxBytes?: number
  /** What is wrong is read as well, in whatever words the server has for it. */
  withErrors?: true
  /** Where the body goes; collected when left out. */
  to?: Writable
}

/** `body` is empty where it went elsewhere or was not read; `url` is where the redirects ended. */
export type GuardedAnswer = { status: number; headers: http.IncomingHttpHeaders; url: URL; body: Buffer }

/** The one way to addresses that somebody configured. */
export type GuardedClient = {
  request: (url: URL, what: GuardedRequest) => Promise<GuardedAnswer>
  close: () => void
}

/** As long as servers are asked again within; with no bound whoever invents a host for each request would fill us with connections. */
const IDLE_MS = 60_000
const REDIRECTS: ReadonlySet<number> = new Set([301, 302, 303, 307, 308])

/**
 * Asks servers that are not ours: http(s) only, no private address but those of `privateHosts`, the connection to the very
 * address that was judged, redirects judged like the first address, gzip, size capped before and after unpacking, one deadline.
 * Every failure is a GuardError.
 */
export function guardedClient(options: GuardOptions): GuardedClient {
  const { onBytes = () => {}, resolve, idleMs = IDLE_MS } = options
  const privateHosts = namedHosts(options.privateHosts)
  const kept = { keepAlive: true, timeout: idleMs }
  const agents = { http: new http.Agent(kept), https: new https.Agent(kept) }
  const guarded = publicLookup(resolve)

  function send(url: URL, what: GuardedRequest, isFirst: boolean, signal: AbortSignal): Promise<http.IncomingMessage> {
    const asked: https.RequestOptions = {
      method: what.method ?? 'GET',
      headers: { ...what.headers, ...(isFirst ? what.secretHeaders : {}), 'accept-encoding': 'gzip' },
      signal,
      ...judged(url, privateHosts, guarded),
    }
    return new Promise((answer, fail) => {
      const request =
        url.protocol === 'https:'
          ? https.request(url, { ...asked, agent: agents.https }, answer)
          : http.request(url, { ...asked, agent: agents.http }, answer)
      request.on('error', fail)
      // Not every end is an error: a server that switches to another protocol unasked is hung up on in silence.
      request.on('close', () => fail(new GuardError('hung up without an answer')))
      request.end(what.body)
    })
  }

  async function follow(
    url: URL,
    what: GuardedRequest,
    signal: AbortSignal,
  ): Promise<{ response: http.IncomingMessage; at: URL }> {
    let at = url
    for (let left = what.body === undefined ? (what.redirects ?? 0) : 0; ; left--) {
      if (at.protocol !== 'https:' && at.protocol !== 'http:') throw new AddressRefused(`${at.protocol} is not fetched`)
      const response = await send(at, what, at.origin === url.origin, signal)
      const { location } = response.headers
      if (left <= 0 || location === undefined || !REDIRECTS.has(response.statusCode ?? 0)) return { response, at }
      response.destroy()
      at = ledTo(at, location, privateHosts)
    }
  }

  return {
    request: async (url, what) => {
      const deadline = AbortSignal.any([
        ...(what.signal === undefined ? [] : [what.signal]),
        AbortSignal.timeout(what.timeoutMs),
      ])
      try {
        const { response, at } = await follow(url, what, deadline)
        const answer = { status: response.statusCode ?? 0, headers: response.headers, url: at }
        const isRead = answer.status === 200 || answer.status === 206 || what.withErrors === true
        if (isRead && what.maxBytes !== undefined) {
          const sink = { maxBytes: what.maxBytes, to: what.to }
          return { ...answer, body: await bodyOf(response, sink, onBytes, deadline) }
        }
        response.destroy()
        return { ...answer, body: Buffer.alloc(0) }
      } catch (err) {
        if (deadline.aborted) throw new GuardError('no answer in time', { cause: deadline.reason })
        throw err instanceof GuardError
          ? err
          : new GuardError(err instanceof Error ? err.message : String(err), { cause: err })
      }
    },
    close: () => {
      agents.http.destroy()
      agents.https.destroy()
    },
  }
}

/** How to connect to an address (http, https, ws, wss) that somebody configured; throws AddressRefused where it must not be. */
export function judged(
  url: URL,
  privateHosts: ReadonlySet<string>,
  guarded: LookupFunction = publicLookup(),
): { lookup?: LookupFunction } {
  if (privateHosts.has(hostOf(url))) return {}
  const address = literalAddress(url)
  if (address !== null && isPrivateAddress(address)) {
    throw new AddressRefused(`${url.hostname} is a private address`, hostOf(url))
  }
  return { lookup: guarded }
}

async function bodyOf(
  response: http.IncomingMessage,
  { maxBytes, to }: { maxBytes: number; to: Writable | undefined },
  onBytes: (count: number) => void,
  signal: AbortSignal,
): Promise<Buffer> {
  const encoding = response.headers['content-encoding']?.toLowerCase() ?? 'identity'
  const parts: Buffer[] = []
  const sink = to ?? collecting(parts)
  const onTheLine = capped(maxBytes, onBytes)
  if (encoding === 'gzip') {
    await pipeline(response, onTheLine, createGunzip(), capped(maxBytes), sink, { signal })
  } else if (encoding === 'identity') {
    await pipeline(response, onTheLine, sink, { signal })
  } else {
    response.destroy()
    throw new GuardError(`sent the encoding ${encoding.slice(0, 40)}, which was not asked for`)
  }
  return Buffer.concat(parts)
}

function collecting(parts: Buffer[]): Writable {
  return new Writable({
    write: (chunk: Buffer, _encoding, done) => {
      parts.push(chunk)
      done()
    },
  })
}

function capped(maxBytes: number, onBytes: (count: number) => void = () => {}): Transform {
  let sum = 0
  return new Transform({
    transform: (chunk: Buffer, _encoding, done) => {
      sum += chunk.byteLength
      onBytes(chunk.byteLength)
      if (sum > maxBytes) done(new GuardError(`more than ${maxBytes} bytes`))
      else done(null, chunk)
    },
  })
}
