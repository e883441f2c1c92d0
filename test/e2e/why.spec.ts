import { Explanation, UserWithPassword } from '@akari/protocol'
import { expect, type Page, test } from '@playwright/test'
import { z } from 'zod'
import { barriersOf } from '../support/barriers.ts'
import {
  LOBBY_PROFILE,
  localApi,
  pair,
  type Service,
  startAgentProcess,
  startCmsProcess,
} from '../support/city-hall.ts'
import { type TemporaryFolder, temporaryFolder } from '../support/temporary-folder.ts'

let folder: TemporaryFolder
let cms: Service
let agent: Service
let api: ReturnType<typeof localApi>
let displayId: string
let page: Page
let glassPage: Page

const PASSWORD = 'かわせみ けやき さくら 2026'
const Id = z.object({ id: z.string() })

test.describe.configure({ mode: 'serial' })

test.beforeAll(async ({ browser }) => {
  folder = await temporaryFolder('why')
  api = localApi(folder.path)
  cms = await startCmsProcess(folder.path)
  agent = await startAgentProcess(folder.path, cms.url)
  glassPage = await browser.newPage({ viewport: { width: 1920, height: 1080 } })
  await glassPage.goto(agent.url)
  displayId = await pair(api, agent.url)
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, reducedMotion: 'reduce' })
  page = await context.newPage()
})

test.afterAll(async () => {
  await page.context().close()
  await glassPage.context().close()
  await agent.process.stop()
  await cms.process.stop()
  await folder.remove()
})

const ticked = (step: string) => expect(page.getByTestId(`guide-${step}`)).toHaveAttribute('data-done', 'true')

test('a new editor follows the first steps, which tick themselves off, to their poster on the lobby display', async () => {
  const made = UserWithPassword.parse(await api('POST', '/users', { username: 'hanako', name: '花子', role: 'editor' }))
  await page.goto(cms.url)
  await page.getByTestId('sign-in-username').fill('hanako')
  await page.getByTestId('sign-in-password').fill(made.password)
  await page.keyboard.press('Enter')
  await page.getByTestId('password-current').fill(made.password)
  await page.getByTestId('password-next').fill(PASSWORD)
  await page.keyboard.press('Enter')
  const guide = page.getByTestId('guide')
  await expect(guide).toHaveAttribute('data-next', 'material')
  expect(await barriersOf(page)).toEqual([])

  await page.getByTestId('guide-go').press('Enter')
  await expect(page.locator('[data-guide="material"]')).toBeVisible()
  await page.getByTestId('poster-template-notice').press('Enter')
  await page.getByTestId('poster-title').fill('国民健康保険のお知らせ')
  await page.getByTestId('poster-body').fill('14日以内に届け出をしてください。')
  await page.getByTestId('poster-save').click()
  await expect(page).toHaveURL(/\/posters\/(?!new)/)
  await ticked('material')

  await page.getByTestId('guide-go').press('Enter')
  await page.getByTestId('playlist-new').first().press('Enter')
  await page.getByTestId('playlist-name').fill('ロビーのお知らせ')
  await page.getByTestId('playlist-add-item').first().click()
  const [poster] = z.array(Id).parse(await api('GET', '/posters'))
  await page.getByTestId('add-tab-poster').click()
  await page.getByTestId(`pick-poster-${poster?.id}`).click()
  await page.getByTestId('add-done').click()
  await page.getByTestId('playlist-save').click()
  await expect(page).toHaveURL(/\/playlists\/(?!new)/)
  await ticked('playlist')

  await page.getByTestId('guide-go').press('Enter')
  await page.getByTestId('entry-new').first().press('Enter')
  await page.getByTestId('entry-playlist').click()
  await page.getByRole('option', { name: 'ロビーのお知らせ' }).click()
  await page.getByTestId('entry-targets').click()
  await page.getByRole('option', { name: LOBBY_PROFILE.name }).click()
  await page.keyboard.press('Escape')
  await page.getByTestId('entry-save').click()
  await ticked('schedule')
  const [entry] = z.array(Id.loose()).parse(await api('GET', '/entries'))
  const rule = { start: '2026-01-01T00:00', timeZone: 'Asia/Tokyo', rrule: 'FREQ=DAILY', exdates: [], rdates: [] }
  // Whatever the time of day this test runs at: all day long.
  await api('PUT', `/entries/${entry?.id}`, { ...entry, rule: { ...rule, durationMinutes: 1440 } })

  await page.getByTestId('guide-check').click()
  await expect(page.getByTestId('why-entry-answer')).not.toBeEmpty()
  await expect(page.getByTestId(`candidate-${entry?.id}`)).toHaveAttribute('data-standing', 'shown')
  await expect(guide).toHaveAttribute('data-next', 'publish')
  await page.getByTestId('guide-go').press('Enter')
  await page.getByTestId('publish-review').press('Enter')
  await page.getByTestId('publish-button').press('Enter')
  await ticked('publish')
  await expect(glassPage.getByTestId('glass')).toHaveAttribute('data-scene', 'poster', { timeout: 20_000 })
  await page.getByTestId('guide-go').press('Enter')
  await expect(guide).toHaveAttribute('data-next', 'done', { timeout: 20_000 })
  await page.getByTestId('guide-close').press('Enter')
  await expect(guide).toHaveCount(0)
})

