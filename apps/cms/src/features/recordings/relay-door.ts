import { randomBytes } from 'node:crypto'
import { createServer, type Server, type ServerResponse } from 'node:http'
import { type StreamAsk, streamAsk } from '@akari/node-kit'
import type { Id } from '@akari/protocol'
import type { Heard } from './heard.ts'
import { type Hearing, hearing, type SegmentMemory, segmentMemory } from './hearing.ts'
import type { Segment } from './segments.ts'

/** What of the relay's answers a program hears. */
type DoorAnswer =
  | { kind: 'playlist'; text: string }
  | { kind: 'part'; status: 200 | 206; body: Uint8Array; contentType: string; contentRange: string | null }
  | { kind: 'gone' | 'refused' | 'unreachable' }

/** Asks a stream by way of the relay. */
export type AskStream = (streamId: Id, ask: StreamAsk) => Promise<DoorAnswer>

/**
 * Where a program on this machine finds a stream. `edge`: begin at what is newest; `next`: with the first segment that is listed. It
 * ends where pictures or sound become of another kind, which `hasChanged` tells.
 */
export type StreamRun = { url: string; from: 'edge' | 'next'; hasChanged: () => boolean }

/** A stream for programs that follow it one after the other. */
export type Follower = {
  /** For the next of them: what those before it were given whole is not listed again. */
  next: () => Promise<StreamRun>
  close: () => void
}

export type RelayDoor = {
  /** Goes on after what was heard before, and notes there what it gives. */
  follow: (streamId: Id, heard: Heard) => Follower
  close: () => Promise<void>
}

type Run = { streamId: Id; given: (asked: Pick<Segment, 'address' | 'offset'>) => void; list: Hearing['list'] }

/** The last of each playlist of a stream are among them. */
const NOTED = 100

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
    const address = `${file}${search}`
    const offset = Number(/^bytes=(\d+)/.exec(range ?? '')?.[1] ?? 0)
    if (answered.kind === 'part') res.once('finish', () => run.given({ address, offset }))
    send(res, answered.kind === 'playlist' ? { ...answered, text: run.list(address, answered.text) } : answered)
  }

  async function portOf(): Promise<number> {
    opened ??= open()
    const at = (await opened).address()
    if (at === null || typeof at === 'string') throw new Error('the door of the relay has no port')
    return at.port
  }

  return {
    follow: (streamId, heard) => {
      const listed = segmentMemory()
      let given: SegmentMemory | null = null
      let secret: string | null = null
      const close = (): void => {
        if (secret !== null) runs.delete(secret)
      }
      return {
        next: async () => {
          close()
          secret = randomBytes(24).toString('base64url')
          const known = (given ??= segmentMemory(await heard.load()))
          const before = known.newest(Infinity)
          const { list, hasChanged } = hearing(before, listed.add)
          runs.set(secret, {
            streamId,
            given: (asked) => {
              const segment = listed.find(asked)
              if (segment === null) return
              known.add(segment)
              heard.save(known.newest(NOTED))
            },
            list,
          })
          const url = `http://127.0.0.1:${await portOf()}/${secret}/index.m3u8`
          return { url, from: before.length === 0 ? 'edge' : 'next', hasChanged }
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
