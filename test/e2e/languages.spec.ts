import { readFile } from 'node:fs/promises'
import { AlertDesk, LanguageInReview, type Texts } from '@akari/protocol'
import { expect, type Page, test } from '@playwright/test'
import { barriersOf } from '../support/barriers.ts'
import { localApi, type Service, startCmsProcess } from '../support/city-hall.ts'
import { signInFirst } from '../support/console-session.ts'
import { type TemporaryFolder, temporaryFolder } from '../support/temporary-folder.ts'

let folder: TemporaryFolder
let cms: Service
let api: ReturnType<typeof localApi>
let page: Page
const complaints: string[] = []

const READER = 'グエン・ティ・ラン'

test.describe.configure({ mode: 'serial' })

test.beforeAll(async ({ browser }) => {
  folder = await temporaryFolder('languages')
  api = localApi(folder.path)
  cms = await startCmsProcess(folder.path)
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, reducedMotion: 'reduce' })
  page = await context.newPage()
  page.on('pageerror', (error) => complaints.push(error.message))
  await signInFirst(page, cms)
  await expect(page.getByTestId('nav-languages')).toBeVisible()
})

test.afterAll(async () => {
  await page.context().close()
  await cms.process.stop()
  await folder.remove()
})

async function inReview(): Promise<LanguageInReview> {
  return LanguageInReview.parse(await api('GET', '/phrases/vi'))
}

/** A phrase of the book in every language. */
async function phrase(key: string): Promise<Texts> {
  const found = (await inReview()).phrases.find((each) => each.key === key)
  if (found === undefined) throw new Error(`no phrase ${key}`)
  return found.texts
}

/** What the live alert says in Vietnamese; null where it says nothing. */
async function spoken(): Promise<string | null> {
  const { live } = AlertDesk.parse(await api('GET', '/alerts/desk'))
  return live.alerts[0]?.words.headline.vi ?? null
}

test('the list says of all fifteen languages what they are to real alerts, without barriers', async () => {
  await page.getByTestId('nav-languages').click()
  await expect(page.locator('[data-testid^="language-row-"]')).toHaveCount(15)
  await expect(page.getByTestId('language-row-en')).toHaveAttribute('data-state', 'always')
  await expect(page.getByTestId('language-row-vi')).toHaveAttribute('data-state', 'waiting')
  for (const language of ['en', 'ja']) {
    await page.getByTestId(`language-${language}`).click()
    expect(await barriersOf(page)).toEqual([])
  }
})

test('a language opens with the keyboard, and shows every phrase beside Japanese and English', async () => {
  await page.getByTestId('language-row-vi').getByRole('link').focus()
  await page.keyboard.press('Enter')
  const { phrases, review } = await inReview()
  await expect(page.locator('[data-testid^="phrase-"][data-status]')).toHaveCount(phrases.length)
  expect(review.waiting).toBe(phrases.length)
  const fire = page.getByTestId('phrase-templates.buildingFire.headline')
  const texts = await phrase('templates.buildingFire.headline')
  for (const text of [texts.ja, texts.en, texts.vi]) await expect(fire).toContainText(text ?? 'no such text')
  expect(await barriersOf(page)).toEqual([])
  await page.getByRole('searchbox').fill(texts.vi ?? '')
  await expect(page.locator('[data-testid^="phrase-"][data-status]')).toHaveCount(1)
  await page.getByRole('searchbox').fill('')
})

test('a phrase stands on a lying and an upright glass', async () => {
  await page.getByTestId('preview-templates.buildingFire').click()
  const glasses = page.getByTestId('phrase-preview').locator('.ak-emergency')
  await expect(glasses).toHaveCount(2)
  const said = (await phrase('templates.buildingFire.headline')).vi ?? 'no such text'
  for (const glass of await glasses.all()) await expect(glass).toContainText(said)
  expect(await barriersOf(page, '[role="dialog"]')).toEqual([])
  await page.keyboard.press('Escape')
  await expect(glasses).toHaveCount(0)
})

