import { createSocket, type Socket } from 'node:dgram'
import { createServer, type RequestListener, type Server } from 'node:http'
import { connect } from 'node:net'
import { sha256Text, signAlertState } from '@akari/node-kit'
import { AlertState, type CarriedAlerts, type SignedAlertState } from '@akari/protocol'
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import type { Agent } from '../agent.ts'
import { agentFor, paired, QUICK, stateOf, temporaryFolder, until } from '../testing/agent-under-test.ts'
import { CmsPeer } from '../testing/cms-peer.ts'
import { someAlert } from '../testing/samples.ts'
import { type Offer, writeOffer } from './offer.ts'

const GROUP = '239.255.112.119'
let cms: CmsPeer
let agent: Agent
let port: number
let genuine = 1_000
let host = 10
const neighbours: Neighbour[] = []

/** Somebody on the network, at an address of its own. */
class Neighbour {
  readonly address = `127.0.0.${(host += 1)}`
  /** How often it was asked for alerts, and how often what it has. */
  requests = 0
  knocks = 0
  /** What was sent to it alone. */
  datagrams = 0
  #http: Server
  #udp: Socket = createSocket('udp4')
  #port = 0

  constructor(answer: RequestListener) {
    this.#http = createServer((request, response) => {
      if (request.url === '/offers') this.knocks += 1
      else this.requests += 1
      answer(request, response)
    })
    neighbours.push(this)
  }

  async up(): Promise<this> {
    await new Promise<void>((resolve) => this.#http.listen(0, this.address, resolve))
    const bound = this.#http.address()
    if (bound === null || typeof bound === 'string') throw new Error('not listening')
    this.#port = bound.port
    await new Promise<void>((resolve) => this.#udp.bind(0, this.address, resolve))
    this.#udp.setMulticastInterface('127.0.0.1')
    this.#udp.on('message', () => {
      this.datagrams += 1
    })
    return this
  }

  made(changes: Partial<Offer>): Offer {
    const usual = {
      akari: 'relay.2',
      cms: cms.identity.publicKey,
      channel: 'live',
      epoch: 1,
      hash: '0'.repeat(64),
    } as const
    return { ...usual, revision: 999_999, port: this.#port, ...changes }
  }

  offer(changes: Partial<Offer>): void {
    this.say(writeOffer(this.made(changes)))
  }

  say(datagram: Buffer): void {
    this.#udp.send(datagram, port, GROUP)
  }

  close(): void {
    this.#http.closeAllConnections()
    this.#http.close()
    this.#udp.close()
  }
}

async function neighbour(answer: RequestListener): Promise<Neighbour> {
  return await new Neighbour(answer).up()
}

/** One that serves this envelope, and its offer of it under the revision it claims. */
async function serving(envelope: SignedAlertState, revision: number) {
  const text = JSON.stringify({ akari: 'alerts.1', live: envelope } satisfies CarriedAlerts)
  const one = await neighbour((_request, response) => response.end(text))
  return { one, offer: () => one.offer({ revision, hash: sha256Text(text) }) }
}

/** The agent still listens, and what it held was not touched: a true one comes through within five seconds. */
async function honestComesThrough(): Promise<void> {
  genuine += 1
  const { one, offer } = await serving(cms.sign('live', genuine, [someAlert({ id: `true-${genuine}` })]), genuine)
  expect((await stateOf(agent)).alerts.live?.state.revision).toBe(genuine - 1)
  const calling = setInterval(offer, 200)
  const { alerts } = await until(agent, (state) => state.alerts.live?.state.revision === genuine).finally(() =>
    clearInterval(calling),
  )
  expect(alerts.live?.state.alerts.map(({ id }) => id)).toEqual([`true-${genuine}`])
  expect(one.requests).toBe(1)
}

const faults = () => cms.healths.at(-1)?.faults ?? []
const detailOf = (code: string) => faults().find((fault) => fault.code === code)?.detail ?? ''

