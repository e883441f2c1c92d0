import { existsSync } from 'node:fs'
import { readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Agent } from '../agent.ts'
import { agentFor, paired, QUICK, screenOf, stateOf, temporaryFolder, until } from '../testing/agent-under-test.ts'
import { CmsPeer } from '../testing/cms-peer.ts'
import { someAlert, someProgramme } from '../testing/samples.ts'

let peer: CmsPeer
let folder: string
let agent: Agent

beforeEach(async () => {
  peer = new CmsPeer()
  await peer.up()
  folder = await temporaryFolder()
  agent = await agentFor(peer, folder)
})
afterEach(async () => {
  await agent.close()
  await peer.down()
})

describe('a new player', () => {
  it('shows a code and the same six digits as the console', async () => {
    await until(agent, (state) => state.pairing.state === 'waiting')
    const { pairing } = await stateOf(agent)
    expect(pairing).toMatchObject({ code: peer.pairings[0]?.code, digits: peer.digits(), consoleUrl: peer.url })
  })

  it('reveals its nonce only after it has seen the one of the CMS', async () => {
    await until(agent, (state) => state.pairing.state === 'waiting')
    const first = peer.requests.slice(0, 2)
    expect(first).toEqual(['POST /api/pairing/requests', 'POST /api/pairing/requests/request-1/reveal'])
  })

  it('pins the keys staff confirmed, readable by itself only, and stays paired after a restart', async () => {
    await paired(agent, peer)
    const pinning = join(folder, 'state', 'pinning.json')
    await expect
      .poll(async () => JSON.parse((await readFile(pinning, 'utf8')).split('\n')[0] ?? '') as unknown)
      .toEqual({
        displayId: 'lobby-1f',
        keys: peer.keys,
        revoked: false,
        keysRevision: peer.manifest().revision,
        retired: { live: [], drill: [] },
        manifest: peer.signedManifest,
      })
    expect((await stat(pinning)).mode & 0o777).toBe(0o600)
    expect((await stat(join(folder, 'state', 'identity.json'))).mode & 0o777).toBe(0o600)
    await agent.close()
    agent = await agentFor(peer, folder)
    await until(agent, (state) => state.link.state === 'online')
    expect((await stateOf(agent)).pairing.state).toBe('paired')
    expect(peer.pairings).toHaveLength(1)
  })

  it('asks for a new code when the old one expired', async () => {
    await until(agent, (state) => state.pairing.state === 'waiting')
    const [first] = peer.pairings
    if (first !== undefined) first.state = 'expired'
    const next = await until(agent, ({ pairing }) => pairing.state === 'waiting' && pairing.code !== first?.code)
    expect(next.pairing).toMatchObject({ code: peer.pairings[1]?.code, digits: peer.digits() })
  })

  it('tells staff the size of its glass, in the request after the screen has said it', async () => {
    await until(agent, (state) => state.pairing.state === 'waiting')
    expect(peer.pairings[0]?.request.screen).toBeNull()
    const screen = await screenOf(agent)
    screen.say({ type: 'screen.opened', widthPx: 1080, heightPx: 1920 })
    const [first] = peer.pairings
    if (first !== undefined) first.state = 'expired'
    await expect.poll(() => peer.pairings[1]?.request.screen).toEqual({ widthPx: 1080, heightPx: 1920 })
    screen.close()
  })

  it('waits a moment for a screen that is still starting, so that the first code has the size', async () => {
    await agent.close()
    const other = new CmsPeer()
    await other.up()
    agent = await agentFor(other, await temporaryFolder(), { timing: { ...QUICK, screenWaitMs: 10_000 } })
    const screen = await screenOf(agent)
    expect(other.pairings).toEqual([])
    screen.say({ type: 'screen.opened', widthPx: 3840, heightPx: 2160 })
    await until(agent, (state) => state.pairing.state === 'waiting')
    expect(other.pairings[0]?.request.screen).toEqual({ widthPx: 3840, heightPx: 2160 })
    screen.close()
    await other.down()
  })

  it('keeps asking while the CMS is down', async () => {
    await peer.down()
    await agent.close()
    agent = await agentFor(peer, await temporaryFolder())
    expect((await stateOf(agent)).pairing).toEqual({ state: 'contacting' })
    await peer.up()
    await until(agent, (state) => state.pairing.state === 'waiting')
  })
})

describe('a paired player', () => {
  it('logs in again when its session is gone', async () => {
    await paired(agent, peer)
    peer.expireTokens()
    const before = peer.requests.length
    await expect.poll(() => peer.requests.slice(before)).toContain('POST /api/player/session')
    expect(peer.pairings).toHaveLength(1)
  })

  it('asks to be paired again when it was revoked, with everything still on the glass', async () => {
    await paired(agent, peer)
    peer.publish(someProgramme(1, []))
    peer.issue('live', peer.sign('live', 10, [someAlert()]))
    await until(agent, (state) => state.programme !== null && state.alerts.live?.state.revision === 10)
    peer.revoke()
    await until(agent, (state) => state.pairing.state === 'waiting')
    const state = await stateOf(agent)
    expect(state.programme?.revision).toBe(1)
    expect(state.alerts.live?.state.alerts).toHaveLength(1)
  })

  it('still has the emergency after a restart while revoked, and is itself again when paired again', async () => {
    await paired(agent, peer)
    peer.issue('live', peer.sign('live', 10, [someAlert()]))
    await until(agent, (state) => state.alerts.live?.state.revision === 10)
    await expect.poll(() => existsSync(join(folder, 'state', 'alerts-live.json'))).toBe(true)
    peer.revoke()
    await until(agent, (state) => state.pairing.state === 'waiting')
    await agent.close()
    agent = await agentFor(peer, folder)
    await paired(agent, peer)
    expect((await stateOf(agent)).alerts.live?.state.revision).toBe(10)
  })

  it('drops what the former CMS said when it is paired with another one', async () => {
    await paired(agent, peer)
    peer.issue('live', peer.sign('live', 10, [someAlert()]))
    await until(agent, (state) => state.alerts.live?.state.revision === 10)
    const other = new CmsPeer()
    await other.up()
    try {
      peer.revoke()
      await until(agent, (state) => state.pairing.state === 'waiting')
      await agent.close()
      agent = await agentFor(other, folder)
      await paired(agent, other)
      const state = await until(agent, ({ alerts }) => alerts.live?.state.revision === 1)
      expect(state.alerts.live?.state.alerts).toEqual([])
    } finally {
      await agent.close()
      await other.down()
    }
  })
})
