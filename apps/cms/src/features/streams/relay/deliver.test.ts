import { once } from 'node:events'
import { createServer, type RequestListener, ServerResponse, type IncomingMessage } from 'node:http'
import { connect, type Socket } from 'node:net'
import { expect, it, onTestFinished } from 'vitest'
import { deliver, turnstile } from './deliver.ts'

const BODY = new Uint8Array(8 * 1024 * 1024).fill(0x47)

async function serving(listener: RequestListener) {
  const responses: ServerResponse[] = []
  const server = createServer((req, res) => {
    responses.push(res)
    listener(req, res)
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  const address = server.address()
  return { port: typeof address === 'object' ? (address?.port ?? 0) : 0, responses }
}

/** Asks, and reads nothing of the answer. */
async function askAndStall(port: number): Promise<Socket> {
  const socket = connect(port, '127.0.0.1').on('error', () => socket.destroy())
  socket.pause()
  onTestFinished(() => void socket.destroy())
  await once(socket, 'connect')
  socket.write('GET / HTTP/1.1\r\nHost: relay\r\n\r\n')
  return socket
}

it('shares one body among displays that do not read it, and hands it whole to one that does', async () => {
  const { port, responses } = await serving((_req, res) => deliver(res, BODY, 60_000))
  const before = process.memoryUsage().arrayBuffers
  for (let n = 0; n < 40; n += 1) await askAndStall(port)
  await expect.poll(() => responses).toHaveLength(40)
  const answer = await fetch(`http://127.0.0.1:${port}/`)
  let bytes = 0
  for await (const part of answer.body ?? []) bytes += part.byteLength
  expect(bytes).toBe(BODY.byteLength)
  expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(5 * BODY.byteLength)
  expect(responses.filter(({ closed }) => !closed)).toHaveLength(40)
})

it('hangs up on a display that has not taken its answer in time', async () => {
  const { port, responses } = await serving((_req, res) => deliver(res, BODY, 200))
  await askAndStall(port)
  await expect.poll(() => responses.map(({ destroyed }) => destroyed)).toEqual([true])
})

it('lets each display have so many answers under way, and others theirs', () => {
  const enters = turnstile(2)
  const response = () => new ServerResponse({ method: 'GET' } as IncomingMessage)
  const first = response()
  expect([enters('lobby', first), enters('lobby', response()), enters('lobby', response())]).toEqual([
    true,
    true,
    false,
  ])
  expect(enters('hall', response())).toBe(true)
  first.emit('close')
  expect([enters('lobby', response()), enters('lobby', response())]).toEqual([true, false])
})
