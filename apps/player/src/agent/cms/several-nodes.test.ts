import { createServer, type Server, type ServerResponse } from 'node:http'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Agent } from '../agent.ts'
import { agentFor, paired, stateOf, temporaryFolder, until } from '../testing/agent-under-test.ts'
import { CmsPeer } from '../testing/cms-peer.ts'
import { someAlert } from '../testing/samples.ts'
import { cmsServers } from './servers.ts'

const never = new AbortController().signal
const later = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

/** Addresses by how long they take to say that they are a CMS; null: they never answer. */
function someServers(delays: Record<string, number | null>) {
  const asked: string[] = []
  const [first = '', ...others] = Object.keys(delays)
  const servers = cmsServers([first, ...others], async (url, signal) => {
    asked.push(url)
    const ms = delays[url] ?? null
    if (ms !== null) await later(ms)
    else await new Promise((resolve) => signal.addEventListener('abort', resolve))
    return ms !== null
  })
  return { servers, asked, delays }
}

describe('cmsServers', () => {
  it('takes the first in the list that answers, and asks nobody else while that one works', async () => {
    const { servers, asked } = someServers({ a: 1, b: 1 })
    expect(await servers.chosen(never)).toBe('a')
    expect(await servers.chosen(never)).toBe('a')
    expect(asked).toEqual(['a'])
  })

  it('does not wait for an address that says nothing', async () => {
    const { servers } = someServers({ a: null, b: 10 })
    const startedAt = performance.now()
    expect(await servers.chosen(never)).toBe('b')
    expect(performance.now() - startedAt).toBeLessThan(2_000)
    expect(servers.current()).toBe('b')
  })

  it('moves on when the one that worked fails, and comes back to it only when it answers again', async () => {
    const { servers, delays } = someServers({ a: 1, b: 1 })
    await servers.chosen(never)
    delays['a'] = null
    servers.failed('a')
    servers.failed('a')
    expect(await servers.chosen(never)).toBe('b')
    servers.failed('b')
    delays['a'] = 1
    delays['b'] = null
    expect(await servers.chosen(never)).toBe('a')
  })

  it('gets through a list of which only the last answers', async () => {
    const { servers } = someServers({ a: null, b: 600_000, c: 1 })
    const race = servers.chosen(AbortSignal.timeout(50))
    expect(await race).toBe(null)
    const { servers: others } = someServers({ a: 1, b: 1, c: 1 })
    others.use('c')
    expect(await others.chosen(never)).toBe('c')
  })

  it('asks the only address there is without a race', async () => {
    const { servers, asked } = someServers({ a: null })
    servers.failed('a')
    expect(await servers.chosen(never)).toBe('a')
    expect(asked).toEqual([])
  })
})

describe('a player with two CMS nodes', () => {
  let peer: CmsPeer
  let agent: Agent
  const closing: (() => Promise<unknown>)[] = []
  beforeEach(async () => {
    peer = new CmsPeer()
    await peer.up()
  })
  afterEach(async () => {
    await agent.close()
    await peer.down()
    for (const close of closing.splice(0)) await close()
  })

  const withFirst = async (url: string) => {
    agent = await agentFor(peer, await temporaryFolder(), { cmsUrls: [url, peer.url] })
  }

  it('pairs and stays online although the first one is dead', async () => {
    await withFirst(`http://127.0.0.1:${await closedPort()}`)
    await paired(agent, peer)
    expect((await stateOf(agent)).link.state).toBe('online')
  })

  it.each([
    ['takes connections and never answers', () => undefined],
    ['is a proxy that shows a page', (res: ServerResponse) => void res.end('<h1>Welcome</h1>')],
    ['cannot reach its database', (res: ServerResponse) => void res.writeHead(503).end('{}')],
  ])('pairs with the second when the first %s', async (_what, answer) => {
    const server = createServer((_req, res) => answer(res))
    closing.push(
      () =>
        new Promise((resolve) => {
          server.closeAllConnections()
          server.close(resolve)
        }),
    )
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    await withFirst(`http://127.0.0.1:${portOf(server)}`)
    await paired(agent, peer)
    expect(await linkVitals(peer)).toMatchObject({ path: 'socket', server: peer.url, pushes: 'heard' })
  })
})

describe('pushes', () => {
  let peer: CmsPeer
  let agent: Agent
  beforeEach(async () => {
    peer = new CmsPeer()
    await peer.up()
    agent = await agentFor(peer, await temporaryFolder())
  })
  afterEach(async () => {
    await agent.close()
    await peer.down()
  })

  it('that do not arrive end a connection that answers every question, and alerts come over HTTP', async () => {
    await paired(agent, peer)
    peer.pushesLost = true
    peer.issue('live', peer.sign('live', 10, [someAlert()]))
    await until(agent, ({ link }) => link.state === 'offline')
    await until(agent, ({ alerts }) => alerts.live?.state.revision === 10)
    await expect.poll(() => peer.healths.at(-1)?.faults.map(({ code }) => code)).toContain('link-silent')
    peer.pushesLost = false
    await until(agent, ({ link }) => link.state === 'online')
  })

  it('are taken on trust from a CMS of before that has no echoes', async () => {
    peer.echoes = false
    await paired(agent, peer)
    expect(await linkVitals(peer)).toMatchObject({ path: 'socket', pushes: 'unknown' })
    await later(600)
    expect((await stateOf(agent)).link.state).toBe('online')
  })
})

async function linkVitals(peer: CmsPeer) {
  await expect.poll(() => peer.healths.at(-1)?.link?.path).toBe('socket')
  return peer.healths.at(-1)?.link
}

function portOf(server: Server): number {
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('not listening')
  return address.port
}

async function closedPort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const port = portOf(server)
  await new Promise((resolve) => server.close(resolve))
  return port
}
