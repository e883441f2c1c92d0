import { DisplayView, HostOrder, type HostReport } from '@akari/protocol'
import { expect, type Page, test } from '@playwright/test'
import { barriersOf } from '../support/barriers.ts'
import {
  LOBBY_PROFILE,
  localApi,
  pair,
  type Service,
  startAgentProcess,
  startCmsProcess,
} from '../support/city-hall.ts'
import { signInFirst } from '../support/console-session.ts'
import { type TemporaryFolder, temporaryFolder } from '../support/temporary-folder.ts'

let folder: TemporaryFolder
let cms: Service
let agent: Service
let desk: Page
let glass: Page
let displayId: string
let host: { close: () => Promise<void> }

test.describe.configure({ mode: 'serial' })

/** A real agent, its page in a browser that a real host of the glass holds, and the desk of the staff. */
test.beforeAll(async ({ browser }) => {
  folder = await temporaryFolder('fleet')
  cms = await startCmsProcess(folder.path, { AKARI_SEED: 'sample' })
  agent = await startAgentProcess(folder.path, cms.url)
  const api = localApi(folder.path)
  const displays = DisplayView.array().parse(await api('GET', '/displays'))
  const lobby = displays.find(({ profile }) => profile.name === LOBBY_PROFILE.name)
  if (lobby === undefined) throw new Error('the sample has no lobby')
  displayId = await pair(api, agent.url, { attach: 'existing', displayId: lobby.id })
  glass = await (await browser.newContext({ viewport: { width: 1280, height: 720 } })).newPage()
  await glass.goto(agent.url)
  host = hostOf(glass)
  desk = await (await browser.newContext({ viewport: { width: 1280, height: 800 }, reducedMotion: 'reduce' })).newPage()
  await signInFirst(desk, cms)
})

test.afterAll(async () => {
  await host.close()
  await glass.context().close()
  await desk.context().close()
  await agent.process.stop()
  await cms.process.stop()
  await folder.remove()
})

/** Does what the agent asks of whoever holds the glass, with this page. */
function hostOf(page: Page): { close: () => Promise<void> } {
  const stop = new AbortController()
  const serve = async (): Promise<void> => {
    let result: HostReport['result'] = null
    while (!stop.signal.aborted) {
      const headers = { 'content-type': 'application/json' }
      const request = { method: 'POST', headers, body: JSON.stringify({ result }), signal: stop.signal }
      const { task } = HostOrder.parse(await (await fetch(`${agent.url}/host`, request)).json())
      if (task === 'reload') await page.reload()
      if (task === null) result = null
      else if (task === 'reload') result = { task }
      else result = { task, jpeg: (await page.screenshot({ type: 'jpeg', quality: 60 })).toString('base64') }
    }
  }
  const serving = serve().catch(() => undefined) // closing ends the question
  return {
    close: async () => {
      stop.abort()
      await serving
    },
  }
}

test('the floor plan leads to a display, which shows what is truly on its glass', async () => {
  await desk.goto(`${cms.url}/displays/map`)
  const pin = desk.getByTestId(`pin-${displayId}`)
  await expect(pin).toContainText('1階ロビー')
  await expect(pin).not.toHaveAttribute('data-state', 'offline')
  expect(await barriersOf(desk)).toEqual([])
  await pin.click()
  await expect(desk.getByTestId('fact-storage')).toContainText('GB')
  await desk.getByTestId('order-screenshot').click()
  const picture = desk.getByRole('img', { name: /画面の写し/ })
  await expect(picture).toBeVisible({ timeout: 15_000 })
  expect(await picture.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(1280)
  expect(await barriersOf(desk)).toEqual([])
})

test('staff find a display by its name on the glass, load it anew after being asked, and read its log', async () => {
  await desk.getByTestId('order-identify').click()
  await expect(glass.getByTestId('name-plate')).toContainText('1階ロビー', { timeout: 10_000 })
  const loaded = glass.waitForEvent('load')
  await desk.getByTestId('order-reload').click()
  await desk.getByRole('dialog').getByRole('button', { name: '画面を読み込み直す' }).click()
  await loaded
  await desk.getByTestId('order-logs').click()
  await expect(desk.getByText('agent listening')).toBeVisible({ timeout: 10_000 })
  const asked = desk.getByRole('list', { name: '頼んだこと' }).getByRole('listitem')
  await expect(asked.filter({ hasText: 'できました' })).toHaveCount(4, { timeout: 10_000 })
  await desk.getByTestId('order-reboot').click()
  await desk.getByRole('dialog').getByRole('button', { name: '機器を再起動する' }).click()
  await expect(asked.first()).toContainText('この機器ではできません', { timeout: 10_000 })
})

test('several displays are asked at once, after a word about how many, and each says what became of it', async () => {
  await desk.goto(`${cms.url}/displays`)
  const others = desk.getByTestId('choose-all')
  await others.focus()
  await desk.keyboard.press('Space')
  await desk.getByTestId('several-ask').press('Enter')
  await desk.getByTestId('several-panel-off').click()
  const question = desk.getByRole('dialog', { name: '1台の画面の電源を切ります' })
  await expect(question).toContainText('端末がつながっていない')
  await expect(question.getByTestId('several-who')).toHaveText('1階ロビー')
  expect(await barriersOf(desk)).toEqual([])
  await question.getByRole('button', { name: '1台に頼む' }).click()
  const result = desk.getByTestId(`several-result-${displayId}`)
  await expect(result).toContainText('この機器ではできません', { timeout: 15_000 })
  await expect(result).toContainText('画面の電源を操作する機器がありません')
  await expect(desk.getByRole('status').filter({ hasText: '1台のうち0台' })).toBeVisible()
  expect(await barriersOf(desk)).toEqual([])
  await desk.keyboard.press('Escape')
  await desk.getByRole('button', { name: '選択をやめる' }).click()
  await expect(desk.getByTestId('several-ask')).toHaveCount(0)
})

test('a display in maintenance says so everywhere, and the report can be saved as a file', async () => {
  await desk.goto(`${cms.url}/displays/${displayId}`)
  await desk.getByTestId('maintenance-note').fill('電源工事')
  await desk.getByTestId('maintenance-begin').click()
  await expect(desk.getByText('保守中', { exact: true }).first()).toBeVisible()
  await desk.goto(`${cms.url}/displays/map`)
  await expect(desk.getByTestId(`pin-${displayId}`)).toHaveAttribute('data-state', 'maintenance')
  await desk.goto(`${cms.url}/displays/plays`)
  await expect(desk.getByRole('heading', { name: '表示実績' })).toBeVisible()
  const csv = desk.waitForEvent('download')
  await desk.getByTestId('report-csv').click()
  expect((await csv).suggestedFilename()).toMatch(/^plays-\d{4}-\d\d-\d\d-.*subject\.csv$/)
  expect(await barriersOf(desk)).toEqual([])
})
