import { createSocket } from 'node:dgram'
import { rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { signAlertState } from '@akari/node-kit'
import { AlertState, type CarriedAlerts } from '@akari/protocol'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Agent } from '../agent.ts'
import { agentFor, paired, temporaryFolder, until } from '../testing/agent-under-test.ts'
import { CmsPeer } from '../testing/cms-peer.ts'
import { someAlert } from '../testing/samples.ts'

const GROUP = '239.255.112.119'
let peer: CmsPeer
let stick: string
let agents: Agent[]

/** Three displays of one CMS, which then goes away; the first has a place for sticks. */
beforeAll(async () => {
  peer = new CmsPeer()
  await peer.up()
  stick = await temporaryFolder()
  const port = await freeUdpPort()
  agents = []
  for (const folder of [stick, null, null]) {
    const lan = { group: GROUP, port, addresses: ['127.0.0.1'], neighbours: [] }
    const agent = await agentFor(peer, await temporaryFolder(), { relay: { lan, folder } })
    agents.push(agent)
    await paired(agent, peer)
    await until(agent, ({ alerts }) => alerts.live !== null && alerts.drill !== null)
  }
  await peer.down()
  for (const agent of agents) await until(agent, ({ link }) => link.state === 'offline')
}, 20_000)

afterAll(async () => {
  for (const agent of agents) await agent.close()
})

/** As a file manager does it: what is half copied has another name. */
async function putOnStick(name: string, content: Omit<CarriedAlerts, 'akari'>): Promise<void> {
  await writeFile(join(stick, `${name}.part`), JSON.stringify({ akari: 'alerts.1', ...content }))
  await rename(join(stick, `${name}.part`), join(stick, name))
}

it('shows within five seconds on every display what one was told by a file, without a CMS', async () => {
  const start = performance.now()
  await putOnStick('quake.json', { live: peer.sign('live', 100, [someAlert()]) })
  for (const agent of agents) {
    const { link, alerts } = await until(agent, (state) => state.alerts.live?.state.revision === 100)
    expect(link.state).toBe('offline')
    expect(alerts.live?.state.alerts.map(({ id }) => id)).toEqual(['quake-1'])
  }
  expect(performance.now() - start).toBeLessThan(5_000)
})

it('passes the all-clear and a drill on as well, each on its own channel', async () => {
  await putOnStick('both.json', { live: peer.sign('live', 101, []), drill: peer.sign('drill', 7, [someAlert()]) })
  for (const agent of agents) {
    const state = await until(agent, ({ alerts }) => alerts.drill?.state.revision === 7)
    await until(agent, ({ alerts }) => alerts.live?.state.revision === 101)
    expect(state.alerts.drill?.state.channel).toBe('drill')
  }
})

it('passes a renewed key on with what it signed, to displays that were told neither', async () => {
  peer.rotate('live')
  await putOnStick('rotated.json', { keys: peer.signedManifest, live: peer.sign('live', 102, [someAlert()]) })
  for (const agent of agents) {
    const { alerts } = await until(agent, (state) => state.alerts.live?.state.revision === 102)
    expect(alerts.live?.state.alerts).toHaveLength(1)
  }
})

it('does not go back to an earlier key, whoever offers it', async () => {
  const [stolen, earlier] = [peer.live, peer.signedManifest]
  peer.rotate('live')
  await putOnStick('again.json', { keys: peer.signedManifest, live: peer.sign('live', 103, []) })
  for (const agent of agents) await until(agent, ({ alerts }) => alerts.live?.state.revision === 103)
  const forged = AlertState.parse(JSON.parse(peer.sign('live', 999, [someAlert()]).payload))
  await putOnStick('stolen.json', { keys: earlier, live: signAlertState(forged, stolen.privateKey) })
  await putOnStick('after.json', { live: peer.sign('live', 104, []) })
  for (const agent of agents) {
    const { alerts } = await until(agent, (state) => state.alerts.live?.state.revision === 104)
    expect(alerts.live?.state.alerts).toEqual([])
  }
})

async function freeUdpPort(): Promise<number> {
  const socket = createSocket('udp4')
  await new Promise<void>((resolve) => socket.bind(0, resolve))
  const { port } = socket.address()
  await new Promise<void>((resolve) => socket.close(resolve))
  return port
}
