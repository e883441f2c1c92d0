import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { signAlertState } from '@akari/node-kit'
import type { AlertState } from '@akari/protocol'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Agent } from '../agent.ts'
import { agentFor, paired, screenOf, stateOf, temporaryFolder, until } from '../testing/agent-under-test.ts'
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

const liveRevision = async () => (await stateOf(agent)).alerts.live?.state.revision
const acknowledged = (kind: string, revision: number) =>
  peer.acknowledgements.filter(
    ({ acknowledgement: a }) => a.kind === kind && a.revision === revision && a.channel === 'live',
  )

describe('an alert state', () => {
  it('is on the glass at once, then saved, then acknowledged', async () => {
    const screen = await screenOf(agent)
    peer.issue('live', peer.sign('live', 10, [someAlert()]))
    await expect.poll(() => screen.states.some((state) => state.alerts.live?.state.revision === 10)).toBe(true)
    await expect.poll(() => acknowledged('received', 10)).toHaveLength(1)
    expect(acknowledged('received', 10)[0]).toMatchObject({ over: 'socket', acknowledgement: { saved: true } })
    expect(await readFile(join(folder, 'state', 'alerts-live.json'), 'utf8')).toContain('quake-1')
    screen.close()
  })

  it('is shown although the disk does not take it, and the CMS is told so', async () => {
    const file = join(folder, 'state', 'alerts-live.json')
    // The first state may be on its way to the disk at this moment.
    await vi.waitFor(async () => {
      await rm(file, { recursive: true, force: true })
      await mkdir(join(file, 'in-the-way'), { recursive: true })
    })
    peer.issue('live', peer.sign('live', 10, [someAlert()]))
    await until(agent, (state) => state.alerts.live?.state.revision === 10)
    await expect.poll(() => acknowledged('received', 10)[0]?.acknowledgement).toMatchObject({ saved: false })
    await expect.poll(() => peer.healths.at(-1)?.faults.map(({ code }) => code)).toContain('alert-not-saved')
    // Room again: it is kept after all, and the CMS hears of that, too.
    await rm(file, { recursive: true, force: true })
    await expect.poll(() => acknowledged('received', 10).at(-1)?.acknowledgement).toMatchObject({ saved: true })
    expect(await readFile(file, 'utf8')).toContain('quake-1')
    await expect.poll(() => peer.healths.at(-1)?.faults.map(({ code }) => code)).not.toContain('alert-not-saved')
  })

  it('that is forged, altered or of the wrong channel changes nothing and is reported', async () => {
    peer.issue('live', peer.sign('live', 10, [someAlert()]))
    await until(agent, (state) => state.alerts.live?.state.revision === 10)
    const good = peer.sign('live', 20, [])
    const state: AlertState = JSON.parse(good.payload)
    const drill: AlertState = { ...state, channel: 'drill', revision: 30 }
    peer.push(signAlertState(state, new CmsPeer().live.privateKey))
    peer.push({ ...good, payload: good.payload.replace('"revision":20', '"revision":21') })
    peer.push({ ...signAlertState(state, peer.drill.privateKey), key: peer.live.publicKey })
    peer.push(signAlertState(state, peer.drill.privateKey))
    peer.push(signAlertState(drill, peer.live.privateKey))
    peer.push({ payload: 'x', signature: 'y', key: 'z' })
    await expect.poll(() => peer.healths.at(-1)?.faults.map(({ code }) => code)).toContain('alert-rejected')
    expect((await stateOf(agent)).alerts.drill?.state.revision).toBe(1)
    // Had any of them been believed, this one would be too old.
    peer.issue('live', peer.sign('live', 11, []))
    await until(agent, (next) => next.alerts.live?.state.revision === 11)
  })

  it('that is older or repeated is ignored, however it comes', async () => {
    const newer = peer.sign('live', 20, [someAlert()])
    peer.issue('live', newer)
    await expect.poll(() => acknowledged('received', 20)).toHaveLength(1)
    peer.push(peer.sign('live', 19, []))
    peer.push(newer)
    peer.issue('drill', peer.sign('drill', 5, []))
    await until(agent, (state) => state.alerts.drill?.state.revision === 5)
    expect(await liveRevision()).toBe(20)
    // An answer to the repetition would have gone out before this one.
    peer.issue('live', peer.sign('live', 21, []))
    await expect.poll(() => acknowledged('received', 21)).toHaveLength(1)
    expect(acknowledged('received', 20)).toHaveLength(1)
  })

  it('of a CMS whose database was put back is obeyed: a higher epoch wins over a higher revision', async () => {
    peer.issue('live', peer.sign('live', 5_000, [someAlert()]))
    await until(agent, (state) => state.alerts.live?.state.revision === 5_000)
    peer.issue('live', peer.sign('live', 100, [], { epoch: 2 }))
    const state = await until(agent, ({ alerts }) => alerts.live?.state.epoch === 2)
    expect(state.alerts.live?.state).toMatchObject({ revision: 100, alerts: [] })
  })

  it('arrives over HTTP when the socket is open and carries nothing', async () => {
    peer.mute = true
    await until(agent, (state) => state.link.state === 'offline')
    peer.envelopes.live = peer.sign('live', 10, [someAlert()])
    await until(agent, (state) => state.alerts.live?.state.revision === 10)
    await expect.poll(() => acknowledged('received', 10)[0]?.over).toBe('http')
  })
})

