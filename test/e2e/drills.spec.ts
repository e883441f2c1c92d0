import { type Browser, expect, type Page, test } from '@playwright/test'
import { barriersOf } from '../support/barriers.ts'
import { localApi, pair, type Service, startAgentProcess, startCmsProcess } from '../support/city-hall.ts'
import { signInNew } from '../support/console-session.ts'
import { type TemporaryFolder, temporaryFolder } from '../support/temporary-folder.ts'

let folder: TemporaryFolder
let cms: Service
let agent: Service
let api: ReturnType<typeof localApi>
let glass: Page

const NAME = '避難の訓練'

test.describe.configure({ mode: 'serial' })

test.beforeAll(async ({ browser }) => {
  folder = await temporaryFolder('drills')
  api = localApi(folder.path)
  cms = await startCmsProcess(folder.path)
  agent = await startAgentProcess(folder.path, cms.url)
  glass = await browser.newPage({ viewport: { width: 1920, height: 1080 } })
  await glass.goto(agent.url)
  await pair(api, agent.url)
})

test.afterAll(async () => {
  await agent.process.stop()
  await cms.process.stop()
  await folder.remove()
})

/** A page of one person of the disaster staff, signed in, on the page of drills. */
async function drillsOf(browser: Browser, username: string): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, reducedMotion: 'reduce' })
  const page = await context.newPage()
  await signInNew(page, cms, api, { username, name: username, role: 'disaster' })
  await page.getByTestId('nav-drills').click()
  return page
}

test('one person plans a drill, sees it dry and cannot confirm it alone; a second confirms, runs it and sees the result', async ({
  browser,
}) => {
  const first = await drillsOf(browser, 'sato')
  await first.getByTestId('drill-new').click()
  await first.getByTestId('drill-name').fill(NAME)
  await first.getByTestId('drill-save').click()
  await expect(first.getByTestId('drill-state')).toHaveText('確認待ち')
  expect(await barriersOf(first)).toEqual([])
  await first.getByTestId('drill-dry-run').click()
  await expect(first.getByTestId('dry-run-words')).toContainText('訓練: 1台に表示')
  await expect(first.locator('.ak-emergency')).toHaveAttribute('data-channel', 'drill')
  await expect(first.getByTestId('drill-check')).toHaveCount(0)
  expect(await barriersOf(first)).toEqual([])
  await expect(glass.locator('.ak-emergency')).toHaveCount(0)

  const second = await drillsOf(browser, 'tanaka')
  await second.getByTestId('drill-dry-run').click()
  await second.getByTestId('drill-check').click()
  await expect(second.getByTestId('drill-checked')).toContainText('tanaka')
  await second.getByTestId('nav-drills').click()
  await expect(second.getByTestId('drill-state')).toHaveText('確認済み')
  await second.getByTestId('drill-run').click()
  await second.getByRole('button', { name: '訓練を始める' }).click()
  await expect(glass.locator('.ak-emergency')).toHaveAttribute('data-channel', 'drill')
  await expect(second.getByTestId('run-shown')).toHaveText('1台のうち1台が表示', { timeout: 15_000 })
  expect(await barriersOf(second)).toEqual([])
  await second.getByTestId('drill-stop').click()
  await expect(second.getByTestId('run-state')).toHaveText('中止')
  const download = second.waitForEvent('download')
  await second.getByTestId('drill-csv').click()
  expect((await download).suggestedFilename()).toMatch(/^drill-\d{4}-\d\d-\d\d\.csv$/)
})

test('the self-test says how to set up a hidden display, and measures the way to it', async ({ browser }) => {
  const page = await drillsOf(browser, 'yamada')
  await page.getByTestId('drills-tab-selfTest').click()
  await expect(page.getByText('試験用の隠し端末がありません')).toBeVisible()
  const [display] = (await api('GET', '/displays')) as { id: string }[]
  await api('PATCH', `/displays/${display?.id}`, { canary: true })
  await expect(page.getByTestId('self-test-run')).toBeVisible()
  await page.getByTestId('self-test-run').click()
  await expect(page.getByTestId('self-test-table')).toContainText('成功', { timeout: 20_000 })
  await expect(page.getByTestId('self-test-chart')).toBeVisible()
  expect(await barriersOf(page)).toEqual([])
  await page.getByTestId('nav-wall').click()
  await expect(page.getByTestId(`wall-${display?.id}`)).toHaveCount(0)
})
