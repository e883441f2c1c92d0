import { join } from 'node:path'
import { startTownFeeds, TOWN_FEED_PATHS, type TownFeeds } from '@akari/content-samples'
import { BoardHead, FeedView, PlaylistView } from '@akari/protocol'
import { expect, type Page, test } from '@playwright/test'
import { buildPages } from '../../scripts/build-pages.ts'
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
let town: TownFeeds
let cms: Service
let agent: Service
let api: ReturnType<typeof localApi>
let page: Page

test.describe.configure({ mode: 'serial' })

test.beforeAll(async ({ browser }) => {
  expect(await buildPages(join(import.meta.dirname, '../..'), ['console', 'screen'])).toBe(true)
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
