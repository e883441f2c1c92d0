import { readFile } from 'node:fs/promises'
import { type Browser, expect, type Page, test } from '@playwright/test'
import { AlertDesk, AlertState, CarriedAlerts, type Role } from '@akari/protocol'
import { barriersOf } from '../support/barriers.ts'
import { localApi, pair, playerState, type Service, startAgentProcess, startCmsProcess } from '../support/city-hall.ts'
import { signInNew } from '../support/console-session.ts'
import { type TemporaryFolder, temporaryFolder } from '../support/temporary-folder.ts'

const SHELTER = {
  name: { ja: '見本第一小学校', en: 'Sample First School' },
  address: { ja: '見本町１丁目' },
  fitFor: { flood: true, landslide: true, earthquake: true, fire: true },
  open: false,
  version: 0,
}

let folder: TemporaryFolder
let cms: Service
let agent: Service
let api: ReturnType<typeof localApi>
let glass: Page
let sato: Page
let kato: Page

test.describe.configure({ mode: 'serial' })

test.beforeAll(async ({ browser }) => {
  folder = await temporaryFolder('desk')
  api = localApi(folder.path)
  cms = await startCmsProcess(folder.path)
  agent = await startAgentProcess(folder.path, cms.url)
  await pair(api, agent.url)
  glass = await browser.newPage({ viewport: { width: 1920, height: 1080 } })
  await glass.goto(agent.url)
  sato = await staff(browser, 'sato', 'disaster', { width: 1440, height: 900 })
  kato = await staff(browser, 'kato', 'admin', { width: 1024, height: 768 })
})

test.afterAll(async () => {
  await agent.process.stop()
  await cms.process.stop()
  await folder.remove()
})

/** A person at a console of their own, signed in, at the desk. */
async function staff(
  browser: Browser,
  username: string,
  role: Role,
  viewport: { width: number; height: number },
): Promise<Page> {
  const context = await browser.newContext({ viewport, reducedMotion: 'reduce' })
  const page = await context.newPage()
  await signInNew(page, cms, api, { username, name: username, role })
  await page.getByTestId('nav-desk').click()
  return page
}

/** Presses and holds until `done` says that it took. */
async function hold(page: Page, testId: string | RegExp, done: () => Promise<void>): Promise<void> {
  await page.getByTestId(testId).scrollIntoViewIfNeeded()
  await page.getByTestId(testId).hover()
  await page.mouse.down()
  await done()
  await page.mouse.up()
}

async function desk(): Promise<AlertDesk> {
  return AlertDesk.parse(await api('GET', '/alerts/desk'))
}

test('an order of the city names the shelters that staff opened, and one person only proposes it', async () => {
  await api('POST', '/shelters', SHELTER)
  await sato.getByTestId('desk-channel-live').click()
  await sato.getByTestId('desk-kind-evacuation').click()
  await sato.getByTestId('evacuation-order').click()
  await sato.getByTestId('town-honcho-2').click()
  await expect(sato.getByTestId(/^shelter-(?!open|row|new)/)).toHaveCount(0)
  await sato.getByTestId('shelters-open').first().click()
  await sato.getByRole('switch', { name: SHELTER.name.ja }).click()
  await expect(sato.getByText('開設中', { exact: true })).toBeVisible()
  expect(await barriersOf(sato)).toEqual([])
  await sato.keyboard.press('Escape')
  await expect(sato.getByRole('checkbox', { name: SHELTER.name.ja })).toBeChecked()
  await expect(sato.getByTestId('desk-effect')).toContainText('1台の端末に、「警戒レベル４ 避難指示（洪水）」')
  expect(await barriersOf(sato)).toEqual([])
  await sato.getByTestId('desk-propose').click()
  await expect(sato.getByTestId(/^proposal-withdraw-/)).toBeVisible()
  await expect(sato.getByTestId(/^proposal-confirm-/)).toHaveCount(0)
  expect((await desk()).live.alerts).toEqual([])
})

test('a second person sees exactly that, confirms it, and it is on the glass with its shelters', async () => {
  await expect(kato.getByTestId('rail-waiting')).toContainText('1')
  await kato.getByText('本番の確認待ちが1件あります').click()
  await expect(kato.getByTestId('desk-effect').first()).toContainText('警戒レベル４ 避難指示（洪水）')
  await expect(kato.getByTestId('proposals')).toContainText(SHELTER.name.ja)
  expect(await barriersOf(kato)).toEqual([])
  await hold(kato, /^proposal-confirm-/, async () => {
    await expect(glass.getByTestId('glass')).toHaveAttribute('data-channel', 'live', { timeout: 10_000 })
  })
  await expect(glass.getByTestId('glass')).toContainText('本町')
  const [alert] = (await desk()).live.alerts
  expect(alert).toMatchObject({
    level: 4,
    shelters: [{ name: SHELTER.name, address: SHELTER.address }],
    approval: { kind: 'second-person', by: 'user:sato', approvedBy: 'user:kato' },
    expiresAt: null,
  })
  expect((await playerState(agent.url)).alerts.live?.state.alerts[0]?.shelters).toMatchObject([{ name: SHELTER.name }])
  await expect(sato.getByTestId('proposals')).toHaveCount(0)
  await sato.getByTestId(`desk-clear-${alert?.id}`).click()
  await sato.getByTestId(`desk-clear-${alert?.id}-yes`).click()
  await expect(glass.getByTestId('glass')).toContainText('解除')
})