describe('the saved state', () => {
  it('is back before any network after a restart with the CMS down', async () => {
    peer.issue('live', peer.sign('live', 10, [someAlert()]))
    await expect.poll(() => acknowledged('received', 10)).toHaveLength(1)
    await agent.close()
    await peer.down()
    agent = await agentFor(peer, folder)
    const state = await stateOf(agent)
    expect(state.alerts.live?.state.alerts.map(({ id }) => id)).toEqual(['quake-1'])
    expect(state.pairing.state).toBe('paired')
    expect(state.link.state).toBe('offline')
    expect(state.clock.trust).toBe('holdover')
  })

  it('is not believed when somebody changed it on the disk', async () => {
    peer.issue('live', peer.sign('live', 10, [someAlert()]))
    const copy = join(folder, 'state', 'alerts-live.json.copy')
    await expect.poll(() => readFile(copy, 'utf8').catch(() => '')).toContain('quake-1')
    await agent.close()
    await peer.down()
    for (const name of ['alerts-live.json', 'alerts-live.json.copy']) {
      const path = join(folder, 'state', name)
      const [json = ''] = (await readFile(path, 'utf8')).split('\n')
      await writeFile(path, `${json.replace('quake-1', 'quake-9')}\n`)
    }
    agent = await agentFor(peer, folder)
    expect((await stateOf(agent)).alerts.live).toBe(null)
  })
})

describe('what the screen painted', () => {
  const shown = (revision: number) => ({
    type: 'alert.shown' as const,
    acknowledgement: {
      kind: 'shown' as const,
      channel: 'live' as const,
      epoch: 1,
      revision,
      at: new Date().toISOString(),
    },
  })

  it('is forwarded once, and never for a state it was not given', async () => {
    peer.issue('live', peer.sign('live', 10, [someAlert()]))
    await until(agent, (state) => state.alerts.live?.state.revision === 10)
    const screen = await screenOf(agent)
    screen.say(shown(11))
    screen.say(shown(10))
    screen.say(shown(10))
    await expect.poll(() => acknowledged('shown', 10)).toHaveLength(1)
    peer.issue('live', peer.sign('live', 12, []))
    await expect.poll(() => acknowledged('received', 12)).toHaveLength(1)
    expect(acknowledged('shown', 10)).toHaveLength(1)
    expect(acknowledged('shown', 11)).toHaveLength(0)
    screen.close()
  })

  it('waits on the disk while the CMS is down, over a restart, and is uploaded afterwards', async () => {
    peer.issue('live', peer.sign('live', 10, [someAlert()]))
    await expect.poll(() => acknowledged('received', 10)).toHaveLength(1)
    await peer.down()
    const screen = await screenOf(agent)
    screen.say(shown(10))
    const outbox = join(folder, 'state', 'acknowledgements.jsonl')
    await expect.poll(() => readFile(outbox, 'utf8').catch(() => '')).toContain('"shown"')
    screen.close()
    await agent.close()
    agent = await agentFor(peer, folder)
    await peer.up()
    await expect.poll(() => acknowledged('shown', 10)[0]?.over).toBe('http')
    await expect.poll(() => readFile(outbox, 'utf8').catch(() => 'gone')).toBe('gone')
  })
})
