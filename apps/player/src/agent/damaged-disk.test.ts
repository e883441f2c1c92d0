import { chmod, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Agent } from './agent.ts'
import { agentFor, paired, stateOf, temporaryFolder, until } from './testing/agent-under-test.ts'
import { CmsPeer } from './testing/cms-peer.ts'
import { someAlert, someProgramme } from './testing/samples.ts'

let peer: CmsPeer
let folder: string
let agent: Agent

beforeEach(async () => {
  peer = new CmsPeer()
  await peer.up()
  folder = await temporaryFolder()
})
afterEach(async () => {
  await agent.close()
  await peer.down()
})

const state = (name: string) => join(folder, 'state', name)
const faults = () => peer.healths.at(-1)?.faults.map(({ code }) => code) ?? []

/** A player that was online, with an emergency and a programme, and has stopped. */
async function stopped(): Promise<void> {
  agent = await agentFor(peer, folder)
  await paired(agent, peer)
  peer.publish(someProgramme(1, []))
  peer.issue('live', peer.sign('live', 10, [someAlert()]))
  await expect.poll(() => peer.acknowledgements.some(({ acknowledgement: a }) => a.revision === 10)).toBe(true)
  await until(agent, ({ programme }) => programme !== null)
  await expect.poll(() => readdir(join(folder, 'state'))).toContain('alerts-live.json.copy')
  await expect.poll(() => readdir(join(folder, 'state'))).toContain('clock.json')
  await agent.close()
}

describe('a player whose files were damaged', () => {
  it('starts whatever has become of them, and is told again what it lost', async () => {
    await stopped()
    const names = await readdir(join(folder, 'state'))
    for (const [n, name] of names.entries()) {
      await rm(state(name), { recursive: true, force: true })
      if (n % 2 === 0) await mkdir(join(state(name), 'x'), { recursive: true })
      else await writeFile(state(name), Buffer.from([0, 255, n, 10, 13, 0x7b]))
    }
    await rm(join(folder, 'plays'), { recursive: true })
    await writeFile(join(folder, 'plays'), 'not a folder')
    agent = await agentFor(peer, folder)
    await until(agent, ({ pairing }) => pairing.state === 'waiting')
    peer.confirm()
    await until(agent, ({ alerts }) => alerts.live?.state.revision === 10)
    await expect.poll(faults).toEqual(expect.arrayContaining(['pinning-damaged', 'identity-damaged']))
  })

  it('has its emergency, its pairing and its own key from the second copies, without the CMS', async () => {
    await stopped()
    await peer.down()
    for (const name of ['alerts-live.json', 'pinning.json', 'identity.json']) {
      const bytes = await readFile(state(name))
      bytes.writeUInt8(bytes.readUInt8(40) ^ 1, 40)
      await writeFile(state(name), bytes)
    }
    agent = await agentFor(peer, folder)
    const after = await stateOf(agent)
    expect(after.alerts.live?.state.alerts.map(({ id }) => id)).toEqual(['quake-1'])
    expect(after.pairing.state).toBe('paired')
    expect(await readdir(join(folder, 'state'))).toEqual(
      expect.arrayContaining(['alerts-live.json.corrupt', 'pinning.json.corrupt', 'identity.json.corrupt']),
    )
    await peer.up()
    await expect
      .poll(faults)
      .toEqual(expect.arrayContaining(['saved-alert-mended', 'pinning-mended', 'identity-mended']))
    // The CMS took its login: nobody has to pair it again.
    expect(peer.pairings).toHaveLength(1)
    await agent.close()
    // Whole again, both of them.
    for (const name of ['alerts-live.json', 'pinning.json', 'identity.json'])
      expect(await readFile(state(name))).toEqual(await readFile(state(`${name}.copy`)))
    agent = await agentFor(peer, folder)
  })

  it('shows what it is told although nothing can be kept', async () => {
    const file = join(folder, 'in-the-way')
    await writeFile(file, '')
    await chmod(file, 0o400)
    agent = await agentFor(peer, join(file, 'data'))
    await paired(agent, peer)
    peer.issue('live', peer.sign('live', 10, [someAlert()]))
    await until(agent, ({ alerts }) => alerts.live?.state.revision === 10)
    await expect.poll(faults).toEqual(expect.arrayContaining(['data-folder', 'identity-not-saved', 'alert-not-saved']))
  })
})
