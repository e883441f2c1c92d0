import { LayoutView, PlaylistView } from '@akari/protocol'
import { type BrowserContext, expect, type Page, test } from '@playwright/test'
import { barriersOf } from '../support/barriers.ts'
import { localApi, type Service, startCmsProcess } from '../support/city-hall.ts'
import { signInFirst } from '../support/console-session.ts'
import { type TemporaryFolder, temporaryFolder } from '../support/temporary-folder.ts'

let folder: TemporaryFolder
let cms: Service
let api: ReturnType<typeof localApi>
let context: BrowserContext
let page: Page

test.describe.configure({ mode: 'serial' })

test.beforeAll(async ({ browser }) => {
  folder = await temporaryFolder('layouts')
  api = localApi(folder.path)
  cms = await startCmsProcess(folder.path)
  for (const name of ['ポスター', '案内図', 'お知らせ']) {
    const notice = { kind: 'notice', title: { ja: `${name}の題` }, body: { ja: '本文' } }
    const items = [{ id: '1', seconds: 60, scene: notice, validFrom: null, validUntil: null }]
    await api('POST', '/playlists', { name, items, version: 0 })
  }
  context = await browser.newContext({ viewport: { width: 1280, height: 800 }, reducedMotion: 'reduce' })
  page = await context.newPage()
})

test.afterAll(async () => {
  await context.close()
  await cms.process.stop()
  await folder.remove()
})

async function layouts(): Promise<LayoutView[]> {
  return LayoutView.array().parse(await api('GET', '/layouts'))
}

async function assign(zone: number, playlist: string): Promise<void> {
  await page.getByTestId(`zone-playlist-${zone}`).click()
  await page.getByRole('option', { name: playlist }).click()
}

test('an empty list leads to the templates', async () => {
  await signInFirst(page, cms)
  await page.getByTestId('nav-layouts').click()
  await expect(page.getByTestId('template-column')).toBeVisible()
  expect(await barriersOf(page)).toEqual([])
})

test('a template becomes a layout with the keyboard alone', async () => {
  await page.getByTestId('template-halves').press('Enter')
  await expect(page.getByTestId('layout-save')).toBeDisabled()
  await page.getByTestId('layout-name').fill('受付')
  await assign(1, 'ポスター')
  await assign(2, 'お知らせ')
  await page.getByTestId('zone-2').focus()
  await page.keyboard.press('Shift+ArrowLeft')
  await page.keyboard.press('Shift+ArrowLeft')
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('ArrowRight')
  await page.getByTestId('zone-1').focus()
  await page.keyboard.press('Shift+ArrowRight')
  await page.getByTestId('layout-save').click()
  await expect(page).toHaveURL(/\/layouts\/(?!new)/)
  const [made] = await layouts()
  expect(made).toMatchObject({ name: '受付', version: 1 })
  expect(made?.landscape?.map(({ area }) => area)).toEqual([
    { x: 0, y: 0, w: 7, h: 12 },
    { x: 8, y: 0, w: 4, h: 12 },
  ])
  expect(await barriersOf(page)).toEqual([])
})

test('the preview runs the playlists of the zones', async () => {
  await expect(page.locator('.ak-zone h1', { hasText: 'ポスターの題' })).toBeVisible()
  await expect(page.locator('.ak-zone h1', { hasText: 'お知らせの題' })).toBeVisible()
})

test('a zone is dragged and sized with the mouse, never over another, and one drag is one step of undo', async () => {
  const corner = page.getByTestId('corner-2')
  const box = await corner.boundingBox()
  if (box === null) throw new Error('the corner is not on the page')
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2]
  await page.mouse.move(x, y)
  await page.mouse.down()
  await page.mouse.move(x, y - 120, { steps: 6 })
  await page.mouse.up()
  const zone = await page.getByTestId('zone-2').boundingBox()
  if (zone === null) throw new Error('the zone is not on the page')
  await page.mouse.move(zone.x + 20, zone.y + 20)
  await page.mouse.down()
  await page.mouse.move(zone.x - 400, zone.y + 20, { steps: 8 })
  await page.mouse.up()
  await page.getByTestId('layout-save').click()
  await expect.poll(async () => (await layouts())[0]?.version).toBe(2)
  const [, second] = (await layouts())[0]?.landscape ?? []
  expect(second?.area.h).toBeLessThan(12)
  expect(second?.area.x).toBe(7)
  await page.keyboard.press('Control+z')
  await page.keyboard.press('Control+z')
  await page.getByTestId('layout-save').click()
  await expect.poll(async () => (await layouts())[0]?.version).toBe(3)
  expect((await layouts())[0]?.landscape?.[1]?.area).toEqual({ x: 8, y: 0, w: 4, h: 12 })
})

