import { signAlertState, signBytes } from '@akari/node-kit'
import { ALERT_SIGNING_CONTEXT, type AlertState, type SignedAlertState } from '@akari/protocol'
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
  peer.issue('live', peer.sign('live', 100, [someAlert()]))
  await until(agent, ({ alerts }) => alerts.live?.state.revision === 100)
})
afterEach(async () => {
  await agent.close()
  await peer.down()
})

const deep = (levels: number) => '['.repeat(levels) + ']'.repeat(levels)
const state = (changes: Partial<AlertState> = {}): AlertState => ({
  channel: 'live',
  epoch: 1,
  revision: 200,
  issuedAt: '2026-11-22T09:00:00+09:00',
  alerts: [],
  ...changes,
})
/** A text as the CMS's live key would sign it, whatever it says. */
const signedText = (payload: string): SignedAlertState => ({
  payload,
  signature: signBytes(ALERT_SIGNING_CONTEXT + payload, peer.live.privateKey),
  key: peer.live.publicKey,
})

const signedByLive = (changes: Partial<AlertState> = {}) => signAlertState(state(changes), peer.live.privateKey)
const tooMany = () => Array.from({ length: 201 }, (_, i) => someAlert({ id: `a-${i}` }))

const HOSTILE: [what: string, make: () => unknown][] = [
  ['nothing at all', () => undefined],
  ['a number', () => 7],
  ['an object without a text', () => ({ payload: {} })],
  [
    'the signature of another state',
    () => ({ ...signedByLive(), signature: signedByLive({ revision: 201 }).signature }),
  ],
  ['the key of nobody', () => signAlertState(state(), new CmsPeer().live.privateKey)],
  ['a live state that the drill key signed', () => signAlertState(state(), peer.drill.privateKey)],
  [
    'one of the drill key under the name of the live key',
    () => ({ ...signAlertState(state(), peer.drill.privateKey), key: peer.live.publicKey }),
  ],
  ['a drill state that the live key signed', () => signedByLive({ channel: 'drill' })],
  ['more than 512 kB, however well signed', () => signedText(`"${'x'.repeat(513 * 1024)}"`)],
  ['JSON nested 2 000 deep outside the signature', () => JSON.parse(`{"payload":${deep(2000)}}`) as unknown],
  ['JSON nested 100 000 deep inside the signature', () => signedText(deep(100_000))],
  ['a signed text that is no state', () => signedText('{"channel":"live","epoch":0}')],
  [
    'impossible numbers and times',
    () => signedText(JSON.stringify({ ...state(), revision: -1, issuedAt: 'yesterday' })),
  ],
  ['201 alerts in one state', () => signedText(JSON.stringify({ ...state(), alerts: tooMany() }))],
]

it.each(HOSTILE)('keeps the present screen, reports it and goes on when it is sent %s', async (_what, make) => {
  peer.push(make() as SignedAlertState)
  await expect.poll(() => peer.healths.at(-1)?.faults.map(({ code }) => code) ?? []).toContain('alert-rejected')
  expect((await stateOf(agent)).alerts.live?.state.alerts.map(({ id }) => id)).toEqual(['quake-1'])
  // Had it been believed, this one would be too old.
  peer.issue('live', peer.sign('live', 101, [someAlert()]))
  const held = await until(agent, ({ alerts }) => alerts.live?.state.revision === 101)
  expect(held.alerts.live?.state.alerts).toHaveLength(1)
})

it('ignores a state of an earlier epoch, whatever its revision', async () => {
  peer.issue('live', peer.sign('live', 10, [someAlert()], { epoch: 2 }))
  await until(agent, ({ alerts }) => alerts.live?.state.epoch === 2)
  peer.push(peer.sign('live', 9_999_999, [], { epoch: 1 }))
  peer.issue('live', peer.sign('live', 11, [someAlert()], { epoch: 2 }))
  const held = await until(agent, ({ alerts }) => alerts.live?.state.revision === 11)
  expect(held.alerts.live?.state).toMatchObject({ epoch: 2, alerts: [{ id: 'quake-1' }] })
})

it('remembers over a restart what it held, so that an older state replayed then changes nothing', async () => {
  const before = peer.sign('live', 90, [someAlert({ id: 'old-quake' })])
  await expect
    .poll(() => peer.acknowledgements.some(({ acknowledgement: a }) => a.kind === 'received' && a.revision === 100))
    .toBe(true)
  await agent.close()
  peer.envelopes.live = before
  agent = await agentFor(peer, folder)
  await until(agent, ({ link }) => link.state === 'online')
  peer.push(before)
  peer.issue('drill', peer.sign('drill', 5, []))
  const held = await until(agent, ({ alerts }) => alerts.drill?.state.revision === 5)
  expect(held.alerts.live?.state).toMatchObject({ revision: 100, alerts: [{ id: 'quake-1' }] })
})
