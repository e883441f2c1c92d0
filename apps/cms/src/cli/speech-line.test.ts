import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { expect, it, onTestFinished } from 'vitest'
import { type WebSocket as Served, WebSocketServer } from 'ws'
import { CliError } from './say.ts'
import { sendSpeech } from './speech-line.ts'

const RESTART = 1012

/** A server that takes speech, and ends the first line after its first message as `end` says. */
async function listener(end: (socket: Served) => void) {
  const server = new WebSocketServer({ port: 0, host: '127.0.0.1' })
  onTestFinished(() => server.close())
  const state = { lines: 0, heard: new Array<Buffer>() }
  server.on('connection', (socket) => {
    state.lines += 1
    const isFirst = state.lines === 1
    socket.on('message', (data: Buffer) => {
      state.heard.push(data)
      if (isFirst) end(socket)
    })
  })
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  const connect = () => Promise.resolve(new WebSocket(`ws://127.0.0.1:${port}`))
  return { state, connect }
}

/** A second of speech, in pieces that cut samples in half. */
async function* speech(): AsyncGenerator<Buffer> {
  const whole = Buffer.from(Uint8Array.from({ length: 32_000 }, (_, i) => i % 251))
  for (let at = 0; at < whole.length; at += 777) {
    yield whole.subarray(at, at + 777)
    await new Promise((next) => setImmediate(next))
  }
}

const deps = { signal: new AbortController().signal, monotonicMs: () => performance.now() }

it('opens a line that broke again, says so, and goes on with whole samples', async () => {
  const { state, connect } = await listener((socket) => socket.close(RESTART, 'restarting'))
  const said: string[] = []
  expect(await sendSpeech(speech(), { ...deps, connect, say: (line) => said.push(line) })).toBeCloseTo(1)
  await expect.poll(() => state.heard.at(-1)?.length).toBeGreaterThan(0)
  for (const piece of state.heard) expect(piece.length % 2).toBe(0)
  expect(said.length).toBeGreaterThan(0)
})

it('ends with the server’s word where it refuses', async () => {
  const problem = { type: 'about:blank', title: '聞き取りが設定されていません', status: 422, code: 'caption-refused' }
  const { connect } = await listener((socket) => {
    socket.send(JSON.stringify(problem))
    socket.close(1008)
  })
  await expect(sendSpeech(speech(), { ...deps, connect, say: () => {} })).rejects.toThrow(CliError)
})

it('sends no faster than is spoken, but for a few seconds ahead', async () => {
  const { state, connect } = await listener(() => {})
  const stop = new AbortController()
  async function* endless(): AsyncGenerator<Buffer> {
    for (;;) yield Buffer.alloc(6400)
  }
  // A clock that stands: no more is ever spoken.
  const sending = sendSpeech(endless(), { connect, say: () => {}, signal: stop.signal, monotonicMs: () => 0 })
  await expect.poll(() => state.heard.length).toBe(25)
  stop.abort()
  expect(await sending).toBeCloseTo(5)
  expect(state.heard).toHaveLength(25)
})