beforeAll(async () => {
  cms = new CmsPeer()
  await cms.up()
  port = await freePort()
  const lan = { group: GROUP, port, addresses: ['127.0.0.1'], neighbours: [] }
  // Nobody is asked anew beside the first time, so that questions can be counted; hedged.test.ts is about that.
  const timing = { ...QUICK, askAgainMs: 60_000 }
  agent = await agentFor(cms, await temporaryFolder(), { relay: { lan, folder: null }, timing })
  await paired(agent, cms)
  cms.issue('live', cms.sign('live', genuine, [someAlert()]))
  await until(agent, ({ alerts }) => alerts.live?.state.revision === genuine)
})
afterEach(() => {
  for (const one of neighbours.splice(0)) one.close()
})
afterAll(async () => {
  await agent.close()
  await cms.down()
})

const drillSigned = () =>
  signAlertState(AlertState.parse(JSON.parse(cms.sign('live', 999_999, [someAlert()]).payload)), cms.drill.privateKey)

const WORTHLESS: [what: string, make: () => SignedAlertState][] = [
  ['one that another city’s CMS signed', () => new CmsPeer().sign('live', 999_999, [someAlert()])],
  [
    'one whose words were changed',
    () => ({ ...cms.sign('live', 999_999, []), payload: cms.sign('live', 999_998, []).payload }),
  ],
  ['a live state that the drill key signed', drillSigned],
  ['a genuine one of before under a new number', () => cms.sign('live', 50, [someAlert({ id: 'old' })])],
]
it.each(WORTHLESS)('asks once, shows nothing and reports it when a neighbour serves %s', async (_what, make) => {
  const { one, offer } = await serving(make(), 999_999)
  for (let i = 0; i < 10; i += 1) offer()
  await expect.poll(() => detailOf('relay-peer')).toContain(one.address)
  for (let i = 0; i < 10; i += 1) offer()
  await honestComesThrough()
  expect(one.requests).toBe(1)
})

it('does not even ask one of another city, one that offers what is held, or one that speaks nonsense', async () => {
  const one = await neighbour((_request, response) => response.end('{}'))
  one.offer({ cms: new CmsPeer().identity.publicKey })
  one.offer({ revision: genuine })
  one.offer({ epoch: 1, revision: genuine - 1 })
  one.offer({ port: 22 })
  one.say(Buffer.from('{"akari":'))
  one.say(Buffer.alloc(1_400, 'x'))
  await expect.poll(() => detailOf('relay-peer')).toContain(one.address)
  await honestComesThrough()
  expect(one.requests).toBe(0)
})

it('cuts off a neighbour that never stops sending, one that dawdles, and one that sends it elsewhere', async () => {
  let sent = 0
  const endless = await neighbour((_request, response) => {
    const more = () => {
      while (!response.destroyed && response.write('x'.repeat(64 * 1024))) sent += 64 * 1024
    }
    response.on('drain', more)
    more()
  })
  let open = 0
  const slow = await neighbour((_request, response) => {
    open += 1
    response.write('{')
    response.on('close', () => {
      open -= 1
    })
  })
  const elsewhere = await neighbour((_request, response) =>
    response.writeHead(302, { location: `${agent.url}/state` }).end(),
  )
  for (const one of [endless, slow, elsewhere]) one.offer({})
  await expect.poll(() => [endless, slow, elsewhere].map(({ requests }) => requests)).toEqual([1, 1, 1])
  await honestComesThrough()
  await expect.poll(() => open, { timeout: 3_500 }).toBe(0)
  // What the agent reads, and what fits into the sockets' buffers between.
  expect(sent).toBeLessThan(20 * 1024 * 1024)
})

