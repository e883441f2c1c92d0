import { samplePath } from '@akari/content-samples'
import { PlaylistView, PosterView } from '@akari/protocol'
import { expect, type Page, test } from '@playwright/test'
import { localApi, type Service, startCmsProcess } from '../support/city-hall.ts'
import { signInFirst } from '../support/console-session.ts'
import { settled } from '../support/settled.ts'
import { type TemporaryFolder, temporaryFolder } from '../support/temporary-folder.ts'

let folder: TemporaryFolder
let cms: Service
let api: ReturnType<typeof localApi>
let page: Page

const LONG = '会社を退職したときは、十四日以内に市役所の窓口で届け出をしてください。'.repeat(5)

test.describe.configure({ mode: 'serial' })

test.beforeAll(async ({ browser }) => {
  folder = await temporaryFolder('posters')
  api = localApi(folder.path)
  cms = await startCmsProcess(folder.path)
  page = await browser.newPage({ viewport: { width: 1440, height: 900 }, reducedMotion: 'reduce' })
  await signInFirst(page, cms)
  await expect(page.getByTestId('nav-posters')).toBeVisible()
})

test.afterAll(async () => {
  await page.context().close()
  await cms.process.stop()
  await folder.remove()
})

test('a poster is filled in, told when it cannot be read, mended and saved', async () => {
  await page.getByTestId('nav-posters').click()
  await page.getByTestId('poster-template-notice').click()
  await expect(page.getByTestId('poster-save')).toBeDisabled()
  await page.getByTestId('poster-title').fill('国民健康保険のお知らせ')
  await page.getByTestId('poster-body').fill(LONG)
  await expect(page.getByTestId('poster-unreadable')).toContainText('本文')
  await page.getByTestId('poster-body').fill('14日以内に届け出をしてください。')
  await expect(page.getByTestId('poster-unreadable')).toHaveCount(0)
  await page.getByTestId('poster-language-en').click()
  await page.getByTestId('poster-title').fill('National Health Insurance')
  await page.getByTestId('poster-save').click()
  await expect(page).toHaveURL(/\/posters\/(?!new)/)
  const [saved] = PosterView.array().parse(await api('GET', '/posters'))
  expect(saved).toMatchObject({
    title: { ja: '国民健康保険のお知らせ', en: 'National Health Insurance' },
    poster: { template: 'notice', body: { ja: '14日以内に届け出をしてください。' } },
    version: 1,
  })
})

test('what was written and not saved is there again, and can be taken back', async () => {
  await page.getByTestId('poster-language-ja').click()
  await page.getByTestId('poster-contact').fill('保険年金課 5番窓口')
  page.once('dialog', (dialog) => void dialog.accept())
  await page.reload()
  await expect(page.getByTestId('poster-contact')).toHaveValue('保険年金課 5番窓口')
  await page.getByTestId('poster-contact').fill('保険年金課')
  await page.keyboard.press('Control+z')
  await expect(page.getByTestId('poster-contact')).toHaveValue('保険年金課 5番窓口')
  await page.getByTestId('poster-save').click()
  await settled(page.getByTestId('poster-save'))
})

test('it goes into a playlist, where it says that it is shown', async () => {
  const [poster] = PosterView.array().parse(await api('GET', '/posters'))
  await page.goto(`${cms.url}/playlists/new`)
  await page.getByTestId('playlist-name').fill('ロビー')
  await page.getByTestId('playlist-add-item').click()
  await page.getByTestId('upload-input').setInputFiles(samplePath('media/waste.landscape.ja.webp'))
  await page.locator('[data-testid^="pick-"]:visible').first().click()
  await page.getByTestId('add-tab-poster').click()
  await page.getByTestId(`pick-poster-${poster?.id}`).click()
  await page.getByTestId('add-done').click()
  await page.getByTestId('playlist-save').click()
  await expect(page).toHaveURL(/\/playlists\/(?!new)/)
  const [playlist] = PlaylistView.array().parse(await api('GET', '/playlists'))
  expect(playlist?.items.map(({ scene }) => scene)).toEqual([
    { kind: 'asset', assetId: expect.any(String) },
    { kind: 'poster', posterId: poster?.id },
  ])
  await page.getByTestId('nav-posters').click()
  await expect(page.getByTestId(`poster-${poster?.id}`)).toContainText('ロビー')
})

