import { randomBytes } from 'node:crypto'
import { createServer, type Server, type ServerResponse } from 'node:http'
import { type StreamAsk, streamAsk } from '@akari/node-kit'
import type { Id } from '@akari/protocol'

/** What of the relay's answers a program hears. */
type DoorAnswer =
  | { kind: 'playlist'; text: string }
  | { kind: 'part'; status: 200 | 206; body: Uint8Array; contentType: string; contentRange: string | null }
  | { kind: 'gone' | 'refused' | 'unreachable' }

/** Asks a stream by way of the relay. */
export type AskStream = (streamId: Id, ask: StreamAsk) => Promise<DoorAnswer>

export type RelayDoor = {
  /** Where a program on this machine finds the stream. */
  urlOf: (streamId: Id) => Promise<string>
  close: () => Promise<void>
}

/**
 * The relay for a program of this machine: on the loopback, opened at the first question, under a path that nobody can guess. What
 * comes through it the relay has judged, and no address in it leads elsewhere.
 */
export function relayDoor(ask: AskStream): RelayDoor {
  const secret = randomBytes(24).toString('base64url')
  let opened: Promise<Server> | null = null
  const open = (): Promise<Server> =>
    new Promise((resolve, reject) => {
      const server = createServer((req, res) => {
        answer(req.url ?? '', req.headers.range, res).catch(() => res.destroy())
      })
      server.once('error', reject)
      server.listen(0, '127.0.0.1', () => resolve(server.unref()))
    })

  async function answer(url: string, range: string | undefined, res: ServerResponse): Promise<void> {
    const { pathname, search } = new URL(url, 'http://relay.invalid')
    const [, given, streamId = '', file = ''] = pathname.split('/')
    const wanted = given === secret ? streamAsk(file, search, range) : null
    if (wanted === null) return void res.writeHead(404).end()
    send(res, await ask(decodeURIComponent(streamId), wanted))
  }

  return {
    urlOf: async (streamId) => {
      opened ??= open()
      const at = (await opened).address()
      if (at === null || typeof at === 'string') throw new Error('the door of the relay has no port')
      const { port } = at
      return `http://127.0.0.1:${port}/${secret}/${encodeURIComponent(streamId)}/index.m3u8`
    },
    close: async () => {
      const server = await opened
      server?.closeAllConnections()
      await new Promise<void>((resolve) => (server === null ? resolve() : server.close(() => resolve())))
    },
  }
}

function send(res: ServerResponse, answer: DoorAnswer): void {
  switch (answer.kind) {
    case 'playlist':
      return void res.writeHead(200, { 'content-type': 'application/vnd.apple.mpegurl' }).end(answer.text)
    case 'part': {
      const { status, body, contentType, contentRange } = answer
      const range = contentRange === null ? {} : { 'content-range': contentRange }
      const head = { 'content-type': contentType, 'content-length': body.byteLength, ...range }
      return void res.writeHead(status, head).end(body)
    }
    case 'gone':
      return void res.writeHead(404).end()
    case 'refused':
    case 'unreachable':
      return void res.writeHead(502).end()
  }
}
