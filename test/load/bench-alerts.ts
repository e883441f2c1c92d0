/** `npm run bench:alerts -- --displays 50 [--pushes 50]`: one JSON line; see docs/figures.md. */
import { fork } from 'node:child_process'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { sampleTelegram } from '@akari/content-samples'
import { createKeyPair, pairingCommitment, randomNonce } from '@akari/node-kit'
import { PairingOffer, TelegramResult } from '@akari/protocol'
import { chromium } from '@playwright/test'
import { io } from 'socket.io-client'
import { buildPages } from '../../scripts/build-pages.ts'
import { chromiumFlags, chromiumPath } from '../support/chromium.ts'
import { eventually, localApi, pair, playerState, startAgentProcess, startCmsProcess } from '../support/city-hall.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'
import { figures, round } from './figures.ts'
import { watchPaints } from './painted.ts'
import { connectSimulated, seedDisplays } from './simulated-displays.ts'

const { values } = parseArgs({
  options: { displays: { type: 'string', default: '50' }, pushes: { type: 'string', default: '50' } },
})
const simulated = Math.max(1, Number(values.displays) - 1)
const pushes = Number(values.pushes)
const PAUSE_MS = 250

if (!(await buildPages(join(import.meta.dirname, '../..'), ['screen']))) process.exit(1)
const folder = await temporaryFolder('bench-alerts')
const displays = await seedDisplays(folder.path, simulated)
const cms = await startCmsProcess(folder.path)
const agent = await startAgentProcess(folder.path, cms.url)
const browser = await chromium.launch({ executablePath: await chromiumPath(), args: chromiumFlags() })
try {
  process.stdout.write(`${JSON.stringify(await measure())}\n`)
} finally {
  await browser.close()
  await agent.process.stop()
  await cms.process.stop()
  await folder.remove()
}

async function measure() {
  const api = localApi(folder.path)
  await pair(api, agent.url)
  const identity = await cmsIdentity()
  const stored = new Map<number, number[]>()
  const sockets = []
  for (const display of displays) {
    const record = (revision: number, at: number) => stored.set(revision, [...(stored.get(revision) ?? []), at])
    sockets.push(await connectSimulated(cms.url, identity, display, record))
  }
  const page = await browser.newPage({ viewport: { width: 1920, height: 1080 } })
  const paints = await watchPaints(page, agent.url)

  const painted: number[] = []
  const answered: number[] = []
  let envelope: unknown = null
  for (let push = 0; push < pushes; push++) {
    const startedMonotonic = performance.now()
    const started = performance.timeOrigin + startedMonotonic
    const { revision } = TelegramResult.parse(await api('POST', '/alerts/telegrams', telegramOf(push)))
    if (revision === null) throw new Error('the telegram changed nothing')
    painted.push((await paints.at(revision)) - started)
    await eventually('every answer stored', () =>
      Promise.resolve((stored.get(revision)?.length ?? 0) === simulated ? true : null),
    )
    answered.push(...(stored.get(revision) ?? []).map((at) => at - startedMonotonic))
    if (push === 0) envelope = (await playerState(agent.url)).alerts.live?.state
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MS))
  }
  for (const socket of sockets) socket.close()
  const baseline = await bareSocketIo(envelope)
  const [own, bare] = [figures(answered), figures(baseline)]
  return {
    bench: 'alerts',
    displays: simulated + 1,
    pushes,
    acceptedToPaintedMs: figures(painted),
    acknowledgedMs: own,
    bareSocketIoMs: bare,
    ratio: { p50: round(own.p50 / bare.p50), p99: round(own.p99 / bare.p99) },
  }
}

/** A telegram that is newer than the last one: the warning and its release by turns. */
function telegramOf(push: number): Uint8Array {
  const name = push % 2 === 0 ? 'vpww55-level4.xml' : 'vpww55-release.xml'
  const at = new Date(Date.now() - 3_600_000 + push * 1000)
  const local = new Date(at.getTime() + 9 * 3_600_000).toISOString().slice(0, 19)
  const text = sampleTelegram(name)
    .toString('utf8')
    .replaceAll(/(<ReportDateTime>)[^<]*/g, `$1${local}+09:00`)
    .replaceAll(/(<DateTime>)[^<]*/g, `$1${at.toISOString().slice(0, 19)}Z`)
  return new TextEncoder().encode(text)
}

/** The key that simulated displays sign in against, as the CMS tells it to anyone who asks for a pairing code. */
async function cmsIdentity(): Promise<string> {
  const { publicKey } = createKeyPair()
  const commitment = pairingCommitment(publicKey, randomNonce())
  const offer = await localApi(folder.path)('POST', '/pairing/requests', {
    publicKey,
    commitment,
    software: 'bench',
    screen: null,
  })
  return PairingOffer.parse(offer).keys.identity
}

/** The same bytes to as many clients over bare Socket.IO, a server process of its own, each client answering. */
async function bareSocketIo(payload: unknown): Promise<number[]> {
  const server = fork(join(import.meta.dirname, 'bare-socket-io.ts'))
  const next = () =>
    new Promise<Record<string, unknown>>((resolve) => server.once('message', (m) => resolve(Object(m))))
  const { port } = await next()
  const clients = await Promise.all(
    Array.from({ length: simulated }, async () => {
      const client = io(`http://127.0.0.1:${String(port)}`, { transports: ['websocket'], forceNew: true })
      client.on('alert.state', (_payload: unknown, answer: () => void) => answer())
      await new Promise<void>((resolve) => client.once('connect', resolve))
      return client
    }),
  )
  const samples: number[] = []
  for (let push = 0; push < pushes; push++) {
    const answer = next()
    server.send(Object(payload))
    const { ms } = await answer
    if (Array.isArray(ms)) samples.push(...ms.map(Number))
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MS / 5))
  }
  for (const client of clients) client.close()
  server.kill('SIGTERM')
  return samples
}