test('a preview passes over a file that cannot be loaded, as the display does, and says so', async () => {
  const [playlist] = PlaylistView.array().parse(await api('GET', '/playlists'))
  await page.route('**/api/files/*', (route) => route.abort())
  await page.goto(`${cms.url}/playlists/${playlist?.id}`)
  await expect(page.getByText('この素材は読み込めません')).toBeVisible()
  await page.getByTestId('playlist-play').click()
  const dialog = page.getByRole('dialog')
  await expect(dialog.locator('.ak-layer[data-place="shown"]')).toContainText('国民健康保険のお知らせ')
  await expect(dialog.getByText('は読み込めないため')).toBeVisible()
  await page.unroute('**/api/files/*')
  await page.keyboard.press('Escape')
})

test('who leaves while something new is being saved gets where they wanted to go, once it is saved', async () => {
  await page.goto(`${cms.url}/playlists/new`)
  await page.getByTestId('playlist-name').fill('休館日のお知らせ')
  const answered = Promise.withResolvers<void>()
  await page.route('**/api/playlists', async (route) => {
    if (route.request().method() === 'POST') await answered.promise
    await route.continue()
  })
  await page.getByTestId('playlist-save').click()
  await page.getByTestId('nav-layouts').click()
  await expect(page).toHaveURL(/\/playlists\/new$/)
  answered.resolve()
  await expect(page).toHaveURL(/\/layouts$/)
  await page.unroute('**/api/playlists')
  const saved = PlaylistView.array().parse(await api('GET', '/playlists'))
  expect(saved.map(({ name }) => name)).toContain('休館日のお知らせ')
  await page.goto(`${cms.url}/playlists/new`)
  await expect(page.getByTestId('playlist-name')).toHaveValue('')
})

test('who presses in the very moment in which the answer comes gets where they wanted to go', async () => {
  await page.goto(`${cms.url}/playlists/new`)
  await page.getByTestId('playlist-name').fill('夜間窓口')
  await page.evaluate(() => {
    const fetched = window.fetch
    window.fetch = async (...asked) => {
      const answer = await fetched(...asked)
      if (asked[1]?.method !== 'POST' || !answer.url.endsWith('/api/playlists')) return answer
      const text = await answer.text()
      const { promise, resolve } = Promise.withResolvers<Event>()
      window.addEventListener('handed-over', resolve, { once: true })
      document.documentElement.setAttribute('data-answered', '')
      await promise
      // Read at once: no turn of the browser lies between the press and the answer.
      return Object.assign(new Response(text, answer), { text: async () => text, json: async () => JSON.parse(text) })
    }
  })
  await page.getByTestId('playlist-save').click()
  await expect(page.locator('html')).toHaveAttribute('data-answered')
  await page.evaluate(() => {
    document.querySelector<HTMLElement>('[data-testid="nav-layouts"]')?.click()
    window.dispatchEvent(new Event('handed-over'))
  })
  await expect(page).toHaveURL(/\/layouts$/)
  const saved = PlaylistView.array().parse(await api('GET', '/playlists'))
  expect(saved.map(({ name }) => name)).toContain('夜間窓口')
})

