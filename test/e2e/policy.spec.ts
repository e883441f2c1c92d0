import { AlertPolicy, PolicyInForce } from '@akari/protocol'
import { type BrowserContext, expect, type Page, test } from '@playwright/test'
import { barriersOf } from '../support/barriers.ts'
import { localApi, LOBBY_PROFILE, type Service, startCmsProcess } from '../support/city-hall.ts'
import { signInFirst, signInNew } from '../support/console-session.ts'
import { type TemporaryFolder, temporaryFolder } from '../support/temporary-folder.ts'

let folder: TemporaryFolder
let cms: Service
let api: ReturnType<typeof localApi>
let context: BrowserContext
let page: Page

test.describe.configure({ mode: 'serial' })

test.beforeAll(async ({ browser }) => {
  folder = await temporaryFolder('policy')
  api = localApi(folder.path)
  cms = await startCmsProcess(folder.path)
  await api('POST', '/displays', { profile: LOBBY_PROFILE, groups: ['ロビー'] })
  context = await browser.newContext({ viewport: { width: 1440, height: 900 }, reducedMotion: 'reduce' })
  page = await context.newPage()
})

test.afterAll(async () => {
  await context.close()
  await cms.process.stop()
  await folder.remove()
})

async function inForce(): Promise<PolicyInForce['current']> {
  return PolicyInForce.parse(await api('GET', '/alerts/policy')).current
}

async function modeOf(ruleId: string): Promise<string | undefined> {
  return (await inForce()).policy.rules.find(({ id }) => id === ruleId)?.act.mode
}

async function ids(): Promise<(string | null)[]> {
  const rows = page.locator('[data-testid^="policy-rule-"]:not(section)')
  return rows.evaluateAll((found) => found.map((row) => row.getAttribute('data-testid')))
}

test('an administrator reads the table, in plain sentences, without barriers', async () => {
  await signInFirst(page, cms)
  await page.getByTestId('nav-policy').click()
  await expect(page.getByTestId('policy-version')).toContainText('第1版を使用中')
  await expect(page.getByTestId('policy-rule-heat')).toContainText('熱中症')
  await expect(page.getByTestId('policy-rule-heat')).toContainText('一行')
  await expect(page.getByTestId('policy-save')).toBeDisabled()
  expect(await barriersOf(page)).toEqual([])
})

test('a heat alert becomes a band, and its form has no barriers', async () => {
  await page.getByTestId('policy-open-heat').click()
  await page.getByTestId('policy-mode-banner').click()
  await expect(page.getByTestId('policy-form')).toContainText('熱中症（本番と訓練）→ 帯')
  expect(await barriersOf(page)).toEqual([])
  await page.getByTestId('policy-form-done').click()
  await expect(page.getByTestId('policy-rule-heat')).toContainText('変更')
  await expect(page.getByTestId('policy-save')).toBeEnabled()
})

test('the check says at once what is wrong with a rule and keeps the table from being saved', async () => {
  await page.getByTestId('policy-open-eew').click()
  await page.getByTestId('policy-chime').getByText('音なし').click()
  await expect(page.getByTestId('policy-rule-findings')).toContainText('緊急地震速報なのに音が鳴りません')
  await page.getByTestId('policy-form-done').click()
  await expect(page.getByTestId('policy-why-not')).toContainText('直すところが1件')
  await expect(page.getByTestId('policy-save')).toBeDisabled()
  expect(await barriersOf(page)).toEqual([])
  await page.getByRole('button', { name: '一つ戻す' }).click()
  await expect(page.getByTestId('policy-findings')).toContainText('直すところはありません')
  await expect(page.getByTestId('policy-save')).toBeEnabled()
})

test('trying a case shows which rule decides, and marks it', async () => {
  await page.getByTestId('policy-try').click()
  await page.getByTestId('policy-test-hazard').click()
  await page.getByRole('option', { name: '熱中症' }).click()
  await expect(page.getByTestId('policy-test-answer')).toContainText('熱中症')
  await expect(page.getByTestId('policy-test-answer')).toContainText('帯')
  await expect(page.getByTestId('policy-rule-heat')).toHaveAttribute('data-decides', 'true')
  expect(await barriersOf(page)).toEqual([])
  await page.getByTestId('policy-try').click()
})