test('the guide that was put away comes back from the account menu, and stays as one left it', async () => {
  await page.getByTestId('account-menu').click()
  await page.getByTestId('guide-toggle').click()
  await expect(page.getByTestId('guide')).toHaveAttribute('data-next', 'done')
  await page.getByTestId('guide-put-away').click()
  await expect(page.getByTestId('guide')).toHaveCount(0)
  await page.reload()
  await expect(page.getByTestId('account-menu')).toBeVisible()
  await expect(page.getByTestId('guide')).toHaveCount(0)
})

test('«なぜ?» on the wall says who has the glass now, as the server and the glass say it', async () => {
  await page.getByTestId('nav-wall').click()
  await page.getByTestId(`why-${displayId}`).click()
  await expect(page.getByTestId('why-drawer').getByTestId('rung-scheduled')).toHaveAttribute('data-state', 'wins')
  const explained = Explanation.parse(await api('GET', `/programme/explain?display=${displayId}`))
  expect(explained.layer).toBe('scheduled')
  await expect(glassPage.getByTestId('glass')).toHaveAttribute('data-layer', 'scheduled')
  expect(await barriersOf(page)).toEqual([])
  await page.keyboard.press('Escape')
})

test('another minute is a key away, and its past is told from the record, or said to be worked out', async () => {
  const at = '2026-12-24T10:00:00+09:00'
  const query = new URLSearchParams({ display: displayId, at })
  const explained = Explanation.parse(await api('GET', `/programme/explain?${query.toString()}`))
  await page.goto(`${cms.url}/why?display=${displayId}&at=2026-12-24T10:00`)
  await expect(page.getByTestId(`rung-${explained.layer}`)).toHaveAttribute('data-state', 'wins')
  const clock = page.getByTestId('why-clock')
  await page.getByTestId('why-now').click()
  await expect(page.getByTestId('why-past')).toHaveCount(0)
  const slider = page.getByTestId('why-slider')
  await slider.focus()
  await page.keyboard.press('End')
  await expect(clock).toContainText('23:59')
  await page.keyboard.press('ArrowLeft')
  await expect(clock).toContainText('23:58')
  await page.keyboard.press('PageDown')
  await expect(clock).toContainText('22:58')
  // Faster than the page draws, as a held key is.
  await slider.evaluate((element) => {
    for (let n = 0; n < 8; n += 1)
      element.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowRight', bubbles: true }))
  })
  await expect(clock).toContainText('23:06')
  await page.getByTestId('why-time').fill('09:30')
  await expect(clock).toContainText('09:30')
  await slider.focus()
  await page.keyboard.press('Home')
  await expect(clock).toContainText('00:00')
  await page.keyboard.press('ArrowLeft')
  await expect(clock).toContainText('23:59')
  await expect(page.getByTestId('why-past')).toHaveAttribute('data-recorded', 'false')
  await expect(page.getByTestId('day-band')).toBeVisible()
  expect(await barriersOf(page)).toEqual([])
})

test('the draft is seen before it is published, and says why an entry does not come', async () => {
  const base = { name: '特別展', targets: { displayIds: [displayId], groups: [] }, priority: 'top', version: 0 }
  const [playlist] = z.array(Id).parse(await api('GET', '/playlists'))
  const rule = { start: '2026-01-01T00:00', durationMinutes: 1440, timeZone: 'Asia/Tokyo', rrule: 'FREQ=DAILY' }
  const special = Id.parse(
    await api('POST', '/entries', { ...base, playlistId: playlist?.id, rule: { ...rule, exdates: [], rdates: [] } }),
  )
  await page.goto(`${cms.url}/why?display=${displayId}`)
  await expect(page.getByTestId('ladder')).toBeVisible()
  await expect(page.getByTestId(`candidate-${special.id}`)).toHaveCount(0)
  const [first] = z.array(Id).parse(await api('GET', '/entries'))
  const other = first?.id === special.id ? z.array(Id).parse(await api('GET', '/entries'))[1]?.id : first?.id
  await page.goto(`${cms.url}/why?display=${displayId}&by=draft&entry=${other}`)
  await expect(page.getByTestId(`candidate-${special.id}`)).toHaveAttribute('data-standing', 'shown')
  await expect(page.getByTestId(`candidate-${other}`)).toHaveAttribute('data-standing', 'behind')
  await expect(page.getByTestId('why-entry-answer')).toContainText('特別展')
})

test('displays side by side play on at sixty times the speed', async () => {
  await page.goto(`${cms.url}/preview?at=2026-12-24T10:00&display=${displayId}`)
  await expect(page.getByTestId(`glass-${displayId}`)).toBeVisible()
  expect(await barriersOf(page)).toEqual([])
  await page.getByText('60倍').click()
  await page.getByTestId('why-play').click()
  await expect(page.getByTestId('why-clock')).toContainText(/10:0[2-9]/)
  await page.getByTestId('why-play').click()
})

test('what was published by mistake is taken back with one click, and the draft stays', async () => {
  const entriesOut = async (): Promise<number> => {
    const programme = z.object({ entries: z.array(Id) }).parse(await api('GET', `/displays/${displayId}/programme`))
    return programme.entries.length
  }
  const before = await entriesOut()
  await page.goto(`${cms.url}/publish`)
  await page.getByTestId('publish-button').click()
  await expect.poll(entriesOut).toBe(before + 1)
  await page.getByTestId('undo-publish').click()
  await expect.poll(entriesOut).toBe(before)
  await expect(page.getByText('下書きはそのまま残っています')).toBeVisible()
  expect(z.array(Id).parse(await api('GET', '/entries'))).toHaveLength(before + 1)
})
