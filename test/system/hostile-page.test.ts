import { existsSync } from 'node:fs'
import { readdir } from 'node:fs/promises'
import { homedir, tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { PROOF_SCRIPT } from '../../apps/player/src/host/progress.ts'
import type { PageSession } from '../../apps/player/src/kiosk-browser/page-session.ts'
import { type KioskBrowser, startKioskBrowser } from '../../apps/player/src/kiosk-browser/run.ts'
import { builtLook, chromiumPath } from '../support/chromium.ts'
import { eventually, type Service, startAgentProcess } from '../support/city-hall.ts'
import { type Sink, startSink } from '../support/sink.ts'
import { type TemporaryFolder, temporaryFolder } from '../support/temporary-folder.ts'
import { ASKINGS, IMPOSTOR, leavings, reachOut, SPAM, windows } from './hostile-tricks.ts'

const NOBODY = 'http://127.0.0.1:9'
const LOOT = `akari-loot-${process.pid}`

let folder: TemporaryFolder
let agent: Service
let kiosk: KioskBrowser
let page: PageSession
let sinks: readonly Sink[]

/** One display, one Chromium: what gets into the page of one test has to be gone before the next. */
beforeAll(async () => {
  folder = await temporaryFolder('hostile')
  sinks = [await startSink('127.0.0.1'), await startSink('127.0.0.2')]
  agent = await startAgentProcess(folder.path, NOBODY)
  kiosk = await startKioskBrowser({
    screenOrigin: agent.url,
    chromium: await chromiumPath(),
    profileFolder: join(folder.path, 'browser'),
    moreFlags: ['--headless=new'],
    lookFile: builtLook,
    ceilingMb: 1200,
    logLevel: 'silent',
  })
  page = await eventually('a page', () => kiosk.browser.page().catch(() => null))
  await painted()
}, 60_000)

afterAll(async () => {
  await kiosk.close()
  await agent.process.stop()
  for (const sink of sinks) await sink.close()
  await folder.remove()
})

afterEach(assertUnharmed)

/** Whatever was tried: nobody was reached, there is one page, and it is the screen. */
async function assertUnharmed(): Promise<void> {
  await painted()
  expect(sinks.flatMap(({ heard }) => heard())).toEqual([])
  await expect.poll(pages, { timeout: 10_000 }).toEqual([`${agent.url}/`])
}

const Evaluated = z.object({ result: z.object({ value: z.unknown().optional() }) })
const Proof = z.object({ life: z.number(), painted: z.int().positive() })
const Targets = z.object({ targetInfos: z.array(z.object({ type: z.string(), url: z.string() })) })

async function inPage(expression: string): Promise<unknown> {
  const asked = { expression, awaitPromise: true, returnByValue: true, userGesture: true }
  return Evaluated.parse(await page.send('Runtime.evaluate', asked)).result.value
}

/** Resolves with the life of a page that has painted; asked anew until then. */
const painted = (other = 0): Promise<number> =>
  eventually(
    'the screen',
    async () => {
      const answer = await inPage(PROOF_SCRIPT).catch(() => null) // between two pages
      const proof = Proof.safeParse(answer)
      return proof.success && proof.data.life !== other ? proof.data.life : null
    },
    40_000,
  )

async function pages(): Promise<string[]> {
  const { targetInfos } = Targets.parse(await page.ask('Target.getTargets'))
  return targetInfos.filter(({ type }) => type === 'page').map(({ url }) => url.replace(/#.*$/, ''))
}

const reported = (what: string): Promise<true> =>
  eventually(`the report of ${what}`, async () => agent.process.logs().includes(`"code":"refused:${what}"`) || null)

/** What of ours lies where a page has no business to write. */
async function loot(): Promise<string[]> {
  const places = [homedir(), join(homedir(), 'Downloads'), process.cwd(), tmpdir(), folder.path]
  const found = await Promise.all(places.map(async (place) => (existsSync(place) ? await readdir(place) : [])))
  return found.flat().filter((name) => name.includes(LOOT))
}

test('nobody else is reached, even by a page whose policy was taken off', async () => {
  await page.send('Page.setBypassCSP', { enabled: true })
  const life = await painted()
  await page.send('Page.reload')
  await painted(life)
  const names = [...sinks, { host: 'localhost', port: sinks[0]?.port ?? 0 }]
  const tried = await Promise.all(names.map(({ host, port }) => inPage(reachOut(host, port))))
  expect(tried).toEqual([true, true, true])
  await reported('frame')
  await page.send('Page.setBypassCSP', { enabled: false })
  await page.send('Page.reload')
}, 60_000)

test('the sink would have told', async () => {
  const control = await startSink('127.0.0.3')
  const answer = await fetch(`http://${control.host}:${control.port}/`)
  await answer.text()
  expect(control.heard()).toEqual(['tcp GET / HTTP/1.1'])
  await control.close()
})

describe('a page that wants to leave stays, and does not flicker', () => {
  test.each(Object.entries(leavings('http://127.0.0.2:9/gone')))('%s', async (_name, script) => {
    const life = await painted()
    await inPage(script)
    await new Promise((resolve) => setTimeout(resolve, 100)) // a request that was going to be made has been made
    expect(await painted()).toBe(life)
    expect(await inPage('document.body.innerText.includes("gone")')).toBe(false)
  })

  test('and staff read of it', async () => {
    expect(await reported('navigation')).toBe(true)
  })
})

test.each(['about:blank', `blob:`])('a page that goes to %s is replaced by the screen', async (where) => {
  const life = await painted()
  const target = where === 'blob:' ? `URL.createObjectURL(new Blob(['pwned'], { type: 'text/html' }))` : `'about:blank'`
  await inPage(`location.href = ${target}`)
  expect(await painted(life)).not.toBe(life)
})

describe('no second window stays', () => {
  test.each(Object.entries(windows('/')))('%s', async (_name, script) => {
    const life = await painted()
    await inPage(script)
    await expect.poll(pages, { timeout: 10_000 }).toEqual([`${agent.url}/`])
    expect(await painted()).toBe(life)
  })

  test('and staff read of it', async () => {
    expect(await reported('window')).toBe(true)
  })
})

test('nothing is downloaded', async () => {
  for (const script of [
    `Object.assign(document.createElement('a'), { href: 'data:application/octet-stream,x', download: '${LOOT}' }).click()`,
    `document.body.append(Object.assign(document.createElement('a'), { href: URL.createObjectURL(new Blob(['x'])), download: '${LOOT}', id: 'take' })); take.click()`,
    `document.body.append(Object.assign(document.createElement('input'), { type: 'file', id: 'choose' })); choose.click()`,
  ])
    await inPage(script)
  await reported('download')
  await reported('fileChooser')
  expect(await loot()).toEqual([])
})

test('no dialog stops the page', async () => {
  const life = await painted()
  const answers = await inPage(`[alert('x'), confirm('x'), prompt('x'), print()].map(String)`)
  expect(answers).toEqual(['undefined', 'false', 'null', 'undefined'])
  await inPage(`addEventListener('beforeunload', (event) => event.preventDefault())`)
  await page.send('Page.reload')
  expect(await painted(life)).not.toBe(life)
  await reported('dialog')
})

test('nothing of the machine or the visitor is given away', async () => {
  const given = z.record(z.string(), z.boolean()).parse(await inPage(ASKINGS))
  expect(Object.entries(given).filter(([, yes]) => yes)).toEqual([])
  expect(Object.keys(given).length).toBeGreaterThan(20)
})

test('no key, wheel, finger or dragged file leaves the page', async () => {
  const life = await painted()
  const before = await inPage('[devicePixelRatio, visualViewport.scale, innerWidth].join()')
  const chords = [
    ...['n', 't', 'w', 'p', 'o', 'r', 'u', 'j', 's', 'l', '=', '-', '0', 'Tab'].map((key) => ({ key, modifiers: 2 })),
    ...['i', 'j', 'n', 'w', 'Delete'].map((key) => ({ key, modifiers: 2 | 8 })),
    ...['ArrowLeft', 'Home', 'd', 'f', 'e'].map((key) => ({ key, modifiers: 1 })),
    ...['F1', 'F3', 'F5', 'F6', 'F7', 'F10', 'F11', 'F12', 'Escape', 'BrowserBack', 'BrowserHome', 'Meta'].map(
      (key) => ({
        key,
        modifiers: 0,
      }),
    ),
  ]
  for (const { key, modifiers } of chords) {
    const code = key.length === 1 ? { windowsVirtualKeyCode: key.toUpperCase().charCodeAt(0) } : {}
    await page.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', key, code: key, modifiers, ...code })
    await page.send('Input.dispatchKeyEvent', { type: 'keyUp', key, code: key, modifiers, ...code })
  }
  const at = { x: 200, y: 200 }
  await page.send('Input.dispatchMouseEvent', { type: 'mouseWheel', ...at, deltaX: 0, deltaY: -500, modifiers: 2 })
  await page.send('Input.synthesizePinchGesture', { ...at, scaleFactor: 3 })
  for (const button of ['right', 'middle', 'back'])
    for (const type of ['mousePressed', 'mouseReleased'])
      await page.send('Input.dispatchMouseEvent', { type, ...at, button, clickCount: 1 })
  const data = { items: [], files: ['/etc/passwd'], dragOperationsMask: 1 }
  for (const type of ['dragEnter', 'dragOver', 'drop'])
    await page.send('Input.dispatchDragEvent', { type, ...at, data })
  expect(await painted()).toBe(life)
  expect(await inPage('[devicePixelRatio, visualViewport.scale, innerWidth].join()')).toBe(before)
})

test('a flood of history, titles, addresses and storage changes nothing', async () => {
  const life = await painted()
  await inPage(SPAM)
  expect(await painted()).toBe(life)
})

test('a page that never lets go is replaced', async () => {
  const life = await painted()
  await inPage('setTimeout(() => { for (;;); }, 0)')
  expect(await painted(life)).not.toBe(life)
}, 40_000)

test('an impostor with noise and a hunger for memory is replaced', async () => {
  const life = await painted()
  await inPage(IMPOSTOR)
  expect(await inPage('document.body.innerText')).toBe('pwned')
  expect(await painted(life)).not.toBe(life)
}, 60_000)
