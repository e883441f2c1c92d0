import type { IncomingMessage, ServerResponse } from 'node:http'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { ReadableStream as WebStream } from 'node:stream/web'
import { faultText } from '@akari/node-kit'
import type { Stream } from '@akari/protocol'
import { boundedText } from '../bounded-text.ts'
import type { Faults } from '../faults.ts'
import { rewritePlaylist } from './playlist.ts'
import { sendStatus } from './send.ts'

const PLAYLIST_TYPES = new Set(['application/vnd.apple.mpegurl', 'application/x-mpegurl', 'audio/mpegurl'])
const MAX_PLAYLIST = 1024 * 1024
const TIMEOUT_MS = 10_000

/**
 * `/live/{streamId}/index.m3u8` is the playlist of a stream of the active programme; everything it names comes back as
 * `/live/{streamId}/at/{path}`. Only the stream's own origin is ever asked, without cookies or credentials, so that the
 * page needs no other origin than the agent.
 */
export function liveProxy(deps: { streams: () => readonly Stream[]; faults: Faults; fetch: typeof globalThis.fetch }) {
  return async (
    request: IncomingMessage,
    response: ServerResponse,
    pathname: string,
    search: string,
  ): Promise<void> => {
    const [, streamId = '', rest = ''] = /^\/live\/([^/]+)\/(.+)$/.exec(pathname) ?? []
    const stream = deps.streams().find(({ id }) => id === streamId || encodeURIComponent(id) === streamId)
    if (stream === undefined) return sendStatus(response, 404, 'No such stream')
    const target = addressOf(stream, rest, search)
    if (target === null) return sendStatus(response, 404, 'Not part of the stream')
    const gone = new AbortController()
    response.once('close', () => gone.abort())
    const started = AbortSignal.timeout(TIMEOUT_MS)
    try {
      const range: Record<string, string> = request.headers.range === undefined ? {} : { range: request.headers.range }
      const signal = AbortSignal.any([gone.signal, started])
      const upstream = await deps.fetch(target, { headers: range, redirect: 'manual', signal })
      if (upstream.status !== 200 && upstream.status !== 206) {
        await upstream.body?.cancel()
        return sendStatus(response, upstream.status === 404 ? 404 : 502, 'The stream does not answer')
      }
      if (isPlaylist(upstream, target)) await sendPlaylist(response, upstream, target, streamId)
      else await sendSegment(response, upstream)
      deps.faults.clear('stream-unreachable')
    } catch (error) {
      if (gone.signal.aborted) return
      deps.faults.report('stream-unreachable', `${streamId} ${faultText(error)}`)
      if (response.headersSent) response.destroy()
      else sendStatus(response, 502, 'The stream does not answer')
    }
  }
}

/** Which address of the stream's origin a path of ours stands for. */
function addressOf(stream: Stream, rest: string, search: string): URL | null {
  const entry = new URL(stream.url)
  if (rest === 'index.m3u8') return entry
  if (!rest.startsWith('at/')) return null
  const url = new URL(`/${rest.slice(3)}${search}`, entry.origin)
  return url.origin === entry.origin ? url : null
}

function isPlaylist(upstream: Response, target: URL): boolean {
  const type = upstream.headers.get('content-type')?.split(';')[0]?.trim().toLowerCase() ?? ''
  return PLAYLIST_TYPES.has(type) || target.pathname.endsWith('.m3u8')
}

async function sendPlaylist(
  response: ServerResponse,
  upstream: Response,
  target: URL,
  streamId: string,
): Promise<void> {
  const text = await boundedText(upstream, MAX_PLAYLIST)
  const rewritten = rewritePlaylist(text, target, (url) =>
    url.origin === target.origin ? `/live/${streamId}/at${url.pathname}${url.search}` : null,
  )
  if (rewritten === null) throw new Error('the playlist names another origin')
  response
    .writeHead(200, { 'content-type': 'application/vnd.apple.mpegurl', 'cache-control': 'no-store' })
    .end(rewritten)
}

async function sendSegment(response: ServerResponse, upstream: Response): Promise<void> {
  const headers: Record<string, string> = { 'cache-control': 'no-store' }
  for (const name of ['content-type', 'content-range', 'accept-ranges']) {
    const value = upstream.headers.get(name)
    if (value !== null) headers[name] = value
  }
  response.writeHead(upstream.status, headers)
  const body: WebStream<Uint8Array> | null = upstream.body
  if (body === null) response.end()
  else await pipeline(Readable.fromWeb(body), response)
}