test('a named person confirms the language after reading what will happen, and real alerts speak it from then on', async () => {
  const fire = {
    channel: 'live',
    templateId: 'building-fire',
    target: { kind: 'all' },
    minutes: null,
    requestId: 'fire',
  }
  await api('POST', '/alerts', fire)
  expect(await spoken()).toBeNull()
  const { phrases } = await inReview()
  await page.getByTestId('language-confirm').click()
  await page.getByTestId('confirm-name').fill(READER)
  await page.getByTestId('confirm-capacity').fill('国際交流協会 翻訳')
  await expect(page.getByTestId('confirm-send')).toBeDisabled()
  await expect(page.getByRole('dialog')).toContainText(`ベトナム語が出ます: ${phrases.length}文`)
  await page.getByTestId('confirm-understood').check()
  expect(await barriersOf(page, '[role="dialog"]')).toEqual([])
  await page.getByTestId('confirm-send').click()
  await expect(page.getByTestId('language-standing')).toHaveAttribute('data-state', 'confirmed')
  await expect(page.getByTestId('language-standing')).toContainText(READER)
  expect(await spoken()).toMatch(/\p{L}/u)
  await page.getByTestId('languages-back').click()
  await expect(page.getByTestId('language-row-vi')).toHaveAttribute('data-state', 'confirmed')
  await expect(page.getByTestId('language-row-vi')).toContainText(READER)
})

test('a phrase found wrong holds the language back when the person says so, until it is settled', async () => {
  await page.getByTestId('language-row-vi').getByRole('link').click()
  await page.getByTestId('report-templates.buildingFire.headline').click()
  await page.getByTestId('report-note').fill('意味が逆に読めます')
  await page.getByTestId('report-holds').check()
  await page.getByTestId('report-send').click()
  await expect(page.getByTestId('language-standing')).toHaveAttribute('data-state', 'held')
  expect(await spoken()).toBeNull()
  expect(await barriersOf(page, '[data-testid="phrase-reports"]')).toEqual([])
  await page.getByTestId('report-resolve').click()
  await page.getByTestId('report-end-note').fill('協会に確かめ、正しい訳でした')
  await page.getByTestId('report-end-send').click()
  await expect(page.getByTestId('language-standing')).toHaveAttribute('data-state', 'confirmed')
  expect(await spoken()).toMatch(/\p{L}/u)
})

test('a translator outside gets the phrases as a table that spreadsheets open', async () => {
  const coming = page.waitForEvent('download')
  await page.getByTestId('phrases-csv').click()
  const download = await coming
  expect(download.suggestedFilename()).toMatch(/ベトナム語\.csv$/)
  const sheet = await readFile(await download.path(), 'utf8')
  expect(sheet.startsWith('\uFEFF"区分","文の番号","日本語"')).toBe(true)
  expect(sheet.trimEnd().split('\r\n')).toHaveLength((await inReview()).phrases.length + 1)
  await page.emulateMedia({ media: 'print' })
  await expect(page.locator('.phrases-on-paper table').first()).toBeVisible()
  await expect(page.getByTestId('language-standing')).toBeHidden()
  await page.emulateMedia({ media: 'screen' })
})

test('a confirmation is withdrawn with its reason, and the alert in force falls silent in that language', async () => {
  await page.getByTestId('language-withdraw').click()
  await page.getByTestId('withdraw-reason').fill('訳の見直し')
  await page.getByTestId('withdraw-send').click()
  await expect(page.getByTestId('language-standing')).toHaveAttribute('data-state', 'waiting')
  expect(await spoken()).toBeNull()
  await expect(page.getByTestId('history-vi')).toContainText('訳の見直し')
  expect(await barriersOf(page, '[data-testid="history-vi"]')).toEqual([])
  expect(complaints).toEqual([])
})
