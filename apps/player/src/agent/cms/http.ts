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

const TIMEOUT_MS = 8_000
const MAX_BODY = 16 * 1024 * 1024

/**
 * JSON over HTTP to the node that was chosen. One that does not answer in 8 s, or answers that it is broken, or with
 * something else than JSON (a proxy's page), is given up for the next one.
 */
export function cmsHttp(servers: CmsServers, fetch: typeof globalThis.fetch = globalThis.fetch): CmsHttp {
  return async (path, { method = 'GET', body, headers = {}, signal }) => {
    const server = await servers.chosen(signal)
    if (server === null) return { state: 'unreachable', detail: 'no address answers as a CMS' }
    try {
      const response = await fetch(new URL(path, server), {
        method,
        redirect: 'error',
        signal: AbortSignal.any([signal, AbortSignal.timeout(TIMEOUT_MS)]),
        headers: {
          accept: 'application/json',
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
          ...headers,
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      })
      const { status } = response
      const text = await boundedText(response, MAX_BODY)
      const answer = text === '' ? null : jsonOrNull(text)
      if (status >= 500 || (text !== '' && answer === null)) servers.failed(server)
      return { state: 'answered', server, status, etag: response.headers.get('etag'), body: answer }
    } catch (error) {
      if (!signal.aborted) servers.failed(server)
      return { state: 'unreachable', detail: faultText(error) }
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
