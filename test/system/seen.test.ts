import { join } from 'node:path'
import type { Delivery, DisplayView } from '@akari/protocol'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type KioskBrowser, startKioskBrowser } from '../../apps/player/src/kiosk-browser/run.ts'
import { builtLook, chromiumPath } from '../support/chromium.ts'
import { eventually, localApi, pair, type Service, startAgentProcess, startCmsProcess } from '../support/city-hall.ts'
import { familyOf, listeningPorts } from '../support/listening.ts'
import { type TemporaryFolder, temporaryFolder } from '../support/temporary-folder.ts'

let folder: TemporaryFolder
let cms: Service
let agent: Service
let kiosk: KioskBrowser
let displayId: string
let api: ReturnType<typeof localApi>

beforeAll(async () => {
  folder = await temporaryFolder('seen')
  api = localApi(folder.path)
  cms = await startCmsProcess(folder.path)
  agent = await startAgentProcess(folder.path, cms.url)
  displayId = await pair(api, agent.url)
  kiosk = await startKioskBrowser({
    screenOrigin: agent.url,
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
  await agent.process.stop()
  await cms.process.stop()
  await folder.remove()
})

const raise = (requestId: string, channel: 'live' | 'drill' = 'live') =>
  api('POST', '/alerts', {
    channel,
    templateId: 'building-fire',
    target: { kind: 'all' },
    minutes: null,
    requestId,
  })

async function deliveryOf(channel: 'live' | 'drill' = 'live'): Promise<Delivery | undefined> {
  const desk = (await api('GET', '/alerts/desk')) as Record<string, { deliveries: Delivery[] }>
  return desk[channel]?.deliveries.find((delivery) => delivery.displayId === displayId)
}

const delivered = (what: string, wanted: (delivery: Delivery) => boolean, channel: 'live' | 'drill' = 'live') =>
  eventually(what, async () => {
    const delivery = await deliveryOf(channel)
    return delivery !== undefined && wanted(delivery) ? delivery : null
  })

async function faultsOf(): Promise<string[]> {
  const displays = (await api('GET', '/displays')) as DisplayView[]
  return displays.find(({ id }) => id === displayId)?.health?.faults.map(({ code }) => code) ?? []
}

const inPage = async (expression: string) => (await kiosk.browser.page()).send('Runtime.evaluate', { expression })

test('a drill is seen with its band, and a live alert after it, each in its own channel', async () => {
  await raise('drill-1', 'drill')
  expect(await delivered('the drill to be seen', ({ status }) => status === 'seen', 'drill')).toMatchObject({
    notSeen: false,
    saved: true,
  })
  await raise('fire-1')
  const live = await delivered('the alert to be seen', ({ status }) => status === 'seen')
  expect(live.shownAt).not.toBeNull()
})

test('the browser it is seen by listens on no port', async () => {
  const pid = await eventually('a browser', async () => kiosk.browser.pid())
  expect(familyOf(pid).length).toBeGreaterThan(2)
  expect(listeningPorts(pid)).toEqual([])
  // The same look finds the port of what does listen.
  expect(listeningPorts(agent.process.pid)).toEqual([Number(new URL(agent.url).port)])
})

test('a covered corner is no longer seen, the desk names it, and it is seen again once it is free', async () => {
  await inPage(
    `document.body.insertAdjacentHTML('beforeend', '<div id="cover" style="position:fixed;inset:0 auto auto 0;width:40%;height:40%;background:#fff;z-index:99999"></div>')`,
  )
  const covered = await delivered('the desk to hear that it is not seen', ({ notSeen }) => notSeen)
  expect(covered.status).toBe('shown')
  expect(covered.seenAt).not.toBeNull()
  expect(await faultsOf()).toContain('alert-not-seen')
  await inPage(`document.getElementById('cover').remove()`)
  await delivered('the desk to hear that it is seen again', ({ status, notSeen }) => status === 'seen' && !notSeen)
  expect(await faultsOf()).not.toContain('alert-not-seen')
}, 60_000)

test('what arrives under a bar across the middle is not seen, though every corner is free', async () => {
  await inPage(
    `document.body.insertAdjacentHTML('beforeend', '<div id="cover" style="position:fixed;inset:45% 0 auto 0;height:8%;background:#ccc;z-index:99999"></div>')`,
  )
  await raise('fire-2')
  const covered = await delivered('the desk to hear that it is not seen', ({ notSeen }) => notSeen)
  expect(covered).toMatchObject({ status: 'shown', seenAt: null })
  await inPage(`document.getElementById('cover').remove()`)
  const free = await delivered('the desk to hear that it is seen', ({ status }) => status === 'seen')
  expect(free.notSeen).toBe(false)
}, 60_000)

test('a browser that is killed comes back by itself, and what follows is seen', async () => {
  const before = await eventually('a browser', async () => kiosk.browser.pid())
  process.kill(before, 'SIGKILL')
  const after = await eventually('another browser', async () => {
    const pid = kiosk.browser.pid()
    return pid === before ? null : pid
  })
  expect(after).not.toBe(before)
  await raise('fire-3')
  const seen = await delivered('the new state to be seen by the new browser', ({ status }) => status === 'seen')
  expect(seen.seenAt).not.toBeNull()
}, 60_000)

test('a page whose renderer died is shown again, and seen', async () => {
  const page = await kiosk.browser.page()
  const lost = new Promise<void>((resolve) =>
    page.onPageEvent(({ method }) => method === 'Inspector.targetCrashed' && resolve()),
  )
  page.send('Page.crash').catch(() => undefined) // it dies before it can answer
  await lost
  await raise('fire-4')
  const seen = await delivered('the new state to be seen after the crash', ({ status }) => status === 'seen')
  expect(seen.seenAt).not.toBeNull()
}, 60_000)
