import { once } from 'node:events'
import { type IncomingHttpHeaders, request } from 'node:http'
import { connect } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { WebSocket } from 'ws'
import type { Agent } from '../agent.ts'
import { agentFor, paired, stateOf, temporaryFolder } from '../testing/agent-under-test.ts'
import { CmsPeer } from '../testing/cms-peer.ts'

let peer: CmsPeer
let agent: Agent

beforeAll(async () => {
  peer = new CmsPeer()
  await peer.up()
  agent = await agentFor(peer, await temporaryFolder())
  await paired(agent, peer)
})
afterAll(async () => {
  await agent.close()
  await peer.down()
})

const port = (): number => Number(new URL(agent.url).port)
const faults = () => peer.healths.at(-1)?.faults ?? []

type Asked = { method?: string; path?: string; headers?: IncomingHttpHeaders; body?: string }

/** `fetch` neither lets anybody lie about Host nor sends a path that is none. */
function statusOf({ method = 'GET', path = '/state', headers = {}, body }: Asked): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    request({ hostname: '127.0.0.1', port: port(), path, method, headers }, (response) => {
      response.resume()
      resolve(response.statusCode)
    })
      .on('error', reject)
      .end(body)
  })
}

/** Writes bytes as they are and gives back everything that is answered until the other side hangs up. */
async function rawly(bytes: string): Promise<string> {
  const socket = connect(port(), '127.0.0.1')
  let answered = ''
  socket.on('data', (chunk) => {
    answered += String(chunk)
  })
  socket.on('error', () => undefined) // hanging up early is an answer, too
  socket.write(bytes)
  await new Promise((resolve) => socket.once('close', resolve))
  return answered
}

describe('what comes from elsewhere is refused, and staff read of it', () => {
  it.each([
    ['a name that was bound anew to this machine', { host: 'rebound.example:8090' }, /host rebound\.example:8090/],
    ['no name of ours', { host: '0.0.0.0' }, /host 0\.0\.0\.0,/],
    ['a page elsewhere', { origin: 'https://evil.example' }, /origin https:\/\/evil\.example/],
    ['a page without an origin', { origin: 'null' }, /origin null/],
  ])('%s', async (_who, headers, told) => {
    expect(await statusOf({ headers })).toBe(403)
    const detail = expect.stringMatching(told)
    await expect.poll(faults).toContainEqual(expect.objectContaining({ code: 'foreign-request', detail }))
  })

  it.each([
    ['a picture on a page elsewhere', { 'sec-fetch-site': 'cross-site', 'sec-fetch-dest': 'image' }],
    ['a page of another port of this machine', { 'sec-fetch-site': 'same-site', 'sec-fetch-mode': 'no-cors' }],
    ['a frame', { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'iframe' }],
    ['a worker that would stay', { 'service-worker': 'script', 'sec-fetch-site': 'same-origin' }],
  ])('%s', async (_who, headers) => {
    expect(await statusOf({ headers })).toBe(403)
  })

  it('a link to the page itself may be followed from anywhere', async () => {
    const headers = { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'document' }
    expect(await statusOf({ path: '/', headers })).toBe(200)
  })

  it('a socket of another page, or to another place', async () => {
    for (const [path, origin] of [
      ['/link', 'http://127.0.0.1:1'],
      ['/link?x', agent.url],
      ['/state', agent.url],
    ] as const) {
      const socket = new WebSocket(`${agent.url.replace('http', 'ws')}${path}`, { origin })
      const [error] = await once(socket, 'error')
      expect(String(error)).toContain('403')
    }
  })
})

describe('what is no proper request breaks nothing', () => {
  it.each(['//', '//evil.example/', 'http://[', 'http://evil.example/state', '/%', '*'])(
    'the address %s',
    async (path) => {
      expect(await statusOf({ path, headers: { host: `127.0.0.1:${port()}` } })).toBeOneOf([400, 404])
    },
  )

  it.each(['PUT', 'DELETE', 'PATCH', 'OPTIONS', 'TRACE', 'PROPFIND'])('the method %s', async (method) => {
    expect(await statusOf({ method })).toBe(405)
  })

  it.each(['/look', '/host', '/power', '/refused', '/mended'])('a body of another shape for %s', async (path) => {
    expect(await statusOf({ method: 'POST', path, body: '{"what":1}' })).toBe(400)
    expect(await statusOf({ method: 'POST', path, body: 'what' })).toBe(400)
  })

  it('bodies that would fill the memory', async () => {
    const length = 4 * 1024 ** 3
    const asked = ['/look', '/host', '/power', '/refused', '/mended'].map((path) =>
      rawly(`POST ${path} HTTP/1.1\r\nHost: 127.0.0.1:${port()}\r\nContent-Length: ${length}\r\n\r\n{"what":`),
    )
    for (const answer of await Promise.all(asked)) expect(answer).toContain('HTTP/1.1 400')
  })

  it('requests that never end', async () => {
    const ours = `Host: 127.0.0.1:${port()}\r\n`
    const dribbled = await Promise.all([
      rawly('GET /state HTTP/1.1\r\n'),
      rawly(`POST /power HTTP/1.1\r\n${ours}Content-Length: 20\r\n\r\n{"source"`),
      rawly(`POST /host HTTP/1.1\r\n${ours}Transfer-Encoding: chunked\r\n\r\n5\r\n{"a":`),
    ])
    expect(dribbled.map((answer) => answer.slice(0, 12))).toEqual([
      'HTTP/1.1 408',
      'HTTP/1.1 408',
      expect.stringMatching(/^HTTP\/1.1 4/),
    ])
  })

  it('headers without end, and bytes that are no HTTP at all', async () => {
    expect(await rawly(`GET / HTTP/1.1\r\nX: ${'x'.repeat(100_000)}\r\n\r\n`)).toContain('431')
    expect(await rawly('\x16\x03\x01\x02\x00\x01')).toContain('400')
    expect(await rawly('CONNECT evil.example:443 HTTP/1.1\r\nHost: evil.example\r\n\r\n')).toBe('')
  })

  it('somebody who hangs up while being refused', async () => {
    for (let turn = 0; turn < 20; turn += 1) {
      const socket = connect(port(), '127.0.0.1')
      socket.on('error', () => undefined)
      await once(socket, 'connect')
      socket.write('GET /link HTTP/1.1\r\nHost: evil.example\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n\r\n')
      socket.resetAndDestroy()
    }
    expect((await stateOf(agent)).pairing.state).toBe('paired')
  })
})

it('what the host did to keep a picture on the glass is in the report', async () => {
  const told = await fetch(`${agent.url}/mended`, { method: 'POST', body: '{"what":"rendererGone"}' })
  expect(told.status).toBe(204)
  await expect.poll(faults).toContainEqual(expect.objectContaining({ code: 'glass:rendererGone' }))
})

it('what the host refused to the page is in the report', async () => {
  expect(await statusOf({ method: 'POST', path: '/refused', body: '{"what":"anything"}' })).toBe(400)
  const told = await fetch(`${agent.url}/refused`, { method: 'POST', body: '{"what":"download"}' })
  expect(told.status).toBe(204)
  await expect.poll(faults).toContainEqual(expect.objectContaining({ code: 'refused:download' }))
})
