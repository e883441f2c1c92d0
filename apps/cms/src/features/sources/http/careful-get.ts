import type { lookup } from 'node:dns'
import http from 'node:http'
import https from 'node:https'
import { Transform, Writable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGunzip } from 'node:zlib'
import { faultText, isPrivateAddress, literalAddress, publicLookup } from '@akari/node-kit'
import { SourceError } from '../source-error.ts'

/** What a server gave us to ask «has it changed?» with (RFC 9110 §13.1). */
export type Validators = { etag: string | null; lastModified: string | null }
export type Got = { status: 'fresh'; body: Buffer; validators: Validators } | { status: 'not-modified' }

export type GetterOptions = {
  userAgent: string
  /** Hosts that may resolve to private addresses, because whoever runs the server named them. */
  privateHosts: ReadonlySet<string>
  /** Called with what really came over the line. */
  onBytes?: (count: number) => void
  resolve?: typeof lookup
}

export type CarefulGetter = {
  get: (
    url: URL,
    limits: { maxBytes: number; timeoutMs: number; signal: AbortSignal },
    known?: Validators,
  ) => Promise<Got>
  close: () => void
}

/**
 * Fetches documents from servers that are not ours: http(s) only, no redirects, no private addresses, gzip, size capped
 * before and after unpacking, one deadline for all of it. Every failure is a SourceError.
 */
export function carefulGetter({ userAgent, privateHosts, onBytes = () => {}, resolve }: GetterOptions): CarefulGetter {
  const agents = { http: new http.Agent({ keepAlive: true }), https: new https.Agent({ keepAlive: true }) }
  const guarded = publicLookup(resolve)

  function open(url: URL, headers: Record<string, string>, signal: AbortSignal): Promise<http.IncomingMessage> {
    const trusted = privateHosts.has(url.hostname)
    const address = literalAddress(url)
    if (!trusted && address !== null && isPrivateAddress(address)) {
      throw new SourceError(`${url.hostname} is a private address`)
    }
    const options = { headers, signal, ...(trusted ? {} : { lookup: guarded }) }
    return new Promise((answer, fail) => {
      const request =
        url.protocol === 'https:'
          ? https.get(url, { ...options, agent: agents.https }, answer)
          : http.get(url, { ...options, agent: agents.http }, answer)
      request.on('error', fail)
    })
  }

  return {
    get: async (url, { maxBytes, timeoutMs, signal }, known) => {
      if (url.protocol !== 'https:' && url.protocol !== 'http:') throw new SourceError(`${url.protocol} is not fetched`)
      const deadline = AbortSignal.any([signal, AbortSignal.timeout(timeoutMs)])
      const headers = { 'User-Agent': userAgent, 'Accept-Encoding': 'gzip', ...conditions(known) }
      try {
        const response = await open(url, headers, deadline)
        if (response.statusCode === 304) {
          response.resume()
          return { status: 'not-modified' }
        }
        if (response.statusCode !== 200) {
          response.destroy()
          throw new SourceError(`answered ${response.statusCode ?? 'nothing'}`)
        }
        return {
          status: 'fresh',
          body: await bodyOf(response, maxBytes, onBytes, deadline),
          validators: validatorsOf(response),
        }
      } catch (err) {
        throw new SourceError(`${url.host}${url.pathname}: ${deadline.aborted ? 'no answer in time' : faultText(err)}`)
      }
    },
    close: () => {
      agents.http.destroy()
      agents.https.destroy()
    },
  }
}

function conditions(known: Validators | undefined): Record<string, string> {
  return {
    ...(known?.etag == null ? {} : { 'If-None-Match': known.etag }),
    ...(known?.lastModified == null ? {} : { 'If-Modified-Since': known.lastModified }),
  }
}

function validatorsOf({ headers }: http.IncomingMessage): Validators {
  return { etag: headers.etag ?? null, lastModified: headers['last-modified'] ?? null }
}

async function bodyOf(
  response: http.IncomingMessage,
  maxBytes: number,
  onBytes: (count: number) => void,
  signal: AbortSignal,
): Promise<Buffer> {
  const encoding = response.headers['content-encoding'] ?? 'identity'
  const parts: Buffer[] = []
  const sink = new Writable({
    write: (chunk: Buffer, _encoding, done) => {
      parts.push(chunk)
      done()
    },
  })
  const onTheLine = capped(maxBytes, onBytes)
  if (encoding === 'gzip') {
    await pipeline(response, onTheLine, createGunzip(), capped(maxBytes), sink, { signal })
  } else if (encoding === 'identity') {
    await pipeline(response, onTheLine, sink, { signal })
  } else {
    response.destroy()
    throw new SourceError(`sent the encoding ${encoding}, which was not asked for`)
  }
  return Buffer.concat(parts)
}

function capped(maxBytes: number, onBytes: (count: number) => void = () => {}): Transform {
  let sum = 0
  return new Transform({
    transform: (chunk: Buffer, _encoding, done) => {
      sum += chunk.byteLength
      onBytes(chunk.byteLength)
      if (sum > maxBytes) done(new SourceError(`more than ${maxBytes} bytes`))
      else done(null, chunk)
    },
  })
}
