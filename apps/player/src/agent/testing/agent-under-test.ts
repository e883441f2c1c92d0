import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createLogger } from '@akari/node-kit'
import { AgentMessage, type FeedSnapshot, PlayerState, type ScreenMessage } from '@akari/protocol'
import { afterAll, expect, vi } from 'vitest'
import { WebSocket } from 'ws'
import { type Agent, type AgentDeps, startAgent } from '../agent.ts'
import type { AgentConfig } from '../config.ts'
import type { CmsPeer } from './cms-peer.ts'

export const QUICK: AgentConfig['timing'] = {
  alertPollOfflineMs: 100,
  alertPollOnlineMs: 400,
  programmePollMs: 300,
  screenWaitMs: 50,
  screenRequestMs: 1_000,
  pairingPollMs: 50,
  revokedRetryMs: 300,
  healthMs: 150,
  playsMs: 200,
  probeMs: 200,
  doubtMs: 150,
  probeTimeoutMs: 300,
  reconnectCapMs: 200,
  alertFolderMs: 100,
  askAgainMs: 350,
}

const folders: string[] = []
afterAll(async () => {
  for (const folder of folders.splice(0)) await rm(folder, { recursive: true, force: true, maxRetries: 3 })
})

/** An empty folder, gone after the last test of the file that asked for it. */
export async function temporaryFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'akari-agent-'))
  folders.push(folder)
  return folder
}

/** As if the machine had no battery, whatever it has. */
export const NO_BATTERY: AgentConfig['power'] = {
  sensors: [],
  supplyFolder: '/nowhere',
  batteryMinutes: 60,
  shutDown: null,
}

/** Content at any time, as fast as it comes, as much as fits. */
export const ANY_CONTENT: AgentConfig['content'] = {
  bytesPerSecond: null,
  window: null,
  budgetBytes: null,
  reserveBytes: 0,
}

/** A real agent on a port of its own, hurried up. */
export async function agentFor(
  peer: { url: string },
  dataFolder: string,
  changes: Partial<AgentConfig> = {},
  deps: Partial<AgentDeps> = {},
) {
  const screenFolder = await temporaryFolder()
  await writeFile(join(screenFolder, 'index.html'), '<!doctype html><title>screen</title>')
  const config = {
    cmsUrls: [peer.url],
    dataFolder,
    port: 0,
    screenFolder,
    supervised: false,
    rebootCommand: null,
    logLevel: 'silent',
    content: ANY_CONTENT,
    power: NO_BATTERY,
    panel: { kind: 'none' },
    relay: { lan: null, folder: null },
    streets: 'auto',
    timing: QUICK,
    ...changes,
  } as const
  return await startAgent(config, { log: createLogger('test', { level: 'silent' }), ...deps })
}

export async function stateOf(agent: Pick<Agent, 'url'>): Promise<PlayerState> {
  return PlayerState.parse(await (await fetch(`${agent.url}/state`)).json())
}

/** Waits until the agent's state is as wanted, and gives it back. */
export async function until(
  agent: Pick<Agent, 'url'>,
  wanted: (state: PlayerState) => boolean,
  timeout = 5_000,
): Promise<PlayerState> {
  return await vi.waitFor(
    async () => {
      const state = await stateOf(agent)
      expect(state).toSatisfy(wanted)
      return state
    },
    { timeout, interval: 20 },
  )
}

/** Brings an agent and a CMS through pairing, as staff would. */
export async function paired(agent: Pick<Agent, 'url'>, peer: CmsPeer): Promise<void> {
  await until(agent, (state) => state.pairing.state === 'waiting')
  peer.confirm()
  await until(agent, (state) => state.pairing.state === 'paired' && state.link.state === 'online')
}

/** A screen: collects the states it is sent, and the feeds beside them, and can answer. */
export async function screenOf(agent: Agent, origin = agent.url) {
  const socket = new WebSocket(`${agent.url.replace('http', 'ws')}/link`, { origin })
  const states: PlayerState[] = []
  const feeds: FeedSnapshot[] = []
  socket.on('message', (data: Buffer) => {
    const message = AgentMessage.parse(JSON.parse(data.toString('utf8')))
    if (message.type === 'player.state') states.push(message.state)
    if (message.type === 'player.feeds') feeds.push(...message.feeds)
  })
  await new Promise((resolve, reject) => socket.once('open', resolve).once('error', reject))
  return {
    states,
    feeds,
    say: (message: ScreenMessage) => socket.send(JSON.stringify(message)),
    raw: (text: string) => socket.send(text),
    close: () => socket.terminate(),
  }
}
