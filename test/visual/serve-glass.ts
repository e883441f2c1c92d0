import { readFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import { extname, join, normalize } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { AgentMessage, PlayerState } from '@akari/protocol'
import { ScreenMessage } from '@akari/protocol'
import { WebSocketServer } from 'ws'

const SCREEN =
  process.env['AKARI_SCREEN_DIR'] ?? fileURLToPath(new URL('../../apps/player/dist/screen', import.meta.url))
const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.woff2': 'font/woff2',
}
/** As strict as a page can be held: the agent's own policy must not be what makes it work. */
const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; media-src 'self' blob:; font-src 'self'; connect-src 'self' ws:"

export interface GlassServer {
  url: string
  /** Everything the screen has said so far. */
  said: ScreenMessage[]
  show: (state: PlayerState) => void
  close: () => Promise<void>
}

interface Content {
  /** Files by sha256. */
  files: ReadonlyMap<string, { type: string; bytes: Buffer }>
  /** Base URL of the live stream, null where it is to fail. */
  liveBase: () => string | null
}

/** A stand-in for the agent: the built screen, files by hash, a live stream, and the state over the WebSocket. */
export async function serveGlass(content: Content): Promise<GlassServer> {
  const said: ScreenMessage[] = []
  let current: PlayerState | null = null
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://glass')
    answer(pathname, content).then(
      (whole) => {
        const { status, bytes, ...part } = partOf(whole, request.headers.range)
        const headers = { 'content-type': whole.type, 'content-security-policy': POLICY, 'accept-ranges': 'bytes' }
        response.writeHead(status, { ...headers, ...part.headers }).end(bytes)
      },
      (error: unknown) => response.writeHead(500).end(String(error)),
    )
  })
  const sockets = new WebSocketServer({ server, path: '/link' })
  const message = (state: PlayerState): string => {
    // As the agent does, it says which files it has; the page asks for no others.
    const held = { ...state, files: [...content.files.keys()] }
    const told: AgentMessage = { type: 'player.state', state: held, agentMonotonicMs: performance.now() }
    return JSON.stringify(told)
  }
  sockets.on('connection', (socket) => {
    if (current !== null) socket.send(message(current))
    socket.on('message', (data: Buffer) => said.push(ScreenMessage.parse(JSON.parse(data.toString('utf8')))))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0
  return {
    url: `http://127.0.0.1:${port}/`,
    said,
    show: (state) => {
      current = state
      for (const socket of sockets.clients) socket.send(message(state))
    },
    close: async () => {
      for (const socket of sockets.clients) socket.terminate()
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

interface Answer {
  status: number
  type: string
  bytes: Buffer | string
}

async function answer(pathname: string, { files, liveBase }: Content): Promise<Answer> {
  const [, area, name = '', ...rest] = pathname.split('/')
  if (area === 'files') {
    const file = files.get(name)
    return file === undefined ? missing : { status: 200, ...file }
  }
  if (area === 'live') {
    const base = liveBase()
    if (base === null) return missing
    const live = await fetch(new URL(rest.join('/').replace('index.m3u8', 'live.m3u8'), base))
    const type = live.headers.get('content-type') ?? 'application/octet-stream'
    return { status: live.status, type, bytes: Buffer.from(await live.arrayBuffer()) }
  }
  const path = normalize(join(SCREEN, pathname === '/' ? 'index.html' : pathname))
  if (!path.startsWith(SCREEN)) return missing
  const bytes = await readFile(path).catch(() => null)
  return bytes === null ? missing : { status: 200, type: TYPES[extname(path)] ?? 'application/octet-stream', bytes }
}

/** One range of a file, as the agent gives it out: films are sought in. */
function partOf({ status, bytes }: Answer, range: string | undefined) {
  const [, first = '', last = ''] = /^bytes=(\d+)-(\d*)$/.exec(range ?? '') ?? []
  if (status !== 200 || first === '' || typeof bytes === 'string') return { status, bytes, headers: {} }
  const end = Math.min(last === '' ? Infinity : Number(last), bytes.length - 1)
  const part = bytes.subarray(Number(first), end + 1)
  return { status: 206, bytes: part, headers: { 'content-range': `bytes ${first}-${end}/${bytes.length}` } }
}

const missing: Answer = { status: 404, type: 'text/plain', bytes: '' }
