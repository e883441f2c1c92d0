import { faultText } from '@akari/node-kit'
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
const AWAY = new Set([502, 503, 504])

/** JSON over HTTP to the current node. A node that does not answer in 8 s is given up for the next one. */
export function cmsHttp(servers: CmsServers, fetch: typeof globalThis.fetch = globalThis.fetch): CmsHttp {
  return async (path, { method = 'GET', body, headers = {}, signal }) => {
    const server = servers.current()
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
      if (AWAY.has(response.status)) servers.failed(server)
      const { status } = response
      return { state: 'answered', server, status, etag: response.headers.get('etag'), body: await readJson(response) }
    } catch (error) {
      if (!signal.aborted) servers.failed(server)
      return { state: 'unreachable', detail: faultText(error) }
    }
  }
}

async function readJson(response: Response): Promise<unknown> {
  const body: AsyncIterable<Uint8Array> | null = response.body
  if (body === null) return null
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of body) {
    size += chunk.byteLength
    if (size > MAX_BODY) throw new Error('answer too large')
    chunks.push(chunk)
  }
  const text = Buffer.concat(chunks).toString('utf8')
  if (text === '') return null
  try {
    return JSON.parse(text)
  } catch {
    // A proxy's HTML page, for instance; the status says enough and every caller parses the body by its own schema.
    return null
  }
}
