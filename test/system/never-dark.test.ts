import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { PROOF_SCRIPT } from '../../apps/player/src/host/progress.ts'
import type { PageSession } from '../../apps/player/src/kiosk-browser/page-session.ts'
import { type KioskBrowser, startKioskBrowser } from '../../apps/player/src/kiosk-browser/run.ts'
import { builtLook, chromiumPath } from '../support/chromium.ts'
import { eventually, type Service, startAgentProcess } from '../support/city-hall.ts'
import { type TemporaryFolder, temporaryFolder } from '../support/temporary-folder.ts'

/** No CMS, no network: a display by itself. How long each takes is told by `npm run bench:player`. */
const NOBODY = 'http://127.0.0.1:9'
const PORT = 18_490 + (process.pid % 500)

let folder: TemporaryFolder
let agent: Service | null = null
let kiosk: KioskBrowser

beforeAll(async () => {
  folder = await temporaryFolder('never-dark')
  kiosk = await startKioskBrowser({
    screenOrigin: `http://127.0.0.1:${PORT}`,
    chromium: await chromiumPath(),
    profileFolder: join(folder.path, 'browser'),
    moreFlags: ['--headless=new'],
    lookFile: builtLook,
    ceilingMb: 1200,
    logLevel: 'silent',
  })
}, 60_000)

afterAll(async () => {
  await kiosk.close()
  await agent?.process.stop()
  await folder.remove()
})

const Evaluated = z.object({ result: z.object({ value: z.unknown() }) })
const Processes = z.object({ processInfo: z.array(z.object({ type: z.string(), id: z.int() })) })
const Proof = z.object({ life: z.number(), painted: z.int().positive() })

async function inPage(page: PageSession, expression: string): Promise<unknown> {
  const told = await page.send('Runtime.evaluate', { expression, awaitPromise: true, returnByValue: true })
  return Evaluated.parse(told).result.value
}
const words = async (): Promise<string> => String(await inPage(await kiosk.browser.page(), 'document.body.innerText'))

/** Resolves, with the page's life, once the screen has painted and presented frames since; asked anew until then. */
const painted = (what: string, other = 0) =>
  eventually(what, async () => {
    const asked = kiosk.browser.page().then((page) => inPage(page, PROOF_SCRIPT))
    const answer = await Promise.race([
      asked.catch(() => null),
      new Promise((resolve) => setTimeout(resolve, 200, null)),
    ])
    const proof = Proof.safeParse(answer)
    return proof.success && proof.data.life !== other ? proof.data.life : null
  })

/** Chromium keeps a spare renderer: every one of a kind is meant. */
async function signalAll(kind: 'renderer' | 'GPU', signal: NodeJS.Signals): Promise<number[]> {
  const { processInfo } = Processes.parse(await (await kiosk.browser.page()).ask('SystemInfo.getProcessInfo'))
  const pids = processInfo.filter(({ type }) => type === kind).map(({ id }) => id)
  for (const pid of pids) process.kill(pid, signal)
  return pids
}

/** The processes of a group that still run: one that has ended and waits for its parent to notice is none. */
function livingOf(group: number): string[] {
  const listed = spawnSync('ps', ['-o', 'stat=,pid=', '-g', String(group)], { encoding: 'utf8' }).stdout
  return listed.split('\n').filter((line) => line.trim() !== '' && !line.startsWith('Z'))
}

/** The screen has painted, and the watchdog, which asks once a second, knows it. */
async function playing(): Promise<number> {
  const life = await painted('the screen')
  await new Promise((resolve) => setTimeout(resolve, 1_500))
  return life
}

test('a cold start without agent and network shows the way out', async () => {
  const shown = await eventually('the built-in page', async () => {
    const said = await words().catch(() => '')
    return said.includes('出口は緑の誘導灯') ? said : null
  })
  expect(shown).toContain('follow the green exit signs')
  expect(await inPage(await kiosk.browser.page(), 'document.fonts.check("700 16px \\"BIZ UDPGothic\\"", "出口")')).toBe(
    true,
  )
})

test('the agent’s page follows by itself once the agent is up', async () => {
  agent = await startAgentProcess(folder.path, NOBODY, PORT)
  expect(await painted('the screen')).toBeGreaterThan(0)
}, 30_000)

test('a renderer that is killed is replaced', async () => {
  const life = await playing()
  await signalAll('renderer', 'SIGKILL')
  expect(await painted('another page', life)).not.toBe(life)
}, 30_000)

test('a renderer that is stopped is ended and replaced', async () => {
  const life = await playing()
  await signalAll('renderer', 'SIGSTOP')
  expect(await painted('another page', life)).not.toBe(life)
}, 30_000)

test('a process that draws and is stopped is replaced, and the page stays', async () => {
  const life = await playing()
  const [stopped] = await signalAll('GPU', 'SIGSTOP')
  if (stopped === undefined) throw new Error('no process that draws')
  await eventually('its end', async () => (existsSync(`/proc/${stopped}`) ? null : true))
  expect(await painted('the same page')).toBe(life)
}, 30_000)

test('a browser that is killed with all its helpers is back', async () => {
  const life = await playing()
  const before = kiosk.browser.pid() ?? 0
  process.kill(-before, 'SIGKILL')
  expect(await painted('another page', life)).not.toBe(life)
  expect(kiosk.browser.pid()).not.toBe(before)
}, 30_000)

test('a browser that is stopped is ended with all its helpers and started again', async () => {
  const life = await playing()
  const before = kiosk.browser.pid() ?? 0
  process.kill(before, 'SIGSTOP')
  expect(await painted('another page', life)).not.toBe(life)
  expect(kiosk.browser.pid()).not.toBe(before)
  await expect.poll(() => livingOf(before), { timeout: 10_000 }).toEqual([])
}, 40_000)
