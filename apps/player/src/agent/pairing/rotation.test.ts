import { createKeyPair, signAlertState, signKeyManifest } from '@akari/node-kit'
import { AlertState } from '@akari/protocol'
import { afterEach, beforeEach, expect, it } from 'vitest'
import type { Agent } from '../agent.ts'
import { agentFor, paired, stateOf, temporaryFolder, until } from '../testing/agent-under-test.ts'
import { CmsPeer } from '../testing/cms-peer.ts'
import { someAlert } from '../testing/samples.ts'

let peer: CmsPeer
let folder: string
let agent: Agent

beforeEach(async () => {
  peer = new CmsPeer()
  await peer.up()
  folder = await temporaryFolder()
  agent = await agentFor(peer, folder)
  await paired(agent, peer)
})
afterEach(async () => {
  await agent.close()
  await peer.down()
})

const live = async () => (await stateOf(agent)).alerts.live?.state
const holds = (revision: number) => until(agent, ({ alerts }) => alerts.live?.state.revision === revision)
const faults = () => peer.healths.at(-1)?.faults.map(({ code }) => code) ?? []
async function savedAs(revision: number): Promise<void> {
  const answers = () => peer.acknowledgements.map(({ acknowledgement: { kind, revision: to } }) => `${kind} ${to}`)
  await expect.poll(answers).toContain(`received ${revision}`)
}

it('believes the new key and no longer the old one, with the emergency on the glass all the while', async () => {
  peer.issue('live', peer.sign('live', 10, [someAlert()]))
  await holds(10)
  const old = peer.live
  peer.rotate('live')
  peer.issue('live', peer.sign('live', 12, [someAlert()]))
  await holds(12)
  const forged = { ...AlertState.parse(JSON.parse(peer.sign('live', 20, []).payload)) }
  peer.push(signAlertState(forged, old.privateKey))
  await expect.poll(faults).toContain('alert-rejected')
  expect((await live())?.alerts).toHaveLength(1)
})

it('learns of a rotation that happened while it was off, and shows what the old key signed until then', async () => {
  peer.issue('live', peer.sign('live', 10, [someAlert()]))
  await savedAs(10)
  await agent.close()
  peer.rotate('live')
  agent = await agentFor(peer, folder)
  expect((await live())?.alerts.map(({ id }) => id)).toEqual(['quake-1'])
  await until(agent, (state) => state.link.state === 'online')
  peer.issue('live', peer.sign('live', 11, []))
  await holds(11)
})

it('brings back after a restart what the former key signed before the rotation', async () => {
  peer.issue('live', peer.sign('live', 10, [someAlert()]))
  await savedAs(10)
  peer.rotate('live')
  peer.issue('drill', peer.sign('drill', 5, []))
  await until(agent, ({ alerts }) => alerts.drill?.state.revision === 5)
  await agent.close()
  await peer.down()
  agent = await agentFor(peer, folder)
  expect((await live())?.alerts.map(({ id }) => id)).toEqual(['quake-1'])
  await peer.up()
})

it('learns of a rotation over HTTP when the socket carries nothing', async () => {
  peer.mute = true
  await until(agent, (state) => state.link.state === 'offline')
  peer.rotate('live')
  peer.envelopes.live = peer.sign('live', 10, [someAlert()])
  expect((await holds(10)).alerts.live?.state.alerts).toHaveLength(1)
})

it('refuses an earlier manifest, however genuine, so that a stolen old key stays useless', async () => {
  const [stolen, earlier] = [peer.live, peer.signedManifest]
  peer.rotate('live')
  peer.issue('live', peer.sign('live', 10, [someAlert()]))
  await holds(10)
  peer.pushKeys(earlier)
  await expect.poll(faults).toContain('keys-rejected')
  const state = AlertState.parse(JSON.parse(peer.sign('live', 20, []).payload))
  peer.push(signAlertState(state, stolen.privateKey))
  await agent.close()
  agent = await agentFor(peer, folder)
  await until(agent, ({ link }) => link.state === 'online')
  peer.pushKeys(earlier)
  peer.push(signAlertState(state, stolen.privateKey))
  peer.issue('live', peer.sign('live', 11, [someAlert()]))
  await holds(11)
})

it('refuses manifests that the pinned identity did not sign, and ones that give both channels one key', async () => {
  const intruder = createKeyPair()
  const keys = { ...peer.keys, live: intruder.publicKey }
  const manifest = peer.manifest({ keys, revision: 1_000 })
  const forged = signKeyManifest(manifest, intruder.privateKey)
  peer.pushKeys(forged)
  peer.pushKeys({ ...forged, key: peer.keys.identity })
  peer.pushKeys({ ...peer.signedManifest, payload: JSON.stringify(manifest) })
  peer.pushKeys(signKeyManifest(manifest, peer.live.privateKey))
  await expect.poll(faults).toContain('keys-rejected')
  const state = AlertState.parse(JSON.parse(peer.sign('live', 20, []).payload))
  peer.push(signAlertState(state, intruder.privateKey))
  peer.push(signAlertState({ ...state, revision: 21 }, peer.drill.privateKey))
  peer.issue('live', peer.sign('live', 11, [someAlert()]))
  await holds(11)
})
