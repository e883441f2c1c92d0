import { agentFor, paired, QUICK, stateOf, temporaryFolder, until } from '@akari/player/agent/testing/agent-under-test'
import { CmsPeer } from '@akari/player/agent/testing/cms-peer'
import { someAlert } from '@akari/player/agent/testing/samples'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type FaultProxy, startFaultProxy } from './player/fault-proxy.ts'

const PATIENCE = { timeout: 20_000 }

let peer: CmsPeer
let first: FaultProxy
let agent: Awaited<ReturnType<typeof agentFor>>

beforeEach(async () => {
  peer = new CmsPeer()
  await peer.up()
  first = await startFaultProxy(new URL(peer.url), Math.random)
})
afterEach(async () => {
  await agent.close()
  await first.close()
  await peer.down()
})

const online = async (timing: Partial<typeof QUICK>) => {
  agent = await agentFor(peer, await temporaryFolder(), {
    cmsUrls: [first.url, peer.url],
    timing: { ...QUICK, alertPollOnlineMs: 600_000, ...timing },
  })
  await paired(agent, peer)
  await expect.poll(() => peer.healths.at(-1)?.link, PATIENCE).toMatchObject({ path: 'socket', server: first.url })
}
const acknowledged = (revision: number) =>
  peer.acknowledgements.flatMap(({ over, acknowledgement: a }) =>
    a.kind === 'received' && a.revision === revision ? [over] : [],
  )

describe('a first address that takes everything and answers nothing', () => {
  it('is doubted before it is given up: the emergency comes by the second, and is acknowledged there', async () => {
    await online({ probeTimeoutMs: 600_000 })
    first.set('half-open')
    peer.issue('live', peer.sign('live', 10, [someAlert()]))
    await until(agent, ({ alerts }) => alerts.live?.state.revision === 10, PATIENCE.timeout)
    await expect.poll(() => acknowledged(10), PATIENCE).toEqual(['http'])
    expect((await stateOf(agent)).link.state).toBe('online')
  })

  it('is given up for the second, on which pushes arrive', async () => {
    await online({ probeTimeoutMs: 600 })
    first.set('half-open')
    await expect.poll(() => peer.healths.at(-1)?.link, PATIENCE).toMatchObject({ path: 'socket', server: peer.url })
    peer.issue('live', peer.sign('live', 11, [someAlert()]))
    await expect.poll(() => acknowledged(11), PATIENCE).toEqual(['socket'])
  })
})
