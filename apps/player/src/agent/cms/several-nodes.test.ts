import { createServer } from 'node:http'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Agent } from '../agent.ts'
import { agentFor, paired, stateOf, temporaryFolder } from '../testing/agent-under-test.ts'
import { CmsPeer } from '../testing/cms-peer.ts'
import { cmsServers } from './servers.ts'

describe('cmsServers', () => {
  it('stays with a node while it answers and moves on when it does not', () => {
    const servers = cmsServers(['http://a', 'http://b'])
    expect(servers.current()).toBe('http://a')
    servers.failed('http://a')
    expect(servers.current()).toBe('http://b')
    servers.failed('http://a')
    expect(servers.current()).toBe('http://b')
    servers.failed('http://b')
    expect(servers.current()).toBe('http://a')
  })
})

describe('a player with two CMS nodes', () => {
  let peer: CmsPeer
  let agent: Agent
  beforeEach(async () => {
    peer = new CmsPeer()
    await peer.up()
    const dead = await closedPort()
    agent = await agentFor(peer, await temporaryFolder(), { cmsUrls: [`http://127.0.0.1:${dead}`, peer.url] })
  })
  afterEach(async () => {
    await agent.close()
    await peer.down()
  })

  it('pairs and stays online although the first one is dead', async () => {
    await paired(agent, peer)
    expect((await stateOf(agent)).link.state).toBe('online')
  })
})

async function closedPort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  await new Promise((resolve) => server.close(resolve))
  if (address === null || typeof address === 'string') throw new Error('not listening')
  return address.port
}