test('words of a drill do not go out on live, and the desk says why', async () => {
  await sato.getByTestId('desk-kind-text').click()
  await write(sato, 'headline', 'これは訓練です', 'The water is off')
  await write(sato, 'instruction', '２階の給水所を使って', 'Use the taps on the second floor')
  await write(sato, 'area', 'この建物', 'This building')
  const findings = sato.getByTestId('desk-findings').locator('li')
  await expect(findings).toHaveCount(1)
  await expect(findings).toHaveAttribute('data-code', 'drill-word-in-live')
  await expect(sato.getByTestId('desk-propose')).toBeDisabled()
  expect(await barriersOf(sato)).toEqual([])
  await write(sato, 'headline', '断水しています', 'The water is off')
  await expect(sato.getByTestId('desk-findings')).toHaveCount(0)
  await expect(sato.getByTestId('desk-propose')).toBeEnabled()
})

test('what is half written stays while somebody looks at the templates or practises', async () => {
  await sato.getByTestId('desk-kind-templates').click()
  await sato.getByTestId('desk-channel-drill').click()
  await sato.getByTestId('desk-kind-text').click()
  await expect(sato.getByTestId('text-headline')).toHaveValue('')
  await sato.getByTestId('desk-channel-live').click()
  await expect(sato.getByTestId('text-headline')).toHaveValue('断水しています')
  await expect(sato.getByTestId('desk-propose')).toBeEnabled()
})

async function write(page: Page, part: string, ja: string, en: string): Promise<void> {
  const field = page.locator('fieldset').filter({ has: page.getByTestId(`text-${part}`) })
  for (const [tab, text] of [
    ['日本語', ja],
    ['English', en],
  ] as const) {
    await field.getByRole('tab', { name: tab, exact: true }).click()
    await field.getByTestId(`text-${part}`).fill(text)
  }
}

test('one person alone breaks the glass with a reason; it is flagged until an administrator has seen it', async () => {
  await sato.getByTestId('break-glass-open').click()
  await expect(sato.getByTestId('break-glass-raise')).toBeDisabled()
  await sato.getByTestId('break-glass-reason').fill('夜間で当直が一人しかいないため')
  expect(await barriersOf(sato)).toEqual([])
  await hold(sato, 'break-glass-raise', async () => {
    await expect(glass.getByTestId('glass')).toContainText('断水しています', { timeout: 10_000 })
  })
  await expect(sato.getByTestId('mark-break-glass')).toContainText('夜間で当直が一人しかいないため')
  await expect(sato.getByTestId('broken-glass')).toHaveCount(0)
  const banner = kato.getByTestId('broken-glass')
  await expect(banner).toContainText('sato')
  expect(await barriersOf(kato)).toEqual([])
  await banner.getByRole('button', { name: '確認した' }).click()
  await expect(banner).toHaveCount(0)
})

test('where the network does not reach, a stick does: a file of what is in force, and how to carry it', async () => {
  await sato.getByTestId('desk-carry').click()
  await expect(sato.getByTestId('carry-until')).toBeVisible()
  expect(await barriersOf(sato)).toEqual([])
  const downloading = sato.waitForEvent('download')
  await sato.getByTestId('carry-save').click()
  const download = await downloading
  expect(download.suggestedFilename()).toMatch(/^akari-live-\d{8}-\d{4}\.json$/)
  await expect(sato.getByTestId('carry-saved')).toContainText(download.suggestedFilename())
  const { live, drill } = CarriedAlerts.parse(JSON.parse(await readFile(await download.path(), 'utf8')))
  expect(drill).toBeUndefined()
  const state = AlertState.parse(JSON.parse(live?.payload ?? ''))
  expect(state.revision).toBe((await desk()).live.revision)
  await sato.keyboard.press('Escape')
  await expect(sato.getByTestId('carry-save')).toHaveCount(0)
})

test('what was wrong is corrected in two taps', async () => {
  const inForce = async () => (await desk()).live.alerts.filter(({ phase }) => phase === 'inForce')
  const [alert] = await inForce()
  await sato.getByTestId(`desk-correct-${alert?.id}`).click()
  await expect(sato.getByTestId('correct-with-power-outage')).toBeVisible()
  expect(await barriersOf(sato)).toEqual([])
  await sato.getByTestId('correct-with-power-outage').click()
  await expect(glass.getByTestId('glass')).toContainText('訂正：停電しています')
  expect(await inForce()).toMatchObject([{ id: alert?.id, hazard: 'power-loss', approval: null }])
})

test('in English, too, the desk has no barriers', async () => {
  await sato.getByTestId('language-en').click()
  for (const kind of ['templates', 'evacuation', 'text']) {
    await sato.getByTestId(`desk-kind-${kind}`).click()
    expect({ kind, barriers: await barriersOf(sato) }).toEqual({ kind, barriers: [] })
  }
})
