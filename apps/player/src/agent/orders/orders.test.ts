import { access, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { HostOrder, type HostReport, type OrderKind } from '@akari/protocol'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import type { Agent, AgentDeps } from '../agent.ts'
import type { AgentConfig } from '../config.ts'
import { agentFor, paired, temporaryFolder, until } from '../testing/agent-under-test.ts'
import { CmsPeer } from '../testing/cms-peer.ts'
import type { CmsSession } from '../cms/session.ts'
import { carryOut, type DeedsDeps } from './deeds.ts'
import { hostDesk } from './host-desk.ts'
import { openOrderBook } from './order-book.ts'
import { startOrders } from './orders.ts'

const JPEG = Buffer.from([0xff, 0xd8, 0xff, 1]).toString('base64')
const NO_FAULTS = { report: () => {}, clear: () => {}, active: () => [] }

let peer: CmsPeer
let folder: string
let running: { close: () => Promise<void> }[]

beforeEach(async () => {
  peer = new CmsPeer()
  folder = await temporaryFolder()
  running = []
  await peer.up()
})
afterEach(async () => {
  for (const each of running.toReversed()) await each.close()
  await peer.down()
  await rm(folder, { recursive: true })
})

async function start(changes: Partial<AgentConfig> = {}, deps: Partial<AgentDeps> = {}): Promise<Agent> {
  const agent = await agentFor(peer, folder, changes, deps)
  running.push(agent)
  return agent
}

/** A host of the glass whose page is these bytes; says how often it was loaded anew. */
function hostOf(agent: Agent): { reloads: number } {
  const seen = { reloads: 0 }
  const stop = new AbortController()
  const serve = async (): Promise<void> => {
    let result: HostReport['result'] = null
    while (!stop.signal.aborted) {
      const headers = { 'content-type': 'application/json' }
      const request = { method: 'POST', headers, body: JSON.stringify({ result }), signal: stop.signal }
      const { task } = HostOrder.parse(await (await fetch(`${agent.url}/host`, request)).json())
      if (task === 'reload') seen.reloads += 1
      result = task === null ? null : task === 'reload' ? { task } : { task, jpeg: JPEG }
    }
  }
  const serving = serve().catch(() => undefined) // closing ends the question
  running.push({
    close: async () => {
      stop.abort()
      await serving
    },
  })
  return seen
}

function ask(...kinds: OrderKind[]): void {
  peer.wish({ orders: kinds.map((kind) => ({ id: `order-${kind}`, kind, expiresInMs: 60_000 })) })
}

const outcomes = () => peer.outcomes.map(({ id, outcome }) => [id.replace('order-', ''), outcome.state, outcome.detail])

it('sends a picture of the glass and its log when it is asked to, and loads the page anew', async () => {
  const agent = await start({}, { recentLog: () => ['{"msg":"agent listening"}'] })
  const seen = hostOf(agent)
  await paired(agent, peer)
  ask('screenshot', 'logs', 'reload', 'identify')
  await vi.waitFor(() => expect(outcomes()).toHaveLength(4), { timeout: 5000 })
  expect(outcomes()).toEqual(['screenshot', 'logs', 'reload', 'identify'].map((kind) => [kind, 'done', '']))
  expect(peer.pictures).toMatchObject([{ jpeg: JPEG }])
  expect(peer.logs).toMatchObject([{ lines: ['{"msg":"agent listening"}'] }])
  expect(seen.reloads).toBe(1)
  expect((await until(agent, ({ identify }) => identify != null)).identify?.untilMonotonicMs).toBeGreaterThan(0)
})

it('does each order once, however often it is asked for and whatever was restarted in between', async () => {
  const marker = join(folder, 'rebooted')
  const rebootCommand = [process.execPath, '-e', `fs.appendFileSync(${JSON.stringify(marker)}, 'x')`] as const
  const agent = await start({ rebootCommand: [...rebootCommand] })
  await paired(agent, peer)
  ask('reboot')
  await vi.waitFor(() => access(marker), { timeout: 5000 })
  expect(outcomes()).toEqual([['reboot', 'done', '']])
  await agent.close()
  await rm(marker)
  running.pop()
  const again = await start({ rebootCommand: [...rebootCommand] })
  await until(again, ({ link }) => link.state === 'online')
  ask('reboot', 'identify')
  await vi.waitFor(() => expect(outcomes()).toHaveLength(2), { timeout: 5000 })
  await expect(access(marker)).rejects.toThrow('ENOENT')
})

it('says what it is not set up for, and ends itself only where somebody starts it again', async () => {
  const restart = vi.fn<() => void>()
  const agent = await start({}, { restart })
  await paired(agent, peer)
  ask('restart', 'reboot', 'panel-off')
  await vi.waitFor(() => expect(outcomes()).toHaveLength(3), { timeout: 5000 })
  expect(outcomes()).toEqual([
    ['restart', 'unsupported', 'not-supervised'],
    ['reboot', 'unsupported', 'no-reboot-command'],
    ['panel-off', 'unsupported', 'no-panel-control'],
  ])
  expect(restart).not.toHaveBeenCalled()
  await agent.close()
  running.pop()
  const supervised = await start({ supervised: true }, { restart })
  await until(supervised, ({ link }) => link.state === 'online')
  peer.wish({ orders: [{ id: 'another', kind: 'restart', expiresInMs: 60_000 }] })
  await vi.waitFor(() => expect(restart).toHaveBeenCalledOnce(), { timeout: 5000 })
  expect(peer.outcomes.at(-1)).toEqual({ id: 'another', outcome: { state: 'done', detail: '' } })
})

it('tells of an order that a power cut interrupted that it failed, and begins none that it cannot write down', async () => {
  const path = join(folder, 'orders.json')
  const book = await openOrderBook(path, NO_FAULTS)
  expect(await book.begin({ id: 'a' })).toBe(true)
  expect(await book.begin({ id: 'a' })).toBe(false)
  const after = await openOrderBook(path, NO_FAULTS)
  expect(after.unreported()).toEqual([{ id: 'a', outcome: { state: 'failed', detail: 'interrupted' } }])
  await after.reported('a')
  expect((await openOrderBook(path, NO_FAULTS)).unreported()).toEqual([])
  await writeFile(join(folder, 'file'), '')
  const nowhere = await openOrderBook(join(folder, 'missing', 'orders.json'), NO_FAULTS)
  expect(await nowhere.begin({ id: 'b' })).toBe(false)
})

it('gives a task to the host again that was lost on the way, and up when nobody takes it', async () => {
  const desk = hostDesk(200)
  const signal = new AbortController().signal
  const asked = desk.ask('reload')
  expect(await desk.serve(null, signal)).toBe('reload')
  expect(await desk.serve(null, signal)).toBe('reload')
  void desk.serve({ task: 'reload' }, AbortSignal.timeout(10))
  expect(await asked).toEqual({ task: 'reload' })
  await expect(desk.ask('picture')).rejects.toThrow('nobody who holds the glass')
})

it('takes a picture by itself as often as is wanted, counted from the last one, also from one that was asked for', async () => {
  const minutes = { now: 0, every: 10 as number | null, asked: 0 }
  const taken: number[] = []
  const answered = (body: unknown, status = 200) => Promise.resolve({ state: 'answered' as const, status, body })
  const orders: { id: string; kind: OrderKind; expiresInMs: number }[] = []
  const session = {
    request: (path: string) => {
      if (path !== '/api/player/wishes') return answered(null, 204)
      minutes.asked += 1
      return answered({ orders: orders.splice(0), screenshotEveryMinutes: minutes.every })
    },
  } as unknown as CmsSession
  const nothing = (): never => {
    throw new Error('not asked for')
  }
  const loop = startOrders({
    session,
    book: await openOrderBook(join(folder, 'orders.json'), NO_FAULTS),
    faults: NO_FAULTS,
    log: () => [],
    now: () => '2026-11-20T03:00:00Z',
    monotonicMs: () => minutes.now * 60_000,
    waitMs: () => 1,
    failed: nothing,
    host: {
      ask: () => {
        taken.push(minutes.now)
        return Promise.resolve({ task: 'picture' as const, jpeg: JPEG })
      },
    } as unknown as ReturnType<typeof hostDesk>,
    identify: nothing,
    restart: null,
    rebootCommand: null,
    panel: null,
    emergencySinceMs: () => null,
    clearCache: nothing,
  })
  running.push(loop)
  /** Lets the display ask twice, so that whatever follows from this minute is done. */
  const at = async (minute: number): Promise<void> => {
    minutes.now = minute
    const { asked } = minutes
    await vi.waitFor(() => expect(minutes.asked).toBeGreaterThan(asked + 2), { timeout: 5000 })
  }
  await at(9)
  expect(taken).toEqual([])
  await at(10)
  expect(taken).toEqual([10])
  orders.push({ id: 'order-picture', kind: 'screenshot', expiresInMs: 60_000 })
  await at(15)
  await at(24)
  expect(taken).toEqual([10, 15])
  await at(25)
  expect(taken).toEqual([10, 15, 25])
  minutes.every = null
  await at(1000)
  expect(taken).toEqual([10, 15, 25])
})

it('a restart that was asked for before an alert came is not carried out; one asked for since is', async () => {
  const rebooted = { path: '/bin/true', arguments: [] }
  const deps = (sinceMs: number | null) =>
    ({
      restart: () => undefined,
      rebootCommand: rebooted,
      emergencySinceMs: () => sinceMs,
    }) as unknown as DeedsDeps
  for (const kind of ['restart', 'reboot'] as const) {
    const outcome = async (askedAtMs: number, sinceMs: number | null) =>
      (await carryOut({ kind, askedAtMs }, deps(sinceMs))).outcome
    expect(await outcome(1000, 1500)).toEqual({ state: 'failed', detail: 'emergency' })
    expect(await outcome(2000, 1500)).toEqual({ state: 'done', detail: '' })
    expect(await outcome(1000, null)).toEqual({ state: 'done', detail: '' })
  }
})
