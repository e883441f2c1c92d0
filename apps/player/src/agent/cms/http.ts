import { faultText } from '@akari/node-kit'
import { boundedText } from '../bounded-text.ts'
import type { CmsServers } from './servers.ts'

/** The CMS's answer with its JSON body (null when there is none), or that there was no answer. */
export type CmsAnswer =
  | { state: 'answered'; server: string; status: number; etag: string | null; body: unknown }
  | { state: 'unreachable'; detail: string }

export type CmsRequest = {
  method?: 'GET' | 'POST'
  body?: unknown
  headers?: Record<string, string>
  signal: AbortSignal
}

export type CmsHttp = (path: string, request: CmsRequest) => Promise<CmsAnswer>

/** Until an answer begins, and between two parts of it. */
const SILENCE_MS = 5_000
/** Until the answer to what takes long to be sent on a slow line: a picture, a log. */
const LONG_SILENCE_MS = 30_000
const LONG_CHARACTERS = 32 * 1024
/** However steadily it trickles. */
const WHOLE_MS = 60_000
const MAX_BODY = 16 * 1024 * 1024

/**
 * JSON over HTTP to the node that was chosen. One that falls silent for 5 s, or answers that it is broken, or with
 * something else than JSON (a proxy's page), is given up for the next one.
 */
export function cmsHttp(servers: CmsServers, fetch: typeof globalThis.fetch = globalThis.fetch): CmsHttp {
  return async (path, { method = 'GET', body, headers = {}, signal }) => {
    const server = await servers.chosen(signal)
    if (server === null) return { state: 'unreachable', detail: 'no address answers as a CMS' }
    const sent = body === undefined ? undefined : JSON.stringify(body)
    const silence = new AbortController()
    const patienceMs = (sent?.length ?? 0) > LONG_CHARACTERS ? LONG_SILENCE_MS : SILENCE_MS
    const timer = setTimeout(() => silence.abort(new Error(`silent for ${patienceMs} ms`)), patienceMs)
    try {
      const response = await fetch(new URL(path, server), {
        method,
        redirect: 'error',
        signal: AbortSignal.any([signal, silence.signal, AbortSignal.timeout(WHOLE_MS)]),
        headers: {
          accept: 'application/json',
          ...(sent === undefined ? {} : { 'content-type': 'application/json' }),
          ...headers,
        },
        ...(sent === undefined ? {} : { body: sent }),
      })
      const { status } = response
      const text = await boundedText(response, MAX_BODY, () => void timer.refresh())
      const answer = text === '' ? null : jsonOrNull(text)
      if (status >= 500 || (text !== '' && answer === null)) servers.failed(server)
      return { state: 'answered', server, status, etag: response.headers.get('etag'), body: answer }
    } catch (error) {
      if (!signal.aborted) servers.failed(server)
      return { state: 'unreachable', detail: faultText(error) }
    } finally {
      clearTimeout(timer)
    }
  }
}

function jsonOrNull(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    // A proxy's HTML page, for instance; every caller parses the body by its own schema.
    return null
  }
}
