import { createServer } from 'node:http'
import type { Duplex } from 'node:stream'
import { gzipSync } from 'node:zlib'
import type { DmdataListItem } from '@akari/protocol'
import { onTestFinished } from 'vitest'
import { type WebSocket, WebSocketServer } from 'ws'

export const KEY = 'AKe.test-key'

type Socket = { id: number; region: string; ws: WebSocket; tcp: Duplex; frames: unknown[] }

/**
 * DMDATA.JP's socket service as its documentation describes it: tickets good for one connection within five minutes, one server
 * a region, a limit of places, `DELETE` to free one; the list of what was sent, in pages of two, and the text of each.
 */
export async function startDmdataServer({ places = 2 } = {}) {
  const asked: { method: string; url: string; authorization: string | undefined; body: unknown }[] = []
  const tickets = new Map<string, number>()
  const held = new Set<number>()
  const sockets: Socket[] = []
  const removed: number[] = []
  let nextId = 1
  const answers = { refuseWith: null as null | { status: number; message: string }, refuseLists: false }
  /** Newest first, as DMDATA lists them. */
  const archive: (DmdataListItem & { text: string })[] = []

  const server = createServer((req, res) => {
    let text = ''
    req.on('data', (chunk: Buffer) => (text += chunk.toString()))
    req.on('end', () => {
      const body: unknown = text === '' ? null : JSON.parse(text)
      asked.push({ method: req.method ?? '', url: req.url ?? '', authorization: req.headers.authorization, body })
      const fail = (status: number, message: string) =>
        res.writeHead(status).end(JSON.stringify({ status: 'error', error: { message, code: status } }))
      const wanted = `Basic ${Buffer.from(`${KEY}:`).toString('base64')}`
      if (req.headers.authorization !== wanted) return fail(401, 'Authentication failed.')
      if (req.method === 'GET') {
        const url = new URL(req.url ?? '', 'http://dmdata')
        if (answers.refuseLists) return fail(403, 'Insufficient scope for telegram.list .')
        if (url.pathname !== '/v2/telegram') {
          const found = archive.find(({ id }) => url.pathname === `/v1/${id}`)
          return found === undefined ? res.writeHead(404).end('Not found') : res.end(found.text)
        }
        const from = Number(url.searchParams.get('cursorToken') ?? 0)
        const items = archive.slice(from, from + 2).map(({ text: _text, ...item }) => item)
        const more = from + 2 < archive.length ? { nextToken: String(from + 2) } : {}
        return res.end(JSON.stringify({ status: 'ok', items, ...more, nextPooling: 'p', nextPoolingInterval: 1000 }))
      }
      if (req.method === 'DELETE') {
        const id = Number(req.url?.split('/').at(-1))
        removed.push(id)
        held.delete(id)
        return res.end(JSON.stringify({ status: 'ok' }))
      }
      if (answers.refuseWith !== null) return fail(answers.refuseWith.status, answers.refuseWith.message)
      if (held.size >= places) return fail(409, 'The maximum number of simultaneous connections is full.')
      const id = nextId
      nextId += 1
      const ticket = `ticket-${id}`
      tickets.set(ticket, id)
      held.add(id)
      return res.end(
        JSON.stringify({ status: 'ok', ticket, websocket: { id, url: '', protocol: ['dmdata.v2'], expiration: 300 } }),
      )
    })
  })

  const sessions = new WebSocketServer({
    noServer: true,
    handleProtocols: (offered) => (offered.has('dmdata.v2') ? 'dmdata.v2' : false),
  })
  server.on('upgrade', (req, tcp, head) => {
    const url = new URL(req.url ?? '', 'ws://dmdata')
    const ticket = url.searchParams.get('ticket') ?? ''
    const id = tickets.get(ticket)
    tickets.delete(ticket)
    sessions.handleUpgrade(req, tcp, head, (ws) => {
      if (id === undefined) {
        ws.send(JSON.stringify({ type: 'error', error: 'The ticket is invalid.', code: 4404, close: true }))
        ws.close(4404)
        return
      }
      const socket: Socket = { id, region: url.pathname.split('/')[1] ?? '', ws, tcp, frames: [] }
      sockets.push(socket)
      ws.on('message', (data: Buffer) => socket.frames.push(JSON.parse(data.toString())))
      ws.on('close', () => {
        held.delete(id)
        sockets.splice(sockets.indexOf(socket), 1)
      })
      ws.send(JSON.stringify({ type: 'start', socketId: id, classifications: [], time: '2026-09-07T14:00:00Z' }))
    })
  })
  await new Promise<void>((done) => {
    server.listen(0, '127.0.0.1', done)
  })
  onTestFinished(() => {
    for (const { ws } of sockets) ws.terminate()
    server.closeAllConnections()
    server.close()
  })
  const address = server.address()
  const host = `127.0.0.1:${typeof address === 'object' ? address?.port : 0}`
  const send = (frame: unknown, to: readonly Socket[]) => {
    for (const { ws } of to) ws.send(typeof frame === 'string' ? frame : JSON.stringify(frame))
  }
  return {
    apiUrl: new URL(`http://${host}/`),
    endpoints: [new URL(`ws://${host}/tokyo/v2/websocket`), new URL(`ws://${host}/osaka/v2/websocket`)],
    asked,
    removed,
    sockets,
    answers,
    archive,
    region: (name: string) => sockets.filter(({ region }) => region === name),
    /** To every line, as DMDATA does. */
    send: (frame: unknown, to: readonly Socket[] = sockets) => send(frame, to),
    /** A line that is cut without a word: the connection stays, nothing comes any more, nothing is read. */
    freeze: (name: string) => {
      for (const { region, tcp } of sockets) if (region === name) tcp.pause()
    },
  }
}

/** A data frame as formatMode `raw` sends them. */
export function telegramFrame(id: string, xml: string, more: Record<string, unknown> = {}): Record<string, unknown> {
  return {
    type: 'data',
    version: '2.0',
    id,
    classification: 'telegram.weather',
    passing: [{ name: 'socket-01', time: '2026-09-07T14:00:01.000Z' }],
    head: {
      type: 'VPWW55',
      author: 'JPTK',
      time: '2026-09-07T14:00:00.000Z',
      designation: null,
      test: false,
      xml: true,
    },
    xmlReport: { control: { title: '', dateTime: '2026-09-07T14:00:00Z', status: '通常' }, head: {} },
    format: 'xml',
    compression: 'gzip',
    encoding: 'base64',
    body: gzipSync(xml).toString('base64'),
    ...more,
  }
}

/** A telegram in the list of what was sent. */
export function sentTelegram(id: string, type: string, receivedTime: string, office = '気象庁本庁') {
  return {
    id,
    head: { type, time: receivedTime },
    receivedTime,
    xmlReport: { control: { editorialOffice: office } },
    format: 'xml',
    text: `<Report>${id}</Report>`,
  }
}
