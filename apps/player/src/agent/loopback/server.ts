import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { faultText } from '@akari/node-kit'
import type { HostPower, Sha256, Stream } from '@akari/protocol'
import type { Sight } from '../alerts/sight.ts'
import type { ArchiveKeeper } from '../content/archive-keeper.ts'
import type { ArchiveLine } from '../content/archive-line.ts'
import type { FileStore } from '../content/file-store.ts'
import type { Faults } from '../faults.ts'
import type { HostDesk } from '../orders/host-desk.ts'
import type { StateAuthor } from '../state-author.ts'
import { contentSecurityPolicy, isOurOwn, whoAsks } from './guard.ts'
import { hostRoute } from './host-route.ts'
import { mendedRoute, refusedRoute } from './host-word-route.ts'
import { type LiveLines, liveProxy } from './live-proxy.ts'
import { lookRoute } from './look-route.ts'
import { powerRoute } from './power-route.ts'
import type { ScreenLink } from './screen-link.ts'
import { screenFiles } from './screen-files.ts'
import { passOn, sendFile, sendStatus } from './send.ts'

export type LoopbackDeps = {
  port: number
  /** A request that dribbles in holds its connection no longer than this; answers may take their time. */
  requestMs: number
  screenFolder: string
  author: StateAuthor
  store: FileStore
  mediaTypeOf: (sha256: Sha256) => string | null
  archive: Pick<ArchiveKeeper, 'placeOf'> & { line: ArchiveLine }
  streams: () => readonly Stream[]
  link: ScreenLink
  sight: Sight
  host: HostDesk
  hostPower: (told: HostPower) => void
  faults: Faults
  live: LiveLines
}

type Handler = (request: IncomingMessage, response: ServerResponse, pathname: string, search: string) => Promise<void>

/** The screen's server on 127.0.0.1. Rejects when the port is taken. */
export async function startLoopback(deps: LoopbackDeps): Promise<{ url: string; close: () => Promise<void> }> {
  const screen = screenFiles(deps.screenFolder)
  const live = liveProxy({ ...deps.live, streams: deps.streams, faults: deps.faults })
  const posts: Record<string, Handler> = {
    '/look': lookRoute(deps),
    '/host': hostRoute(deps.host),
    '/power': powerRoute(deps),
    '/refused': refusedRoute(deps),
    '/mended': mendedRoute(deps),
  }
  const route = (pathname: string): Handler => {
    if (pathname === '/state') return sendState(deps)
    if (pathname.startsWith('/files/')) return sendContent(deps)
    if (pathname.startsWith('/live/')) return live
    return screen
  }
  let port = deps.port
  const refuse = (request: IncomingMessage): void => deps.faults.report('foreign-request', whoAsks(request))
  const server = createServer(patience(deps.requestMs), (request, response) => {
    if (!isOurOwn(request, port)) {
      refuse(request)
      return sendStatus(response, 403, 'Only for this screen')
    }
    const post = request.method === 'POST' ? posts[request.url ?? ''] : undefined
    if (post === undefined && request.method !== 'GET' && request.method !== 'HEAD')
      return sendStatus(response, 405, 'Read only')
    const url = URL.parse(request.url ?? '/', `http://127.0.0.1:${port}`)
    // An address that names its host overrules the header `Host` (RFC 9112 §3.2.2).
    if (url?.host !== `127.0.0.1:${port}`) return sendStatus(response, 404, 'Not found')
    const { pathname, search } = url
    for (const [name, value] of Object.entries(securityHeaders(port))) response.setHeader(name, value)
    const handle = post ?? route(pathname)
    handle(request, response, pathname, search).catch((error: unknown) => {
      // A browser that changes its mind closes the connection in the middle of a video; that is no fault.
      if (!response.destroyed) deps.faults.report('loopback', `${pathname} ${faultText(error)}`)
      response.destroy()
    })
  })
  server.on('upgrade', (request, socket, head) => {
    // Whoever hangs up in the middle of being refused breaks nothing: from here on the socket is ours to look after.
    socket.on('error', () => socket.destroy())
    if (isOurOwn(request, port) && request.url === '/link') return deps.link.upgrade(request, socket, head)
    refuse(request)
    socket.end('HTTP/1.1 403 Forbidden\r\nConnection: close\r\n\r\n')
  })
  port = await listen(server, deps.port)
  return {
    url: `http://127.0.0.1:${port}`,
    close: async () => {
      const closed = new Promise((resolve) => server.close(resolve))
      server.closeAllConnections()
      await closed
    },
  }
}

function patience(requestMs: number) {
  return { headersTimeout: requestMs / 2, requestTimeout: requestMs, connectionsCheckingInterval: requestMs / 10 }
}

function sendState(deps: LoopbackDeps): Handler {
  return async (_request, response) => {
    response
      .writeHead(200, { 'content-type': 'application/json', 'cache-control': 'no-store' })
      .end(JSON.stringify(deps.author.state()))
  }
}

function sendContent(deps: LoopbackDeps): Handler {
  return async (request, response, pathname) => {
    const sha256 = pathname.slice('/files/'.length)
    const file = deps.archive.placeOf(sha256) === 'cms' ? null : await deps.store.open(sha256)
    if (file === null && deps.archive.placeOf(sha256) !== null) return sendRecorded(deps, sha256, request, response)
    if (file === null) return sendStatus(response, 404, 'Not found')
    await sendFile(request, response, file, {
      'content-type': deps.mediaTypeOf(sha256) ?? 'application/octet-stream',
      'cache-control': 'public, max-age=31536000, immutable',
      // Opened by itself, an uploaded SVG must not be a page of ours.
      'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; sandbox",
    })
  }
}

/** What of the archive is not on the disk, or not yet proven: from the CMS, while there is one. */
async function sendRecorded(
  deps: LoopbackDeps,
  sha256: Sha256,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const left = new AbortController()
  response.once('close', () => left.abort())
  const answer = await deps.archive.line(sha256, request.headers.range, left.signal)
  if (answer === null) return sendStatus(response, 502, 'The recording cannot be had now')
  await passOn(response, answer)
}

function securityHeaders(port: number): Record<string, string> {
  return {
    'content-security-policy': contentSecurityPolicy(port),
    'cross-origin-resource-policy': 'same-origin',
    'cross-origin-opener-policy': 'same-origin',
    'referrer-policy': 'no-referrer',
    'x-content-type-options': 'nosniff',
  }
}

function listen(server: ReturnType<typeof createServer>, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, '127.0.0.1', () => {
      server.off('error', reject)
      const address = server.address()
      resolve(typeof address === 'object' && address !== null ? address.port : port)
    })
  })
}
