import { type Look, LookOrder, type LookReport } from '@akari/protocol'
import { afterEach, beforeEach, expect, it } from 'vitest'
import type { Agent } from '../agent.ts'
import { agentFor, paired, temporaryFolder, until } from '../testing/agent-under-test.ts'
import { CmsPeer } from '../testing/cms-peer.ts'
import { someAlert } from '../testing/samples.ts'

let peer: CmsPeer
let agent: Agent

beforeEach(async () => {
  peer = new CmsPeer()
  await peer.up()
  agent = await agentFor(peer, await temporaryFolder())
  await paired(agent, peer)
})
afterEach(async () => {
  await agent.close()
  await peer.down()
})

const post = (body: string, headers: Record<string, string> = {}) =>
  fetch(`${agent.url}/look`, { method: 'POST', body, headers })
const ask = async (report: LookReport) => LookOrder.parse(await (await post(JSON.stringify(report))).json())
const whole = (revision: number): Look => ({
  states: [{ channel: 'live', shape: 'takeover', epoch: 1, revision, found: 4, parts: 4, field: 'whole' }],
  trouble: null,
})
const seen = () =>
  peer.acknowledgements.map(({ acknowledgement }) => acknowledgement).filter(({ kind }) => kind === 'seen')

it('tells a host to look when an alert arrives, and the CMS what it saw', async () => {
  const order = ask({ look: null })
  peer.issue('live', peer.sign('live', 10, [someAlert()]))
  expect(await order).toEqual({ look: true })
  const next = ask({ look: whole(9) })
  expect(await next).toEqual({ look: true })
  expect(seen()).toEqual([])
  void ask({ look: whole(10) }).catch(() => undefined) // held until the next look in ten seconds: the agent ends first
  await expect.poll(seen).toMatchObject([{ kind: 'seen', channel: 'live', epoch: 1, revision: 10 }])
})

it('reports in the health that what is held is not on the glass', async () => {
  peer.issue('live', peer.sign('live', 10, [someAlert()]))
  await until(agent, (state) => state.alerts.live !== null)
  const blank: Look = { states: [], trouble: null }
  const faults = () => peer.healths.at(-1)?.faults.map(({ code }) => code) ?? []
  await expect
    .poll(
      async () => {
        await ask({ look: blank })
        return faults()
      },
      { timeout: 10_000 },
    )
    .toContain('alert-not-seen')
  void ask({ look: whole(10) }).catch(() => undefined)
  await expect.poll(faults).not.toContain('alert-not-seen')
})

it('refuses what is no look, and pages of other origins', async () => {
  expect((await post('{')).status).toBe(400)
  expect((await post(JSON.stringify({ look: { states: 'all', trouble: null } }))).status).toBe(400)
  expect((await post(JSON.stringify({ look: null }), { origin: 'http://example.com' })).status).toBe(403)
  expect((await fetch(`${agent.url}/state`, { method: 'POST', body: '{}' })).status).toBe(405)
})
