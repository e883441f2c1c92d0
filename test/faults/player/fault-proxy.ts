import { createServer, type Socket, connect } from 'node:net'

/** What becomes of the bytes between player and CMS. */
export type Road = 'open' | 'cut' | 'slow' | 'lossy' | 'half-open' | 'corrupt' | 'errors' | 'html'

export type FaultProxy = {
  url: string
  /** Holds for connections that are open and for new ones. */
  set: (road: Road) => void
  close: () => Promise<void>
}

const SLOW_MS = 300
const SLOW_BYTES = 8 * 1024
/** Of the chunks on a lossy road every so many wait as if they had been sent again; every so many connections break. */
const RESENT_SHARE = 0.1
const RESENT_MS = 1_000
const BROKEN_SHARE = 0.01
const FLIPPED_SHARE = 0.2

/** A TCP proxy on a free port of loopback to the CMS at `target`. `random` (0 to 1) chooses what is lost. */
export async function startFaultProxy(target: URL, random: () => number): Promise<FaultProxy> {
  let road: Road = 'open'
  const sockets = new Set<Socket>()
  const forget = (socket: Socket) => sockets.add(socket).size && socket.on('close', () => sockets.delete(socket))

  const server = createServer((fromPlayer) => {
    forget(fromPlayer)
    fromPlayer.on('error', () => fromPlayer.destroy()) // either end may break: that is what this is for
    if (road === 'cut') return void fromPlayer.resetAndDestroy()
    if (road === 'errors' || road === 'html') return answerAs(road, fromPlayer)
    const toCms = connect(Number(target.port), target.hostname)
    forget(toCms)
    toCms.on('error', () => fromPlayer.destroy())
    for (const [from, to] of [
      [fromPlayer, toCms],
      [toCms, fromPlayer],
    ] as const) {
      void carry(from, to, () => road, random)
      from.on('close', () => to.destroy())
    }
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('the proxy has no port')
  const dropAll = () => sockets.forEach((socket) => socket.resetAndDestroy())
  return {
    url: `http://127.0.0.1:${address.port}`,
    set: (next) => {
      road = next
      if (next === 'cut' || next === 'errors' || next === 'html') dropAll()
    },
    close: () => {
      dropAll()
      return new Promise((resolve) => server.close(() => resolve()))
    },
  }
}

async function carry(from: Socket, to: Socket, roadNow: () => Road, random: () => number): Promise<void> {
  try {
    for await (const chunk of from) {
      for (const part of partsOf(Buffer.from(chunk), roadNow())) {
        const road = roadNow()
        if (road === 'half-open') continue // swallowed, and nobody is told
        if (road === 'slow') await pause(SLOW_MS)
        if (road === 'lossy' && random() < BROKEN_SHARE) return void to.resetAndDestroy()
        if (road === 'lossy' && random() < RESENT_SHARE) await pause(RESENT_MS)
        if (road === 'corrupt' && random() < FLIPPED_SHARE) flipOne(part, random)
        to.write(part)
      }
    }
    to.end()
  } catch {
    to.destroy() // the other end broke: so does this one
  }
}

function partsOf(chunk: Buffer, road: Road): Buffer[] {
  if (road !== 'slow') return [chunk]
  const parts: Buffer[] = []
  for (let at = 0; at < chunk.length; at += SLOW_BYTES) parts.push(chunk.subarray(at, at + SLOW_BYTES))
  return parts
}

function flipOne(bytes: Buffer, random: () => number): void {
  const at = Math.floor(random() * bytes.length)
  bytes[at] = (bytes[at] ?? 0) ^ (1 << Math.floor(random() * 8))
}

/** What a broken or foreign server in front of the CMS says. */
function answerAs(road: 'errors' | 'html', socket: Socket): void {
  const body = '<!doctype html><title>Sign in</title><h1>Guest network</h1>'
  const status = road === 'errors' ? '500 Internal Server Error' : '200 OK'
  socket.once('data', () =>
    socket.end(
      `HTTP/1.1 ${status}\r\ncontent-type: text/html\r\ncontent-length: ${body.length}\r\nconnection: close\r\n\r\n${body}`,
    ),
  )
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms))
}
