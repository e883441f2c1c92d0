import { randomBytes } from 'node:crypto'
import { createServer, type Server, type ServerResponse } from 'node:http'
import { type StreamAsk, streamAsk } from '@akari/node-kit'
import type { Id } from '@akari/protocol'
import { type Listed, segmentsOf, unheard } from './unheard.ts'

/** What of the relay's answers a program hears. */
type DoorAnswer =
  | { kind: 'playlist'; text: string }
  | { kind: 'part'; status: 200 | 206; body: Uint8Array; contentType: string; contentRange: string | null }
  | { kind: 'gone' | 'refused' | 'unreachable' }

/** Asks a stream by way of the relay. */
export type AskStream = (streamId: Id, ask: StreamAsk) => Promise<DoorAnswer>

/** Where a program on this machine finds a stream. `edge`: begin at what is newest; `next`: with the first segment that is listed. */
export type StreamRun = { url: string; from: 'edge' | 'next' }

/** A stream for programs that follow it one after the other. */
export type Follower = {
  /** For the next of them: what those before it were given whole is not listed again. */
  next: () => Promise<StreamRun>
  close: () => void
}

export type RelayDoor = {
  follow: (streamId: Id) => Follower
  close: () => Promise<void>
}

type Run = { streamId: Id; given: (address: string) => void; list: (text: string) => string }

/** More than any live playlist lists. */
const REMEMBERED = 2000

/**
 * The relay for a program of this machine: on the loopback, opened at the first question, under a path that nobody can guess. What
 * comes through it the relay has judged, and no address in it leads elsewhere.
 */
export function relayDoor(ask: AskStream): RelayDoor {
  const runs = new Map<string, Run>()
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
    const [, secret = '', file = ''] = pathname.split('/')
    const run = runs.get(secret)
    const wanted = run === undefined ? null : streamAsk(file, search, range)
    if (run === undefined || wanted === null) return void res.writeHead(404).end()
    const answered = await ask(run.streamId, wanted)
    if (answered.kind === 'part') res.once('finish', () => run.given(`${file}${search}`))
    send(res, answered.kind === 'playlist' ? { ...answered, text: run.list(answered.text) } : answered)
  }

  async function portOf(): Promise<number> {
    opened ??= open()
    const at = (await opened).address()
    if (at === null || typeof at === 'string') throw new Error('the door of the relay has no port')
    return at.port
  }

  return {
    follow: (streamId) => {
      const listed = new Map<string, Listed>()
      const given = new Map<string, Listed>()
      let secret: string | null = null
      const close = (): void => {
        if (secret !== null) runs.delete(secret)
      }
      return {
        next: async () => {
          close()
          secret = randomBytes(24).toString('base64url')
          const before = new Map(given)
          runs.set(secret, {
            streamId,
            given: (address) => {
              const segment = listed.get(address)
              if (segment !== undefined) remember(given, segment)
            },
            list: (text) => {
              for (const segment of segmentsOf(text)) remember(listed, segment)
              return unheard(text, ({ sequence, address }) => before.get(address)?.sequence === sequence)
            },
          })
          const url = `http://127.0.0.1:${await portOf()}/${secret}/index.m3u8`
          return { url, from: before.size === 0 ? 'edge' : 'next' }
        },
        close,
      }
    },
    close: async () => {
      const server = await opened
      server?.closeAllConnections()
      await new Promise<void>((resolve) => (server === null ? resolve() : server.close(() => resolve())))
    },
  }
}

function remember(segments: Map<string, Listed>, segment: Listed): void {
  segments.delete(segment.address)
  segments.set(segment.address, segment)
  const [oldest] = segments.keys()
  if (segments.size > REMEMBERED && oldest !== undefined) segments.delete(oldest)
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