test('rules are moved by keyboard, and one that was deleted comes back', async () => {
  const before = await ids()
  const down = page.getByTestId('policy-rule-eew').locator('[data-way="down"]')
  await down.focus()
  await page.keyboard.press('Enter')
  expect((await ids()).slice(0, 2)).toEqual([before[1], before[0]])
  await expect(down).toBeFocused()
  await page.getByRole('button', { name: '一つ戻す' }).click()
  await page
    .getByTestId('policy-rule-heat')
    .getByRole('button', { name: /の操作$/ })
    .click()
  await page.getByRole('menuitem', { name: '削除' }).click()
  await expect(page.getByTestId('policy-rule-heat')).toHaveCount(0)
  await page.getByTestId('undo').click()
  await expect(page.getByTestId('policy-rule-heat')).toContainText('帯')
  expect(await ids()).toEqual(before)
})

test('leaving asks, and the draft is there again after the window was closed', async () => {
  await page.getByTestId('nav-displays').click()
  await expect(page.getByRole('dialog')).toContainText('保存していない変更があります')
  await page.getByRole('button', { name: '編集を続ける' }).click()
  page.once('dialog', (dialog) => void dialog.accept())
  await page.reload()
  await expect(page.getByTestId('policy-rule-heat')).toContainText('帯')
  await expect(page.getByTestId('policy-version')).toContainText('保存していない変更 1件')
  expect(await modeOf('heat')).toBe('ticker')
})

test('it is saved with a reason and stands in the history as version 2', async () => {
  await page.getByTestId('policy-save').click()
  await expect(page.getByRole('dialog')).toContainText('出し方: 一行 → 帯')
  await page.getByTestId('policy-note').fill('熱中症を見やすくする')
  expect(await barriersOf(page)).toEqual([])
  await page.getByTestId('policy-save-yes').click()
  await expect(page.getByTestId('policy-version')).toContainText('第2版を使用中')
  expect(await modeOf('heat')).toBe('banner')
  await page.getByTestId('policy-history').click()
  await expect(page.getByTestId('policy-version-2')).toContainText('熱中症を見やすくする')
  await expect(page.getByTestId('policy-version-2')).toContainText('管理者')
  await page.getByTestId('policy-show-2').click()
  await expect(page.getByTestId('policy-version-2')).toContainText('出し方: 一行 → 帯')
  expect(await barriersOf(page)).toEqual([])
})

test('version 1 is put back as version 3', async () => {
  await page.getByTestId('policy-show-1').click()
  await page.getByTestId('policy-restore-1').click()
  await expect(page.getByRole('dialog')).toContainText('出し方: 帯 → 一行')
  await page.getByTestId('policy-save-yes').click()
  await expect(page.getByTestId('policy-version')).toContainText('第3版を使用中')
  expect(await modeOf('heat')).toBe('ticker')
})

test('two people at once: both see the differences, and neither loses anything', async () => {
  await page.getByTestId('policy-open-heat').click()
  await page.getByTestId('policy-mode-banner').click()
  await page.getByTestId('policy-form-done').click()
  await page.getByTestId('policy-save').click()
  await expect(page.getByTestId('policy-note')).toBeVisible()
  const { version, policy } = await inForce()
  const theirs = AlertPolicy.parse({
    rules: policy.rules.map((rule) => (rule.id === 'thunder' ? { ...rule, name: '雷' } : rule)),
  })
  await api('PUT', '/alerts/policy', { basedOn: version, note: '雷の名前', policy: theirs })
  await page.getByTestId('policy-save-yes').click()
  const dialog = page.getByRole('dialog')
  await expect(dialog).toContainText('ほかの人が先に保存しました')
  await expect(dialog).toContainText('出し方: 一行 → 帯')
  await expect(dialog).toContainText('雷')
  expect(await barriersOf(page)).toEqual([])
  await page.getByTestId('policy-reapply').click()
  await expect(page.getByTestId('policy-rule-thunder')).toContainText('雷')
  await page.getByTestId('policy-save').click()
  await page.getByTestId('policy-save-yes').click()
  await expect(page.getByTestId('policy-version')).toContainText('第5版を使用中')
  expect(await modeOf('heat')).toBe('banner')
  expect((await inForce()).policy.rules.find(({ id }) => id === 'thunder')?.name).toBe('雷')
})

test('who only looks sees the table and can try it, but changes nothing', async () => {
  await context.clearCookies()
  await signInNew(page, cms, api, { username: 'mishima', name: '三島', role: 'viewer' })
  await page.getByTestId('nav-policy').click()
  await expect(page.getByText('見るだけです')).toBeVisible()
  await expect(page.getByTestId('policy-save')).toHaveCount(0)
  await expect(page.getByTestId('policy-open-heat')).toHaveCount(0)
  await expect(page.getByTestId('policy-rule-heat').getByRole('button')).toHaveCount(0)
  await page.getByTestId('policy-try').click()
  await expect(page.getByTestId('policy-test-answer')).toContainText('になります')
  expect(await barriersOf(page)).toEqual([])
})
