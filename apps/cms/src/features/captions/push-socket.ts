import type { IncomingMessage, Server } from 'node:http'
import type { Duplex } from 'node:stream'
import { CaptionPush, type CaptionReply, Id } from '@akari/protocol'
import type { Logger } from 'pino'
import { type WebSocket, WebSocketServer } from 'ws'
import { type Access, type Actor, refusal } from '../../http/actor.ts'
import type { ActorOf } from '../../http/actor-of.ts'
import { AppError, parse } from '../../http/app-error.ts'
import { asAppError, problemOf } from '../../http/error-handler.ts'
import type { Intake } from './intake.ts'

const PATH = /^\/api\/transcripts\/([^/?]+)\/captions$/
const ACCESS: Access = { who: 'token', scope: 'captions:write' }
const MOST_BYTES = 256 * 1024
/** Messages that wait for their answer; whoever sends more without reading answers is hung up on. */
const MOST_WAITING = 32
const PING_MS = 15_000
/** RFC 6455 §7.4.1: policy violation. */
const REFUSED = 1008

type Deps = {
  actorOf: ActorOf
  intake: Intake
  exists: (transcriptId: Id) => Promise<boolean>
  log: Logger
}

/**
 * WebSocket `/api/transcripts/:id/captions`, with the token of the API in `Authorization`: a `CaptionPush` in each text message, a
 * `CaptionReply` for each, in their order. Pages of other sites have no such header, so that cookies play no part.
 */
export function startPushSocket(http: Server, { actorOf, intake, exists, log }: Deps): { close: () => void } {
  const server = new WebSocketServer({ noServer: true, maxPayload: MOST_BYTES, perMessageDeflate: false })
  const open = new Set<WebSocket>()
  const alive = new WeakSet<WebSocket>()

  async function upgrade(req: IncomingMessage, socket: Duplex, head: Buffer, transcriptId: string): Promise<void> {
    const actor = await actorOf(req)
    const refused = refusal(actor, ACCESS)
    if (refused !== null) return turnAway(socket, refused === 'forbidden' ? '403 Forbidden' : '401 Unauthorized')
    if (!Id.safeParse(transcriptId).success || !(await exists(transcriptId))) return turnAway(socket, '404 Not Found')
    server.handleUpgrade(req, socket, head, (ws) => serve(ws, transcriptId, actor, req.headers['accept-language']))
  }

  function serve(ws: WebSocket, transcriptId: Id, actor: Actor, language?: string): void {
    let waiting = 0
    let last: Promise<void> = Promise.resolve()
    open.add(ws)
    alive.add(ws)
    ws.on('pong', () => alive.add(ws))
    ws.on('close', () => open.delete(ws))
    ws.on('error', (err) => log.info({ err, transcriptId }, 'caption socket failed'))
    ws.on('message', (data: Buffer) => {
      if (waiting >= MOST_WAITING) return ws.close(REFUSED, 'read the answers')
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
      return await intake.push(transcriptId, parse(CaptionPush, jsonOf(text)).captions, actor)
    } catch (err) {
      const known = asAppError(err)
      if (known === null) log.error({ err, transcriptId }, 'captions not taken')
      return problemOf(known ?? new AppError('internal'), language)
    }
  }

  const onUpgrade = (req: IncomingMessage, socket: Duplex, head: Buffer) => {
    const id = PATH.exec(req.url ?? '')?.[1]
    if (id === undefined) return
    socket.on('error', () => socket.destroy())
    upgrade(req, socket, head, decodeURIComponent(id)).catch((err: unknown) => {
      log.error({ err }, 'caption socket not opened')
      turnAway(socket, '503 Service Unavailable')
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

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw new AppError('malformed')
  }
}

function turnAway(socket: Duplex, status: string): void {
  socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`)
}
