import { createServer, type Server, type ServerResponse } from 'node:http'
import type { Socket } from 'node:net'
import { Channel } from '@akari/protocol'
import { PORT_HEADER } from './knocking.ts'
import { Neighbour } from './neighbours.ts'
import type { Offer } from './offer.ts'
import type { Shelf } from './shelf.ts'

const MAX_CONNECTIONS = 32
const MAX_PER_ADDRESS = 4
const MAX_REQUESTS_PER_ADDRESS = 40
const WINDOW_MS = 10_000
const DEADLINE_MS = 3_000

/**
 * Gives what is held to whoever asks: `GET /alerts/live` and `GET /alerts/drill` signed, `GET /offers` in short, and
 * nothing else. None of it is a secret; the glass shows what it says. Bounded in connections, questions per address and time, so that the
 * network cannot tire the agent. If the port is taken (several players on one machine), it takes any other.
 */
export async function startEnvelopeServer(deps: {
  port: number
  shelf: Shelf
  /** Of both channels. */
  offers: () => Offer[]
  /** A display that knocked says where it serves. */
  knocked: (neighbour: Neighbour) => void
}): Promise<{ port: number; close: () => Promise<void> }> {
  const connections = new Map<string, number>()
  const requests = new Map<string, number>()
  const server = createServer({ maxHeaderSize: 4096, connectionsCheckingInterval: 1_000 }, (request, response) => {
    response.setHeader('connection', 'close')
    const address = request.socket.remoteAddress ?? ''
    const asked = (requests.get(address) ?? 0) + 1
    requests.set(address, asked)
    if (asked > MAX_REQUESTS_PER_ADDRESS) return void response.writeHead(429).end()
    if (request.method !== 'GET') return void response.writeHead(405).end()
    if (request.url === '/offers') {
      const neighbour = Neighbour.safeParse({ address, port: Number(request.headers[PORT_HEADER]) })
      if (neighbour.success) deps.knocked(neighbour.data)
      const body = Buffer.from(JSON.stringify({ offers: deps.offers() }), 'utf8')
      return send(response, body)
    }
    const channel = Channel.safeParse(/^\/alerts\/(\w+)$/.exec(request.url ?? '')?.[1])
    const shelved = channel.success ? deps.shelf(channel.data) : null
    if (shelved === null) return void response.writeHead(404).end()
    send(response, shelved.body)
  })
  server.maxConnections = MAX_CONNECTIONS
  server.headersTimeout = DEADLINE_MS
  server.requestTimeout = DEADLINE_MS
  server.on('connection', (socket) => limit(socket, connections))
  const forget = setInterval(() => requests.clear(), WINDOW_MS)
  const port = await listen(server, deps.port).catch(async () => await listen(server, 0))
  return {
    port,
    close: async () => {
      clearInterval(forget)
      const closed = new Promise((resolve) => server.close(resolve))
      server.closeAllConnections()
      await closed
    },
  }
}

function send(response: ServerResponse, body: Buffer): void {
  response.writeHead(200, { 'content-type': 'application/json', 'content-length': body.length }).end(body)
}

/** One address cannot take all the connections, and none may last: a reader that dawdles is cut off. */
function limit(socket: Socket, connections: Map<string, number>): void {
  const address = socket.remoteAddress ?? ''
  const open = (connections.get(address) ?? 0) + 1
  connections.set(address, open)
  const deadline = setTimeout(() => socket.destroy(), DEADLINE_MS)
  socket.once('close', () => {
    clearTimeout(deadline)
    const left = (connections.get(address) ?? 1) - 1
    if (left === 0) connections.delete(address)
    else connections.set(address, left)
  })
  if (open > MAX_PER_ADDRESS) socket.destroy()
}

function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, '0.0.0.0', () => {
      server.off('error', reject)
      const address = server.address()
      resolve(typeof address === 'object' && address !== null ? address.port : port)
    })
  })
}
