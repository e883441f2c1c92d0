import { type ChildProcess, spawn } from 'node:child_process'
import { createServer } from 'node:http'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { paired, stateOf, temporaryFolder, until } from './testing/agent-under-test.ts'
import { CmsPeer } from './testing/cms-peer.ts'
import { someAlert, someProgramme } from './testing/samples.ts'

let peer: CmsPeer
let folder: string
let port: number
const children: ChildProcess[] = []

/** The agent as it really runs: `node main.ts`. */
function start(environment: Record<string, string> = {}) {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'main.ts')], {
    env: {
      ...process.env,
      AKARI_CMS_URLS: peer.url,
      AKARI_AGENT_DATA: folder,
      AKARI_AGENT_PORT: String(port),
      AKARI_LOG: 'silent',
      AKARI_RELAY: 'off',
      ...environment,
    },
  })
  children.push(child)
  const exit = new Promise<number | null>((resolve) => child.once('exit', resolve))
  let complaint = ''
  child.stderr.on('data', (data: Buffer) => {
    complaint += data.toString('utf8')
  })
  const url = `http://127.0.0.1:${port}`
  return { child, exit, url, close: async () => {}, complaint: () => complaint }
}

/** Waits until it answers at all. */
const answering = ({ url }: { url: string }) => until({ url }, () => true, 10_000)

beforeEach(async () => {
  peer = new CmsPeer()
  await peer.up()
  folder = await temporaryFolder()
  port = await freePort()
})
afterEach(async () => {
  for (const child of children.splice(0)) child.kill('SIGKILL')
  await peer.down()
})

describe('the agent’s process', () => {
  // The promise is about a display; a machine that builds something else at the same time gets a second try.
  it('killed in an emergency and started with the CMS down has it back within 3 seconds', { retry: 1 }, async () => {
    const first = start()
    await answering(first)
    await paired(first, peer)
    peer.publish(someProgramme(1, []))
    peer.issue('live', peer.sign('live', 10, [someAlert()]))
    await expect
      .poll(() => peer.acknowledgements.filter(({ acknowledgement }) => acknowledgement.revision === 10))
      .toHaveLength(1)
    await until(first, (state) => state.programme !== null)
    first.child.kill('SIGKILL')
    await first.exit
    await peer.down()
    const startedAt = performance.now()
    const second = start()
    await answering(second)
    const state = await stateOf(second)
    expect(performance.now() - startedAt).toBeLessThan(3_000)
    expect(state.alerts.live?.state.alerts.map(({ id }) => id)).toEqual(['quake-1'])
  })

  it.each(['SIGTERM', 'SIGINT'] as const)('ends by itself on %s', async (signal) => {
    const agent = start()
    await answering(agent)
    await paired(agent, peer)
    agent.child.kill(signal)
    expect(await agent.exit).toBe(0)
  })

  it('names the setting that cannot be used and exits with 1', async () => {
    const agent = start({ AKARI_AGENT_PORT: 'eighty' })
    expect(await agent.exit).toBe(1)
    expect(agent.complaint()).toMatch(/^AKARI_AGENT_PORT: .+\n$/)
  })

  it('says in one line that its port is taken', async () => {
    const first = start()
    await answering(first)
    const second = start()
    expect(await second.exit).toBe(1)
    expect(second.complaint().trim().split('\n')).toHaveLength(1)
    expect(second.complaint()).toContain(String(port))
  })
})

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  await new Promise((resolve) => server.close(resolve))
  if (address === null || typeof address === 'string') throw new Error('not listening')
  return address.port
}