test('the other shape follows until it is drawn', async () => {
  await page.getByTestId('layout-shape').getByText('縦型', { exact: true }).click()
  await page.getByTestId('layout-draw-shape').click()
  await page.getByTestId('zone-1').focus()
  await page.keyboard.press('Shift+ArrowUp')
  await page.getByTestId('zone-add').click()
  await assign(3, '案内図')
  await page.getByTestId('layout-save').click()
  await expect.poll(async () => (await layouts())[0]?.portrait?.length).toBe(3)
})

test('two editors at once: the second is shown both, and nothing is lost', async () => {
  const [before] = await layouts()
  if (before === undefined) throw new Error('no layout')
  const { id, usedIn: _usedIn, updatedAt: _updatedAt, ...input } = before
  await api('PUT', `/layouts/${id}`, { ...input, name: 'ほかの人の名前' })
  await page.getByTestId('layout-name').fill('わたしの名前')
  await page.getByTestId('layout-save').click()
  await expect(page.getByRole('dialog')).toContainText('ほかの人の名前')
  await expect(page.getByRole('dialog')).toContainText('わたしの名前')
  await page.getByTestId('conflict-theirs').click()
  await expect(page.getByTestId('layout-name')).toHaveValue('ほかの人の名前')
  await page.keyboard.press('Control+z')
  await expect(page.getByTestId('layout-name')).toHaveValue('わたしの名前')
})

test('what was not saved is there again after the window was closed', async () => {
  await page.evaluate(() => window.addEventListener('beforeunload', (event) => event.stopImmediatePropagation(), true))
  await page.goto(`${cms.url}/playlists`)
  await page.goto(`${cms.url}/layouts/${(await layouts())[0]?.id}`)
  await expect(page.getByTestId('layout-name')).toHaveValue('わたしの名前')
})

test('a layout goes into a playlist, and stays while it is there', async () => {
  const [layout] = await layouts()
  const lists = PlaylistView.array().parse(await api('GET', '/playlists'))
  await page.getByTestId('layout-save').click()
  await expect.poll(async () => (await layouts())[0]?.name).toBe('わたしの名前')
  const scene = { kind: 'layout', layoutId: layout?.id }
  const items = [{ id: '1', seconds: 60, scene, validFrom: null, validUntil: null }]
  await api('POST', '/playlists', { name: 'ロビー', items, version: 0 })
  await page.getByTestId('nav-layouts').click()
  await expect(page.getByTestId(`layout-${layout?.id}`)).toContainText('ロビー')
  expect(lists).toHaveLength(3)
})

test('the preview of a playlist fades and cuts as the display will', async () => {
  const items = ['ひとつ目', 'ふたつ目'].map((title, n) => {
    const scene = { kind: 'notice', title: { ja: title }, body: { ja: '本文' } }
    return { id: String(n), seconds: 2, scene, validFrom: null, validUntil: null }
  })
  const { id } = PlaylistView.parse(await api('POST', '/playlists', { name: '短い番組', items, version: 0 }))
  await page.goto(`${cms.url}/playlists/${id}`)
  const shown = page.getByRole('dialog').locator('.ak-layer[data-place="shown"]')
  for (const [label, enters] of [
    ['ふわっと', 'fade'],
    ['すぐに', 'cut'],
  ] as const) {
    await page.getByText(label, { exact: true }).click()
    await page.getByTestId('playlist-play').click()
    for (const title of ['ひとつ目', 'ふたつ目']) {
      await expect(shown).toContainText(title)
      await expect(shown).toHaveAttribute('data-enters', enters)
    }
    await page.keyboard.press('Escape')
    await expect(page.getByRole('dialog')).toHaveCount(0)
  }
})

test('whoever leaves while the answer to a save comes in is not asked about changes that are saved', async () => {
  const [layout] = await layouts()
  await page.goto(`${cms.url}/layouts/${layout?.id}`)
  await page.getByTestId('layout-name').fill('出がけに保存')
  await page.evaluate(() => {
    const ask = window.fetch
    window.fetch = async (...request) => {
      const answer = await ask(...request)
      const said = answer.text.bind(answer)
      if (request[1]?.method === 'PUT')
        answer.text = async () => {
          const saved = await said()
          setTimeout(() => document.querySelector<HTMLElement>('[data-testid="nav-layouts"]')?.click())
          return saved
        }
      return answer
    }
  })
  await page.getByTestId('layout-save').click()
  await expect(page.getByTestId(`layout-${layout?.id}`)).toContainText('出がけに保存')
})
