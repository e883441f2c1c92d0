import { recentTelegram } from '@akari/content-samples'
import { expect, type Page, test } from '@playwright/test'
import {
  eventually,
  localApi,
  pair,
  playerState,
  type Service,
  startAgentProcess,
  startCmsProcess,
} from '../support/city-hall.ts'
import { type TemporaryFolder, temporaryFolder } from '../support/temporary-folder.ts'

let folder: TemporaryFolder
let cms: Service
let agent: Service
let displayId: string
let api: ReturnType<typeof localApi>

test.beforeAll(async () => {
  folder = await temporaryFolder('emergency')
  api = localApi(folder.path)
  cms = await startCmsProcess(folder.path)
  agent = await startAgentProcess(folder.path, cms.url)
  displayId = await pair(api, agent.url)
})

test.afterAll(async () => {
  await agent.process.stop()
  await cms.process.stop()
  await folder.remove()
})

/** Every address the page asked for beside the agent's own. */
function foreignRequests(page: Page): string[] {
  const foreign: string[] = []
  page.on('request', (request) => {
    const url = new URL(request.url())
    if (url.protocol.startsWith('http') && url.origin !== agent.url) foreign.push(request.url())
  })
  return foreign
}

const glass = (page: Page) => page.getByTestId('glass')

async function telegram(name: string): Promise<void> {
  await api('POST', '/alerts/telegrams', new Uint8Array(recentTelegram(name)))
}

async function deliveryOf(channel: 'live' | 'drill'): Promise<{ status: string; saved: boolean } | undefined> {
  const desk = (await api('GET', '/alerts/desk')) as Record<
    string,
    { deliveries: { displayId: string; status: string; saved: boolean }[] }
  >
  return desk[channel]?.deliveries.find((d) => d.displayId === displayId)
}

test('a drill wears its band and never touches the live channel', async ({ page }) => {
  await page.goto(agent.url)
  await telegram('vpww55-level4-drill.xml')
  await expect(glass(page)).toHaveAttribute('data-channel', 'drill')
  await expect(page.getByText('訓練').first()).toBeVisible()
  await expect(page.getByText('DRILL').first()).toBeVisible()
  expect((await playerState(agent.url)).alerts.live?.state.alerts.filter((a) => a.phase === 'inForce')).toEqual([])
  await api('POST', '/alerts/jma.heavy-rain.1321000/end', { channel: 'drill', as: 'cleared' })
})

test('a telegram takes the glass over, is acknowledged after paint, and 解除 gives it back', async ({ page }) => {
  const foreign = foreignRequests(page)
  await page.goto(agent.url)
  await telegram('vpww55-level4.xml')
  await expect(glass(page)).toHaveAttribute('data-scene', 'emergency')
  await expect(glass(page)).toHaveAttribute('data-channel', 'live')
  await expect(glass(page)).toContainText('大雨危険警報')
  await eventually('the desk to hear that it is shown and saved', async () => {
    const delivery = await deliveryOf('live')
    return delivery?.status === 'shown' && delivery.saved ? delivery : null
  })
  await telegram('vpww55-release.xml')
  await expect(glass(page)).toContainText('解除')
  expect(foreign).toEqual([])
})

test('killed with the CMS down, the agent brings the emergency back by itself', async ({ page }) => {
  await telegram('vpww55-level4.xml')
  await eventually('the emergency saved at the display', async () =>
    (await deliveryOf('live'))?.saved === true ? true : null,
  )
  await page.goto(agent.url)
  await expect(glass(page)).toHaveAttribute('data-scene', 'emergency')
  const port = Number(new URL(agent.url).port)
  const cmsUrl = cms.url
  await cms.process.stop('SIGKILL')
  await agent.process.stop('SIGKILL')
  // The page itself keeps the emergency while its agent is dead.
  await expect(glass(page)).toHaveAttribute('data-scene', 'emergency')
  await page.close()
  const fresh = await page.context().newPage()
  agent = await startAgentProcess(folder.path, cmsUrl, port)
  await fresh.goto(agent.url)
  await expect(glass(fresh)).toHaveAttribute('data-scene', 'emergency')

  cms = await startCmsProcess(folder.path, { PORT: new URL(cmsUrl).port })
  await telegram('vpww55-release.xml')
  await expect(glass(fresh)).toContainText('解除', { timeout: 15_000 })
})