test('what is written on while something new is being saved becomes a change of it, not another one', async () => {
  await page.goto(`${cms.url}/playlists/new`)
  await page.getByTestId('playlist-name').fill('窓口の混雑')
  const answered = Promise.withResolvers<void>()
  await page.route('**/api/playlists', async (route) => {
    if (route.request().method() === 'POST') await answered.promise
    await route.continue()
  })
  await page.getByTestId('playlist-save').click()
  await page.getByTestId('playlist-name').fill('窓口の混雑と待ち時間')
  answered.resolve()
  await expect(page).toHaveURL(/\/playlists\/(?!new)/)
  await page.unroute('**/api/playlists')
  await expect(page.getByTestId('playlist-name')).toHaveValue('窓口の混雑と待ち時間')
  await page.getByTestId('playlist-save').click()
  await settled(page.getByTestId('playlist-save'))
  const saved = PlaylistView.array().parse(await api('GET', '/playlists'))
  expect(saved.map(({ name }) => name).filter((name) => name.startsWith('窓口の混雑'))).toEqual([
    '窓口の混雑と待ち時間',
  ])
})

test('who leaves while a save is refused stays, and reads why', async () => {
  await page.goto(`${cms.url}/playlists/new`)
  await page.getByTestId('playlist-name').fill('断られるもの')
  const answered = Promise.withResolvers<void>()
  await page.route('**/api/playlists', async (route) => {
    if (route.request().method() !== 'POST') return route.continue()
    await answered.promise
    await route.abort()
  })
  await page.getByTestId('playlist-save').click()
  await page.getByTestId('nav-layouts').click()
  answered.resolve()
  await expect(page.getByRole('alert').first()).toBeVisible()
  await expect(page).toHaveURL(/\/playlists\/new$/)
  await page.unroute('**/api/playlists')
})

test('a new poster that was left unfinished is there again from the same template, and can be begun anew', async () => {
  await page.goto(`${cms.url}/posters/new?template=event`)
  await page.getByTestId('poster-title').fill('秋のまつり')
  await page.getByTestId('nav-posters').click()
  await page.getByRole('button', { name: '下書きを残して離れる' }).click()
  await page.getByTestId('poster-template-closure').click()
  await expect(page.getByTestId('poster-title')).toHaveValue('')
  await page.getByTestId('nav-posters').click()
  await page.getByTestId('poster-template-event').click()
  await expect(page.getByTestId('poster-title')).toHaveValue('秋のまつり')
  await page.getByTestId('start-over').click()
  await expect(page.getByTestId('poster-title')).toHaveValue('')
})

test('two people at one poster: both versions are seen, and also what somebody else deleted can still be saved', async () => {
  const [poster] = PosterView.array().parse(await api('GET', '/posters'))
  if (poster === undefined) throw new Error('no poster')
  const { id, title, poster: content, pictureId, version } = poster
  await page.goto(`${cms.url}/posters/${id}`)
  await page.getByTestId('poster-contact').fill('保険年金課 6番窓口')
  const theirs = { title: { ...title, ja: '国保のお知らせ' }, poster: content, pictureId, version }
  await api('PUT', `/posters/${id}`, theirs)
  await page.getByTestId('poster-save').click()
  const dialog = page.getByRole('dialog')
  await expect(dialog.getByText('保険年金課 6番窓口').last()).toBeVisible()
  await expect(dialog.locator('mark', { hasText: '国保のお知らせ' })).toBeVisible()
  await page.getByTestId('conflict-theirs').click()
  await expect(page.getByTestId('poster-title')).toHaveValue('国保のお知らせ')

  const made = PosterView.parse(await api('POST', '/posters', { ...theirs, version: 0 }))
  await page.goto(`${cms.url}/posters/${made.id}`)
  await page.getByTestId('poster-contact').fill('まだ書いている')
  await api('DELETE', `/posters/${made.id}`)
  await page.getByTestId('poster-save').click()
  await dialog.getByRole('button', { name: '別のポスターとして保存' }).click()
  await expect(page).not.toHaveURL(new RegExp(made.id))
  await expect(page.getByTestId('poster-contact')).toHaveValue('まだ書いている')
})
