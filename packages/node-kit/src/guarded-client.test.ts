import { createServer, type Socket } from 'node:net'
import { expect, it, onTestFinished, vi } from 'vitest'
import { hostOf, namedHosts } from './addresses.ts'
import { guardedClient, type GuardOptions } from './guarded-client.ts'
import { ledTo } from './led-to.ts'

const LIMITS = { maxBytes: 10_000, timeoutMs: 5000 }
const HELLO = 'HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello'

/** A server that answers each request with whatever bytes it likes. */
async function answering(answer: (request: string, socket: Socket) => void) {
  const sockets: Socket[] = []
  const server = createServer((socket) => {
    sockets.push(socket)
    socket.on('data', (data) => answer(data.toString(), socket)).on('error', () => socket.destroy())
  })
  await new Promise<void>((done) => {
    server.listen(0, '127.0.0.1', done)
  })
  onTestFinished(() => {
    for (const socket of sockets) socket.destroy()
    server.close()
  })
  const address = server.address()
  const port = typeof address === 'object' ? address?.port : 0
  return { url: new URL(`http://127.0.0.1:${port}/`), sockets }
}

function client(options: Partial<GuardOptions> = {}) {
  const made = guardedClient({ privateHosts: new Set(['127.0.0.1']), ...options })
  onTestFinished(made.close)
  return made
}

it.each(['HTTP/1.1 101 Switching Protocols\r\nConnection: Upgrade\r\nUpgrade: x\r\n\r\n', ''])(
  'is told at once when a server answers %j and hangs up',
  async (bytes) => {
    const { url } = await answering((_request, socket) => socket.end(bytes))
    await expect(client().request(url, LIMITS)).rejects.toThrow(/hung up|hang up/)
  },
)

it('gives up on headers without an end, however many or slow they are', async () => {
  const { url } = await answering((request, socket) => {
    socket.write('HTTP/1.1 200 OK\r\n')
    if (request.startsWith('GET /many')) return void socket.write(`x-filling: ${'y'.repeat(1000)}\r\n`.repeat(100))
    const drip = setInterval(() => socket.write('x: y\r\n'), 20)
    socket.on('close', () => clearInterval(drip))
  })
  await expect(client().request(new URL('/many', url), LIMITS)).rejects.toThrow('Header')
  await expect(client().request(url, { ...LIMITS, timeoutMs: 200 })).rejects.toThrow('no answer in time')
})

it('uses a connection again, and keeps none that is not used any more', async () => {
  const { url, sockets } = await answering((_request, socket) => socket.write(HELLO))
  const { request } = client({ idleMs: 200 })
  for (let time = 0; time < 2; time++) expect((await request(url, LIMITS)).body.toString()).toBe('hello')
  expect(sockets).toHaveLength(1)
  await vi.waitFor(() => expect(sockets[0]?.destroyed).toBe(true), 3000)
})

it('never takes what it sends on to where it is redirected', async () => {
  const { url, sockets } = await answering((_request, socket) =>
    socket.end('HTTP/1.1 307 Temporary Redirect\r\nLocation: /elsewhere\r\nContent-Length: 0\r\n\r\n'),
  )
  const sent = { ...LIMITS, method: 'POST', body: '{}', redirects: 3 } as const
  expect((await client().request(url, sent)).status).toBe(307)
  expect(sockets).toHaveLength(1)
})

it.each([
  ['Inside.Example', 'inside.example'],
  ['inside.example', 'INSIDE.example.'],
  ['inside.example.', 'inside.example'],
  ['市役所.example', 'xn--7sto6a74d.example'],
  ['127.0.0.1', '0x7f.1'],
  ['::1', '[0:0::1]'],
])('knows the host that was named %s when it is asked for %s', (named, asked) => {
  expect(namedHosts([named]).has(hostOf(new URL(`http://${asked}/`)))).toBe(true)
})

it('refuses hosts to name that are none', () => {
  expect(() => client({ privateHosts: new Set(['in side']) })).toThrow('Invalid URL')
})

it('is led from outside to no host inside, though that was named for something else', () => {
  const named = new Set(['inside.example', '[::1]'])
  const from = (at: string, location: string) => ledTo(new URL(at), location, named).href
  expect(() => from('http://outside.example/', 'http://inside.example/admin')).toThrow('from outside')
  expect(() => from('http://outside.example/', '//INSIDE.example./admin')).toThrow('from outside')
  expect(() => from('http://outside.example/', 'http://[0:0::1]/')).toThrow('from outside')
  expect(from('http://inside.example/', 'http://[::1]/a')).toBe('http://[::1]/a')
  expect(from('http://inside.example/', 'http://outside.example/')).toBe('http://outside.example/')
  expect(() => from('https://outside.example/', 'http://outside.example/')).toThrow('from https to http')
})
