import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createLogger } from '@akari/node-kit'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type Agent, startAgent } from '../agent.ts'
import { ANY_CONTENT, NO_BATTERY, paired, QUICK, stateOf, temporaryFolder, until } from '../testing/agent-under-test.ts'
import { CmsPeer } from '../testing/cms-peer.ts'
import { someAlert } from '../testing/samples.ts'

let right: CmsPeer
let wrong: CmsPeer
let folder: string
let agent: Agent
let lines: string[]

beforeEach(async () => {
  right = new CmsPeer()
  wrong = new CmsPeer()
  await right.up()
  await wrong.up()
  folder = await temporaryFolder()
  lines = []
  agent = await start()
  await paired(agent, right)
})
afterEach(async () => {
  await agent.close()
  await right.down()
  await wrong.down()
})

describe('a player that a wrong CMS called revoked', () => {
  it('shows a code, and is itself again untouched as soon as the right CMS answers', async () => {
    await right.down()
    await until(agent, ({ pairing }) => pairing.state === 'waiting' && pairing.code === wrong.pairings[0]?.code)
    await expect.poll(onDisk).toMatchObject({ revoked: true, displayId: 'lobby-1f', keys: right.keys })
    await right.up()
    await until(agent, ({ pairing, link }) => pairing.state === 'paired' && link.state === 'online')
    right.issue('live', right.sign('live', 10, [someAlert()]))
    await until(agent, ({ alerts }) => alerts.live?.state.revision === 10)
    expect(await onDisk()).toMatchObject({ revoked: false, displayId: 'lobby-1f', keys: right.keys })
    expect(right.pairings).toHaveLength(1)
  })

  it('says once who called it revoked, and once that this was undone', async () => {
    await right.down()
    await until(agent, ({ pairing }) => pairing.state === 'waiting')
    await expect.poll(() => triesAt(wrong)).toBeGreaterThan(2)
    await right.up()
    await until(agent, ({ pairing, link }) => pairing.state === 'paired' && link.state === 'online')
    const heard = lines.filter((line) => line.includes('display-revoked'))
    expect(heard).toHaveLength(1)
    expect(heard[0]).toContain(wrong.url)
    const undone = lines.filter((line) => line.includes('revocation undone'))
    expect(undone).toHaveLength(1)
    expect(undone[0]).toContain(right.url)
    await expect.poll(() => right.healths.at(-1)?.faults.map(({ code }) => code)).not.toContain('display-revoked')
  })

  it('is itself again after a restart in between', async () => {
    await right.down()
    await until(agent, ({ pairing }) => pairing.state === 'waiting')
    await expect.poll(onDisk).toMatchObject({ revoked: true })
    await agent.close()
    agent = await start()
    await until(agent, ({ pairing }) => pairing.state === 'waiting')
    await right.up()
    await until(agent, ({ pairing, link }) => pairing.state === 'paired' && link.state === 'online')
  })

  it('belongs to the other CMS for good once staff confirm its code', async () => {
    await right.down()
    await until(agent, ({ pairing }) => pairing.state === 'waiting')
    wrong.displayId = 'gate-2f'
    await paired(agent, wrong)
    await right.up()
    const before = right.requests.length
    await new Promise((resolve) => setTimeout(resolve, 3 * QUICK.revokedRetryMs))
    expect(right.requests.slice(before)).toEqual([])
    expect((await stateOf(agent)).pairing).toMatchObject({ state: 'paired', displayId: 'gate-2f' })
    expect(await onDisk()).toMatchObject({ revoked: false, displayId: 'gate-2f', keys: wrong.keys })
  })
})

describe('a player that its own CMS unpaired', () => {
  it('stays unpaired however often it tries', async () => {
    right.revoke()
    await until(agent, ({ pairing }) => pairing.state === 'waiting')
    const before = triesAt(right)
    await expect.poll(() => triesAt(right) - before, { timeout: 5_000 }).toBeGreaterThan(2)
    expect((await stateOf(agent)).pairing.state).toBe('waiting')
    expect(await onDisk()).toMatchObject({ revoked: true })
  })
})

/** An agent that prefers one CMS and turns to the other when the first does not answer. */
async function start(): Promise<Agent> {
  const config = {
    cmsUrls: [right.url, wrong.url],
    dataFolder: folder,
    port: 0,
    screenFolder: folder,
    supervised: false,
    rebootCommand: null,
    logLevel: 'info',
    content: ANY_CONTENT,
    power: NO_BATTERY,
    panel: { kind: 'none' },
    relay: { lan: null, folder: null },
    streets: 'auto',
    timing: QUICK,
  } as const
  return await startAgent(config, {
    log: createLogger('test', { level: 'info', destination: { write: (line) => void lines.push(line) } }),
  })
}

const triesAt = (peer: CmsPeer) => peer.requests.filter((line) => line === 'POST /api/player/challenge').length

async function onDisk(): Promise<unknown> {
  const [json = ''] = (await readFile(join(folder, 'state', 'pinning.json'), 'utf8')).split('\n')
  return JSON.parse(json)
}
