import { readFile, writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import { once } from 'node:events'
import { join } from 'node:path'
import {
  sampleStreets,
  sampleTimetableZip,
  startTownFeeds,
  TOWN_FEED_PATHS,
  type TownFeeds,
} from '@akari/content-samples'
import { BoardHead, FeedView, PlaylistView } from '@akari/protocol'
import { expect, type Page, test } from '@playwright/test'
import {
  LOBBY_PROFILE,
  localApi,
  pair,
  type Service,
  startAgentProcess,
  startCmsProcess,
} from '../support/city-hall.ts'
import { signInFirst } from '../support/console-session.ts'
import { settled } from '../support/settled.ts'
import { type TemporaryFolder, temporaryFolder } from '../support/temporary-folder.ts'

let folder: TemporaryFolder
let town: TownFeeds
let cms: Service
let agent: Service
let api: ReturnType<typeof localApi>
let page: Page

test.describe.configure({ mode: 'serial' })

test.beforeAll(async ({ browser }) => {
  folder = await temporaryFolder('boards')
  api = localApi(folder.path)
  town = await startTownFeeds({ port: 0 })
  cms = await startCmsProcess(folder.path, { AKARI_FEED_PRIVATE_HOSTS: '127.0.0.1' })
  agent = await startAgentProcess(folder.path, cms.url)
  page = await browser.newPage({ viewport: { width: 1440, height: 900 }, reducedMotion: 'reduce' })
  await signInFirst(page, cms)
})

test.afterAll(async () => {
  await page.context().close()
  await agent.process.stop()
  await cms.process.stop()
  await town.close()
  await folder.remove()
})

test('a source of news is set up, and what came is shown at once', async () => {
  await page.getByTestId('nav-town').click()
  await page.getByTestId('town-nav-feeds').click()
  await expect(page.getByTestId('nav-town')).toHaveAttribute('aria-current', 'page')
  await page.getByTestId('feed-new-news').click()
  await page.getByTestId('feed-name').fill('市のお知らせ')
  await page.getByTestId('feed-news').fill(`${town.origin}${TOWN_FEED_PATHS.news}`)
  await page.getByTestId('feed-attribution').fill('あかり市')
  await page.getByTestId('feed-save').click()
  await expect(page).toHaveURL(/\/feeds\/[^?]+$/)
  await expect(page.getByTestId('feed-health')).toHaveAttribute('data-state', 'ok')
  await expect(page.getByTestId('feed-came').getByRole('listitem')).not.toHaveCount(0)
})

test('a board of it goes into a playlist and onto the glass', async ({ browser }) => {
  await page.getByTestId('town-nav-boards').click()
  await page.getByTestId('board-kind-news').click()
  await page.getByTestId('board-title').fill('市からのお知らせ')
  await page.getByTestId('board-save').click()
  await expect(page).toHaveURL(/\/boards\/(?!new)/)
  const [board] = BoardHead.array().parse(await api('GET', '/boards'))
  await page.goto(`${cms.url}/playlists/new`)
  await page.getByTestId('playlist-name').fill('ロビー')
  await page.getByTestId('playlist-add-item').click()
  await page.getByTestId('add-tab-board').click()
  await page.getByTestId(`pick-board-${board?.id}`).click()
  await page.getByTestId('add-done').click()
  await page.getByTestId('playlist-save').click()
  await expect(page).toHaveURL(/\/playlists\/(?!new)/)
  const [playlist] = PlaylistView.array().parse(await api('GET', '/playlists'))
  await pair(api, agent.url, {
    attach: 'new',
    display: { profile: LOBBY_PROFILE, defaultPlaylistId: playlist?.id ?? null },
  })
  await api('POST', '/programme/publish', {})
  const glass = await browser.newPage()
  await glass.goto(agent.url)
  const [news] = FeedView.array().parse(await api('GET', '/feeds'))
  expect(news?.health.state).toBe('ok')
  await expect(glass.getByText('市からのお知らせ').first()).toBeVisible({ timeout: 30_000 })
  await glass.close()
})

test('a street map is refused when it is none, drawn by the browser when it is one, and asks for its source', async () => {
  await page.goto(`${cms.url}/boards/new?kind=townMap`)
  await page.getByTestId('board-title').fill('まちの地図')
  await page.getByTestId('board-mapName').fill('あかり市')
  await page.getByTestId('streets').getByText('市の境・施設・停留所で地図になります').waitFor()
  const choose = async (path: string): Promise<void> => {
    const chooser = page.waitForEvent('filechooser')
    await page.getByTestId('streets-choose').click()
    await (await chooser).setFiles(path)
  }
  await choose(join(import.meta.dirname, 'boards.spec.ts'))
  await expect(page.getByTestId('streets-trouble')).toContainText('PMTiles のファイルではありません')
  await choose(await narrowStreets())
  await expect(page.getByTestId('board-streetsSource')).toHaveValue('あかり市（見本の地図）')
  await expect(page.getByAltText('端末に出る道路地図の絵')).toBeVisible({ timeout: 80_000 })
  await expect(page.getByTestId('streets-step')).toHaveCount(0)
  await page.getByTestId('board-streetsSource').fill('')
  await expect(page.getByTestId('board-faults')).toContainText('道路地図の出典')
  await page.getByTestId('nav-town').click()
  await page.getByRole('button', { name: '変更を捨てる' }).click()
})

test('a source that does not answer says what to do', async () => {
  town.pause()
  await page.getByTestId('nav-town').click()
  await page.getByTestId('town-nav-feeds').click()
  await page.getByRole('link', { name: '市のお知らせ' }).click()
  await page.getByTestId('feed-ask').click()
  await expect(page.getByTestId('feed-health')).toHaveAttribute('data-state', 'down')
  await expect(page.getByTestId('feed-health')).toContainText('取得先が動いているか')
  town.resume()
})

test('what is written of a source stays where somebody else saved it first, until one chooses', async () => {
  const [before] = FeedView.array().parse(await api('GET', '/feeds'))
  const { name, source, everySeconds, attribution, key, version } = FeedView.parse(before)
  await page.getByTestId('feed-name').fill('わたしの名前')
  await api('PUT', `/feeds/${before?.id}`, {
    source,
    everySeconds,
    attribution,
    key,
    version,
    name: `${name}（広報課）`,
  })
  await expect(page.getByTestId('feed-overtaken')).toBeVisible({ timeout: 20_000 })
  await expect(page.getByTestId('feed-name')).toHaveValue('わたしの名前')
  await expect(page.getByTestId('feed-save')).toBeDisabled()
  await page.getByTestId('feed-mine').click()
  await page.getByTestId('feed-save').click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('わたしの名前')
})

test('news that changed too much at once are looked at, and shown by a person', async () => {
  const rss = (word: string): string =>
    `<rss version="2.0"><channel><title>${word}</title>${[1, 2, 3, 4, 5]
      .map((n) => `<item><title>${word}のお知らせ${n}</title><guid>${word}${n}</guid></item>`)
      .join('')}</channel></rss>`
  let word = '市役所'
  const server = createServer((_, res) => {
    res.setHeader('content-type', 'application/rss+xml')
    res.end(rss(word))
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  await page.getByTestId('town-nav-feeds').click()
  await page.getByTestId('feed-new-news').click()
  await page.getByTestId('feed-name').fill('急に変わる')
  const port = typeof address === 'object' ? address?.port : null
  await page.getByTestId('feed-news').fill(`http://127.0.0.1:${port}/news.xml`)
  await page.getByTestId('feed-attribution').fill('あかり市')
  await page.getByTestId('feed-save').click()
  await expect(page.getByTestId('feed-health')).toHaveAttribute('data-state', 'ok')
  word = '別の人'
  await page.getByTestId('feed-ask').click()
  await expect(page.getByTestId('feed-quarantine')).toContainText('別の人のお知らせ1')
  await expect(page.getByTestId('feed-came')).toContainText('市役所のお知らせ1')
  await page.getByTestId('feed-release').click()
  await expect(page.getByTestId('feed-quarantine')).toHaveCount(0)
  await expect(page.getByTestId('feed-came').last()).toContainText('別の人のお知らせ1')
  server.close()
})

test('a timetable is handed in as a file, and the stops to keep are chosen on the picture', async () => {
  await page.getByTestId('town-nav-feeds').click()
  await page.getByTestId('feed-new-transit').click()
  await page.getByTestId('feed-name').fill('市バス')
  await page.getByTestId('feed-attribution').fill('あかり市')
  await page.getByTestId('feed-save').click()
  const card = page.getByTestId('feed-timetable')
  await card.locator('input[type="file"]').setInputFiles({
    name: 'gtfs.zip',
    mimeType: 'application/zip',
    buffer: Buffer.from(sampleTimetableZip()),
  })
  const stops = card.getByRole('checkbox', { name: /./ })
  await expect(stops).not.toHaveCount(0, { timeout: 30_000 })
  await card.getByTestId('stop-spot').first().click()
  await expect(card.getByRole('status')).toContainText('1')
  await card.getByTestId('feed-keep').click()
  await settled(card.getByTestId('feed-keep'))
  const all = FeedView.array().parse(await api('GET', '/feeds'))
  expect(all.find(({ name }) => name === '市バス')?.source).toMatchObject({ stops: [expect.any(String)] })
})

test('a map of the town is drawn with the keyboard alone', async () => {
  await page.goto(`${cms.url}/boards/new?kind=townMap`)
  const cross = page.getByTestId('town-cross')
  await cross.press('Enter')
  await expect(page.getByTestId('board-places')).toBeVisible()
  await page.getByRole('radio', { name: '市の境' }).press('Space')
  await cross.press('Enter')
  for (const key of ['ArrowRight', 'ArrowDown']) {
    await cross.press(key)
    await cross.press('Enter')
  }
  const last = page.getByTestId('town-corner-2')
  const before = await last.getAttribute('cx')
  await last.press('ArrowLeft')
  await expect(last).not.toHaveAttribute('cx', before ?? '')
  await last.press('PageUp')
  await expect(page.getByTestId('town-corner-1')).toBeFocused()
  await page.keyboard.press('Delete')
  await expect(last).toHaveCount(0)
  await expect(page.getByTestId('town-corner-1')).toBeFocused()
})

/** The streets of the sample as if they were a strip: a picture of all of them takes a browser without a GPU its time. */
async function narrowStreets(): Promise<string> {
  const bytes = await readFile(sampleStreets().tilesPath)
  const [south, north] = [35.699, 35.703]
  bytes.writeInt32LE(south * 1e7, 106)
  bytes.writeInt32LE(north * 1e7, 114)
  const path = join(folder.path, 'strip.pmtiles')
  await writeFile(path, bytes)
  return path
}
