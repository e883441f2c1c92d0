import { type IncomingMessage, type Server, STATUS_CODES } from 'node:http'
import type { Duplex } from 'node:stream'
import { CaptionPush, type CaptionReply, Id, type Problem } from '@akari/protocol'
import type { Logger } from 'pino'
import { type WebSocket, WebSocketServer } from 'ws'
import { type Access, type Actor, refusal } from '../../http/actor.ts'
import type { ActorOf } from '../../http/actor-of.ts'
import { AppError, parse, parseJson } from '../../http/app-error.ts'
import { asAppError, isOurs, problemOf } from '../../http/error-handler.ts'
import { sentence } from '../../sentence.ts'
import texts from './captions.texts.json' with { type: 'json' }
import type { Intake } from './intake.ts'
import type { Listening } from './recognise/listening.ts'

const PATH = /^\/api\/transcripts\/([^/?]+)\/(captions|audio)$/
const ACCESS: Access = { who: 'token', scope: 'captions:write' }
const MOST_BYTES = 256 * 1024
/** Messages that wait for their answer; whoever sends more without reading answers is hung up on. */
const MOST_WAITING = 32
/** Answers that were sent and not read. */
const MOST_UNREAD_BYTES = 1024 * 1024
/** A council has one stenographer, one recogniser and a few translators; each line of speech may hold a minute of it. */
const MOST_OPEN = 64
const PING_MS = 15_000
/** RFC 6455 §7.4.1: policy violation. */
const REFUSED = 1008

type Asked = { id: string; what: 'captions' | 'audio' }
type Deps = {
  actorOf: ActorOf
  intake: Intake
  listening: Pick<Listening, 'hear'>
  exists: (transcriptId: Id) => Promise<boolean>
  log: Logger
}

/**
 * WebSocket `/api/transcripts/:id/captions`, with the token of the API in `Authorization`: a `CaptionPush` in each text message, a
 * `CaptionReply` for each, in their order. And `…/audio`: speech in binary messages (audio-queue.ts), until the socket closes. Pages of other
 * sites have no such header, so that cookies play no part.
 */
export function startPushSocket(
  http: Server,
  { actorOf, intake, listening, exists, log }: Deps,
): { close: () => void } {
  const server = new WebSocketServer({ noServer: true, maxPayload: MOST_BYTES, perMessageDeflate: false })
  const open = new Set<WebSocket>()
  const alive = new WeakSet<WebSocket>()

  async function upgrade(req: IncomingMessage, socket: Duplex, head: Buffer, { id, what }: Asked): Promise<void> {
    const actor = await actorOf(req)
    const refused = refusal(actor, ACCESS)
    if (refused !== null) throw new AppError(refused)
    if (!Id.safeParse(id).success || !(await exists(id))) throw new AppError('not-found')
    if (open.size >= MOST_OPEN) {
      throw new AppError('unavailable', sentence(texts.linesTaken, { most: String(MOST_OPEN) }))
    }
    server.handleUpgrade(req, socket, head, (ws) => {
      watch(ws, id)
      const language = req.headers['accept-language']
      if (what === 'captions') takeCaptions(ws, id, actor, language)
      else takeSpeech(ws, id, actor, language)
    })
  }

  function watch(ws: WebSocket, transcriptId: Id): void {
    open.add(ws)
    alive.add(ws)
    ws.on('pong', () => alive.add(ws))
    ws.on('close', () => open.delete(ws))
    ws.on('error', (err) => log.info({ err, transcriptId }, 'caption socket failed'))
  }

  function takeSpeech(ws: WebSocket, transcriptId: Id, actor: Actor, language?: string): void {
    const hearing = listening.hear(transcriptId, actor)
    ws.on('message', (data: Buffer, isBinary) => {
      if (isBinary) hearing.add(data)
    })
    ws.on('close', hearing.close)
    hearing.done.catch((err: unknown) => {
      ws.send(JSON.stringify(problemFor(err, transcriptId, language)))
      ws.close(REFUSED)
    })
  }

  function takeCaptions(ws: WebSocket, transcriptId: Id, actor: Actor, language?: string): void {
    let waiting = 0
    let last: Promise<void> = Promise.resolve()
    ws.on('message', (data: Buffer) => {
      if (waiting >= MOST_WAITING || ws.bufferedAmount > MOST_UNREAD_BYTES) return ws.close(REFUSED, 'read the answers')
      waiting += 1
      // Taken in at once, answered in order.
      const answer = take(data.toString('utf8'), transcriptId, actor, language)
      last = last.then(async () => {
        const reply = await answer
        waiting -= 1
        if (ws.readyState === ws.OPEN) ws.send(JSON.stringify(reply))
      })
    })
  }

  async function take(text: string, transcriptId: Id, actor: Actor, language?: string): Promise<CaptionReply> {
    try {
      return await intake.push(transcriptId, parse(CaptionPush, parseJson(text)).captions, actor)
    } catch (err) {
      return problemFor(err, transcriptId, language)
    }
  }

  function problemFor(err: unknown, transcriptId: Id, language?: string): Problem {
    const known = asAppError(err)
    if (isOurs(known)) log.error({ err, transcriptId }, 'captions not taken')
    return problemOf(known ?? new AppError('internal'), language)
  }

  const onUpgrade = (req: IncomingMessage, socket: Duplex, head: Buffer) => {
    const [, id, what] = PATH.exec(req.url ?? '') ?? []
    if (id === undefined) return
    socket.on('error', () => socket.destroy())
    upgrade(req, socket, head, { id, what: what === 'audio' ? what : 'captions' }).catch((err: unknown) => {
      const known = asAppError(err)
      if (isOurs(known)) log.error({ err }, 'caption socket not opened')
      turnAway(socket, problemOf(known ?? new AppError('unavailable'), req.headers['accept-language']))
    })
  }
  http.on('upgrade', onUpgrade)
  const pinging = setInterval(() => {
    for (const ws of open) {
      if (!alive.has(ws)) ws.terminate()
      alive.delete(ws)
      ws.ping()
    }
  }, PING_MS)

  return {
    close: () => {
      clearInterval(pinging)
      http.off('upgrade', onUpgrade)
      for (const ws of open) ws.terminate()
    },
  }
}

function turnAway(socket: Duplex, problem: Problem): void {
  const body = JSON.stringify(problem)
  const head = [
    `HTTP/1.1 ${problem.status} ${STATUS_CODES[problem.status] ?? ''}`,
    'Connection: close',
    'Content-Type: application/problem+json',
    `Content-Length: ${Buffer.byteLength(body)}`,
  ]
  socket.end(`${head.join('\r\n')}\r\n\r\n${body}`)
}