it('goes on answering its screen during a flood, reports who sends it, and hears the honest after it', async () => {
  const flooder = await neighbour((_request, response) => response.destroy())
  const slowest: number[] = []
  const end = performance.now() + 1_500
  while (performance.now() < end) {
    for (let i = 0; i < 200; i += 1) flooder.offer({ revision: 1_000_000 + i })
    const asked = performance.now()
    await stateOf(agent)
    slowest.push(performance.now() - asked)
  }
  expect(Math.max(...slowest)).toBeLessThan(1_000)
  await expect.poll(() => detailOf('relay-flood')).toContain(flooder.address)
  expect(flooder.requests).toBeLessThanOrEqual(2)
  await honestComesThrough()
})

it('answers no datagram to its sender, so that it makes no small question large', async () => {
  const asker = await neighbour((_request, response) => response.end('{}'))
  for (let i = 0; i < 50; i += 1) asker.offer({ revision: 1 })
  asker.say(Buffer.alloc(100, 'x'))
  await honestComesThrough()
  expect(asker.datagrams).toBe(0)
})

it('serves three documents to whoever asks, and nothing else, to nobody too often or too long', async () => {
  const at = `http://127.0.0.1:${port}`
  expect(await (await fetch(`${at}/alerts/drill`)).json()).toEqual({
    akari: 'alerts.1',
    keys: cms.signedManifest,
    drill: cms.envelopes.drill,
  })
  for (const path of ['/state', '/', '/alerts', '/alerts/live/../../state', '/files/x'])
    expect((await fetch(`${at}${path}`)).status).toBe(404)
  expect((await fetch(`${at}/alerts/live`, { method: 'POST', body: 'x' })).status).toBe(405)

  const dawdlers = Array.from({ length: 12 }, () => connect(port, '127.0.0.1'))
  let closed = 0
  for (const socket of dawdlers) {
    socket.on('error', () => {})
    socket.on('close', () => {
      closed += 1
    })
    socket.write('GET /alerts/live HTTP/1.1\r\n')
  }
  await expect.poll(() => closed).toBeGreaterThanOrEqual(8)
  await expect.poll(() => closed, { timeout: 4_500 }).toBe(12)

  const statuses: number[] = []
  // Enough for one window, even if they fall into two.
  for (let i = 0; i < 85; i += 1) statuses.push((await fetch(`${at}/alerts/live`)).status)
  expect(statuses).toContain(429)
})

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '0.0.0.0', resolve))
  const bound = server.address()
  await new Promise((resolve) => server.close(resolve))
  if (bound === null || typeof bound === 'string') throw new Error('not listening')
  return bound.port
}

// The last: those of the crowd that wait to be asked would keep an honest stranger waiting after it.
it('hears a display that it knows while a crowd of made-up ones claims something newer and never serves it', async () => {
  genuine += 1
  const text = JSON.stringify({
    akari: 'alerts.1',
    live: cms.sign('live', genuine, [someAlert()]),
  } satisfies CarriedAlerts)
  const offer = { revision: genuine, hash: sha256Text(text) }
  const known = await neighbour((request, response) => {
    if (request.url !== '/offers') return void response.end(text)
    response.end(JSON.stringify({ offers: [known.made({ revision: genuine - 1 })] }))
  })
  known.offer({ revision: genuine - 1 })
  await expect.poll(() => known.knocks, { timeout: 15_000 }).toBeGreaterThan(0)
  const crowd: Neighbour[] = []
  for (let i = 0; i < 120; i += 1) crowd.push(await neighbour(() => {}))
  const claiming = setInterval(() => {
    for (const one of crowd) one.offer({ epoch: 9 })
  }, 500)
  await expect.poll(() => crowd.filter(({ requests }) => requests > 0).length).toBeGreaterThan(2)
  const calling = setInterval(() => known.offer(offer), 200)
  const { alerts } = await until(agent, (state) => state.alerts.live?.state.revision === genuine, 15_000)
  clearInterval(claiming)
  clearInterval(calling)
  expect(alerts.live?.state.alerts.map(({ id }) => id)).toEqual(['quake-1'])
  // Never all at once, and not even in turn: who disappoints rests.
  expect(crowd.filter(({ requests }) => requests > 0).length).toBeLessThan(crowd.length)
})
