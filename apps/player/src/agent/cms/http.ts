import { faultText } from '@akari/node-kit'
import { AnswerTooLarge, boundedText } from '../bounded-text.ts'
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
 * something else than JSON (a proxy's page, a redirect, more than anything could be), is given up for the next one; `refused` is told of the last.
 */
export function cmsHttp(
  servers: CmsServers,
  fetch: typeof globalThis.fetch = globalThis.fetch,
  refused: (detail: string) => void = () => {},
): CmsHttp {
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
        // Followed by nobody: the token is for this address alone.
        redirect: 'manual',
        signal: AbortSignal.any([signal, silence.signal, AbortSignal.timeout(WHOLE_MS)]),
        headers: {
          accept: 'application/json',
          ...(sent === undefined ? {} : { 'content-type': 'application/json' }),
          ...headers,
        },
        ...(sent === undefined ? {} : { body: sent }),
      })
      const { status } = response
      if (status >= 300 && status < 400 && status !== 304) {
        await response.body?.cancel()
        throw new UnusableAnswer('a redirect')
      }
      const text = await boundedText(response, MAX_BODY, () => void timer.refresh())
      const answer = text === '' ? null : jsonOrNull(text)
      const isJson = text === '' || answer !== null
      if (!isJson) refused(`${path}: no JSON`)
      if (status >= 500 || !isJson) servers.failed(server)
      return { state: 'answered', server, status, etag: response.headers.get('etag'), body: answer }
    } catch (error) {
      if (!signal.aborted) servers.failed(server)
      if (error instanceof UnusableAnswer || error instanceof AnswerTooLarge) refused(`${path}: ${error.message}`)
      return { state: 'unreachable', detail: faultText(error) }
    } finally {
      clearTimeout(timer)
    }
  }
}

class UnusableAnswer extends Error {}

function jsonOrNull(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    // A proxy's HTML page, for instance; every caller parses the body by its own schema.
    return null
  }
}
