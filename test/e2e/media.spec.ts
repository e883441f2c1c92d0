import { expect, type Page, test } from '@playwright/test'
import sharp from 'sharp'
import { z } from 'zod'
import { barriersOf } from '../support/barriers.ts'
import { localApi, type Service, startCmsProcess } from '../support/city-hall.ts'
import { signInFirst } from '../support/console-session.ts'
import { settled } from '../support/settled.ts'
import { type TemporaryFolder, temporaryFolder } from '../support/temporary-folder.ts'

let folder: TemporaryFolder
let cms: Service
let api: ReturnType<typeof localApi>
let page: Page

const Named = z.array(z.object({ id: z.string(), title: z.object({ ja: z.string() }) }))

test.describe.configure({ mode: 'serial' })

test.beforeAll(async ({ browser }) => {
  folder = await temporaryFolder('media')
  api = localApi(folder.path)
  cms = await startCmsProcess(folder.path, { AKARI_SEED: 'sample' })
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, reducedMotion: 'reduce' })
  page = await context.newPage()
  await signInFirst(page, cms)
  await page.getByTestId('nav-assets').click()
  await expect(page.getByTestId('folder-new')).toBeVisible()
})

test.afterAll(async () => {
  await page.context().close()
  await cms.process.stop()
  await folder.remove()
})

async function picture(name: string, colour: string): Promise<{ name: string; mimeType: string; buffer: Buffer }> {
  const image = sharp({ create: { width: 1600, height: 1200, channels: 3, background: colour } })
  return { name: `${name}.png`, mimeType: 'image/png', buffer: await image.png().toBuffer() }
}

const card = (title: string) => page.locator('li', { hasText: title }).filter({ has: page.getByRole('checkbox') })

test('many files go into the open folder; one that is no picture is named, one that was there is linked', async () => {
  await page.getByTestId('folder-new').click()
  await page.getByTestId('folder-name').fill('秋まつり')
  await page.getByTestId('folder-submit').click()
  await expect(page.getByRole('button', { name: '秋まつり' }).first()).toHaveAttribute('aria-current', 'true')
  const red = await picture('会場', '#a03020')
  const svg = {
    name: '図.svg',
    mimeType: 'image/svg+xml',
    buffer: Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'),
  }
  await page
    .getByTestId('upload-input')
    .setInputFiles([red, await picture('屋台', '#3060a0'), svg, { ...red, name: '同じ.png' }])
  const rows = page.getByTestId('upload-row')
  await expect(rows.filter({ hasText: '図.svg' })).toHaveAttribute('data-state', 'failed')
  await expect(rows.filter({ hasText: '屋台.png' })).toHaveAttribute('data-state', 'done')
  await expect(rows.filter({ hasText: 'もうあります' })).toHaveCount(1)
  await expect(card('会場')).toBeVisible()
  await expect(card('屋台')).toBeVisible()
  expect(await barriersOf(page)).toEqual([])
})

test('a picture that is deleted comes back by undo, and one in use stays and says where', async () => {
  await card('屋台').getByRole('checkbox').check()
  expect(await barriersOf(page)).toEqual([])
  await page.getByTestId('selection-delete').click()
  await expect(card('屋台')).toHaveCount(0)
  await page.getByTestId('undo').click()
  await expect(card('屋台')).toBeVisible()
  await page.getByRole('button', { name: 'すべての素材' }).click()
  const used = z
    .array(z.object({ id: z.string(), usedIn: z.array(z.object({ name: z.string() })), variantOf: z.unknown() }))
    .parse(await api('GET', '/assets'))
    .find(({ usedIn, variantOf }) => usedIn.length > 0 && variantOf === null)
  await page.getByTestId(`asset-${used?.id}`).click()
  await page.getByTestId('asset-delete').click()
  await expect(page.getByRole('dialog', { name: '削除できません' })).toContainText(used?.usedIn[0]?.name ?? '')
  await page.keyboard.press('Escape')
})

test('the point that matters is set with the arrow keys, and glass of each shape follows', async () => {
  await page.getByTestId(`asset-${await idOf('会場')}`).click()
  const drawer = page.getByRole('dialog', { name: '会場' })
  await drawer.getByRole('tab', { name: '見せ方' }).click()
  await drawer.getByText('画面いっぱいに見せる', { exact: true }).click()
  await drawer.getByTestId('focus-mark').focus()
  for (let press = 0; press < 3; press++) await page.keyboard.press('Shift+ArrowRight')
  await page.keyboard.press('ArrowUp')
  await drawer.getByText('縦長 9:16', { exact: true }).click()
  await drawer.getByRole('button', { name: 'この形で切り取る' }).click()
  expect(await barriersOf(page)).toEqual([])
  await drawer.getByTestId('framing-save').click()
  await settled(drawer.getByTestId('framing-save'))
  const saved = z.array(z.looseObject({ id: z.string(), framing: z.unknown() })).parse(await api('GET', '/assets'))
  const id = await idOf('会場')
  expect(saved.find((asset) => asset.id === id)?.framing).toMatchObject({
    focus: { x: expect.closeTo(0.8, 5), y: expect.closeTo(0.49, 5) },
    crops: { '9:16': { height: 1 } },
  })
})

test('two people at one asset: what was typed stays, and is saved on top when asked', async () => {
  const drawer = page.getByRole('dialog', { name: '会場' })
  await drawer.getByRole('tab', { name: '内容' }).click()
  await drawer.getByTestId('asset-alt').fill('赤い会場の写真')
  const id = await idOf('会場')
  await api('PATCH', `/assets/${id}`, { version: await versionOf(id), tags: ['秋'] })
  await drawer.getByTestId('asset-save').click()
  await expect(drawer.getByRole('alert')).toContainText('ほかの人が先に変えました')
  await expect(drawer.getByTestId('asset-alt')).toHaveValue('赤い会場の写真')
  await drawer.getByRole('button', { name: '今の内容に合わせて保存' }).click()
  await expect(drawer.getByTestId('asset-save')).toHaveCount(0)
  await drawer.getByRole('tab', { name: '版' }).click()
  await drawer.locator('input[type=file]').setInputFiles(await picture('新しい会場', '#208060'))
  await expect(drawer.getByText('版 2')).toBeVisible()
  await drawer.getByTestId('version-1-back').click()
  const question = page.getByRole('dialog', { name: '版 1 に戻しますか' })
  await question.getByRole('button', { name: 'この版に戻す' }).click()
  await expect(drawer.getByText('版 3', { exact: true })).toBeVisible()
  expect(await barriersOf(page)).toEqual([])
})

async function idOf(title: string): Promise<string> {
  return Named.parse(await api('GET', '/assets')).find((asset) => asset.title.ja === title)?.id ?? ''
}

async function versionOf(id: string): Promise<number> {
  const all = z.array(z.object({ id: z.string(), version: z.number() })).parse(await api('GET', '/assets'))
  return all.find((asset) => asset.id === id)?.version ?? 0
}
