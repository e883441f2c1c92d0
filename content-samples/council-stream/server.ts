import { once } from 'node:events'
import { readdir, readFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { LoopShape } from './live-playlist.ts'
import { livePlaylist } from './live-playlist.ts'

const FOLDER = new URL('./segments/', import.meta.url)
const SEGMENT_SECONDS = 2
/** Not `.ts` on disk: type checkers and linters would take the video for TypeScript. */
const EXTENSION = '.mp2t'

export interface CouncilStreamOptions {
  /** 0 lets the system choose. */
  port: number
  /** Loopback unless told otherwise. */
  host?: string
  /** Unix time in milliseconds; decides which segments are live. */
  now?: () => number
  /** Unix time at which the loop starts over; whole minutes unless told otherwise. */
  loopBeginsMs?: number
}

export interface CouncilStream {
  /** Address of the live playlist. */
  url: string
  /** The encoder stops: the playlist answers 404 until `resume`. */
  pause: () => void
  resume: () => void
  close: () => Promise<void>
}

/** Serves the council sample as a live HLS stream at `/live.m3u8`. Rejects when the port cannot be bound. */
export async function startCouncilStream({
  port,
  host = '127.0.0.1',
  now = Date.now,
  loopBeginsMs = 0,
}: CouncilStreamOptions): Promise<CouncilStream> {
  const files = (await readdir(FOLDER)).filter((file) => file.endsWith(EXTENSION)).sort()
  const segments = await Promise.all(files.map((file) => readFile(new URL(file, FOLDER))))
  const loop: LoopShape = { segments: segments.length, segmentSeconds: SEGMENT_SECONDS, beginsMs: loopBeginsMs }
  let paused = false

  const server = createServer((req, res) => {
    answer(req, res, { playlist: () => (paused ? null : livePlaylist(now(), loop)), segments })
  })
  server.listen(port, host)
  await once(server, 'listening')
  const address = server.address()
  const boundPort = typeof address === 'object' && address !== null ? address.port : port

  return {
    url: `http://${host.includes(':') ? `[${host}]` : host}:${boundPort}/live.m3u8`,
    pause: () => {
      paused = true
    },
    resume: () => {
      paused = false
    },
    close: async () => {
      const closed = once(server, 'close')
      server.close()
      server.closeAllConnections()
      await closed
    },
  }
}

interface Content {
  playlist: () => string | null
  segments: readonly Buffer[]
}

function answer(req: IncomingMessage, res: ServerResponse, { playlist, segments }: Content): void {
  res.setHeader('Access-Control-Allow-Origin', '*')
  if (req.method !== 'GET' && req.method !== 'HEAD') {
    res.writeHead(405, { Allow: 'GET, HEAD' }).end()
    return
  }
  const path = (req.url ?? '/').split('?')[0] ?? '/'
  const send = (type: string, caching: string, body: string | Buffer): void => {
    res.writeHead(200, { 'Content-Type': type, 'Cache-Control': caching, 'Content-Length': Buffer.byteLength(body) })
    res.end(req.method === 'HEAD' ? undefined : body)
  }
  const list = path === '/live.m3u8' ? playlist() : null
  if (list !== null) {
    send('application/vnd.apple.mpegurl', 'no-store', list)
    return
  }
  const segment = segments[Number(/^\/segments\/(\d{3})\.ts$/.exec(path)?.[1] ?? Number.NaN)]
  if (segment !== undefined) {
    send('video/mp2t', 'public, max-age=3600', segment)
    return
  }
  res.writeHead(404, { 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'no-store' }).end('not found\n')
}
