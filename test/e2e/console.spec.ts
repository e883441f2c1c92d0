import { expect, type Page, test } from '@playwright/test'
import { z } from 'zod'
import { barriersOf, lookForBarriers } from '../support/barriers.ts'
import { localApi, type Service, startCmsProcess } from '../support/city-hall.ts'
import { type TemporaryFolder, temporaryFolder } from '../support/temporary-folder.ts'

let folder: TemporaryFolder
let cms: Service
let api: ReturnType<typeof localApi>
let page: Page
/** Requests to anywhere but the CMS, and what the browser complained about. */
const foreign: string[] = []
const complaints: string[] = []

const PASSWORD = 'かわせみ けやき さくら 2026'
const PLACES = [
  'wall',
  'schedule',
  'assets',
  'playlists',
  'posters',
  'town',
  'sittings',
  'captions',
  'layouts',
  'venues',
  'preview',
  'approvals',
  'desk',
  'drills',
  'policy',
  'languages',
  'displays',
  'users',
  'audit',
] as const
/** Pages that the menu does not name. One that needs something people have made first is walked where they make it. */
const BEHIND = [
  'schedule/takeovers',
  'schedule/ticker',
  'schedule/dayparts',
  'schedule/days',
  'schedule/hours',
  'captions/terms',
  'captions/settings',
  'displays/map',
  'displays/plays',
  'displays/watch',
  'publish',
  'publications',
  'playlists/new',
  'posters/new?template=notice',
  'layouts/new?from=column',
  'boards/new?kind=departures',
  'boards/new?kind=townMap',
  'feeds',
  'sittings/new',
  'languages/vi',
  'why',
  'nowhere',
] as const
/** The pages of the building that the sample comes with. */
const OF_VENUE = ['', '?view=plan', '?view=words', '?view=try', '/closures', '/desk'] as const
const LANGUAGES = ['ja', 'en'] as const
const SVG = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>')

test.describe.configure({ mode: 'serial' })

test.beforeAll(async ({ browser }) => {
  folder = await temporaryFolder('console')
  api = localApi(folder.path)
  cms = await startCmsProcess(folder.path, { AKARI_SEED: 'sample' })
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, reducedMotion: 'reduce' })
  page = await context.newPage()
  const home = new URL(cms.url).host
  page.on('request', (request) => {
    const { host, protocol } = new URL(request.url())
    if (host !== home && protocol !== 'data:' && protocol !== 'blob:') foreign.push(request.url())
  })
  page.on('pageerror', (error) => complaints.push(error.message))
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text())
  })
})

test.afterAll(async () => {
  await page.context().close()
  await cms.process.stop()
  await folder.remove()
})

/**
 * The page that is open, in both languages. Colours are the same in each and take longest, and a rule that nothing on a page
 * is concerned by is so in each: both are looked at in the language that is on, from where the other is chosen.
 */
async function expectNoBarriers(place: string): Promise<void> {
  const isJapanese = (await page.getByTestId('language-ja').getAttribute('aria-pressed')) === 'true'
  let without: string[] = []
  for (const language of isJapanese ? LANGUAGES : LANGUAGES.toReversed()) {
    await page.getByTestId(`language-${language}`).click()
    await expect(page.locator('html')).toHaveAttribute('lang', language)
    await expect(page.locator('#page h1').first()).toBeVisible()
    await expect(page.locator('.mantine-Skeleton-root').filter({ visible: true })).toHaveCount(0)
    const { barriers, idle } = await lookForBarriers(page, 'html', without)
    expect.soft({ place, language, barriers }).toEqual({ place, language, barriers: [] })
    without = [...idle, 'color-contrast']
  }
}

const Named = z.array(z.object({ id: z.string(), name: z.string() }))
const ids = async (path: string): Promise<string[]> =>
  z
    .array(z.object({ id: z.string() }))
    .parse(await api('GET', path))
    .map(({ id }) => id)

test('a language whose texts cannot be fetched is not changed to, and the page stays', async () => {
  await page.goto(cms.url)
  await page.getByTestId('sign-in-username').fill('admin')
  await page.context().setOffline(true)
  await page.getByTestId('language-en').click()
  await expect(page.getByText('いまは切り替えられません')).toBeVisible()
  await expect(page.getByTestId('language-ja')).toHaveAttribute('aria-pressed', 'true')
  await expect(page.getByTestId('sign-in-username')).toHaveValue('admin')
  await page.context().setOffline(false)
  await page.getByTestId('language-en').click()
  await expect(page.getByTestId('language-en')).toHaveAttribute('aria-pressed', 'true')
  await page.getByTestId('language-ja').click()
})

test('the door has no barriers in either language, and a wrong password says so', async () => {
  const [, first = ''] = /admin {2}(\S+)/.exec(cms.process.logs()) ?? []
  await page.goto(cms.url)
  for (const language of LANGUAGES) {
    await page.getByTestId(`language-${language}`).click()
    expect(await barriersOf(page)).toEqual([])
  }
  await page.getByTestId('language-ja').click()
  await page.getByTestId('sign-in-username').fill('admin')
  await page.getByTestId('sign-in-password').fill('ちがう')
  await page.getByTestId('sign-in-submit').click()
  await expect(page.getByRole('alert')).toBeVisible()
  await page.getByTestId('sign-in-password').fill(first)
  await page.getByTestId('sign-in-submit').click()
  await page.getByTestId('password-next').fill('みじかい')
  await expect(page.getByTestId('password-submit')).toBeDisabled()
  expect(await barriersOf(page)).toEqual([])
  await page.getByTestId('password-current').fill(first)
  await page.getByTestId('password-next').fill(PASSWORD)
  await page.getByTestId('password-submit').click()
  await expect(page.getByTestId('nav-wall')).toBeVisible()
})

test('every page of the menu in either language: no barriers, nothing from elsewhere, no complaint of the browser', async () => {
  test.slow()
  complaints.length = 0
  for (const place of PLACES) {
    const way = page.getByTestId(`nav-${place}`)
    await way.click()
    await expect(way).toHaveAttribute('aria-current', 'page')
    await expectNoBarriers(place)
  }
  expect(complaints).toEqual([])
  expect(foreign).toEqual([])
})

test('the pages behind them have no barriers in either language', async () => {
  test.slow()
  complaints.length = 0
  const [venue = ''] = await ids('/venues')
  const [feed = ''] = await ids('/feeds')
  const [transcript = ''] = await ids('/transcripts')
  for (const place of [
    ...BEHIND,
    `feeds/${feed}`,
    `captions/${transcript}`,
    ...OF_VENUE.map((view) => `venues/${venue}${view}`),
  ]) {
    await page.goto(`${cms.url}/${place}`)
    await expectNoBarriers(place)
  }
  expect(complaints).toEqual([])
  expect(foreign).toEqual([])
})

test('on the loopback nobody is warned of plain http', async () => {
  await expect(page.getByTestId('clear-warning')).toHaveCount(0)
})

test('an empty code goes nowhere, a wrong one is named as wrong', async () => {
  await page.goto(`${cms.url}/displays?pair=abcd-`)
  await expect(page.getByTestId('pairing-code')).toHaveValue('ABCD')
  await expect(page.getByTestId('pairing-next')).toBeDisabled()
  await page.getByTestId('pairing-code').fill('')
  await page.getByTestId('pairing-code').press('Enter')
  await expect(page.getByRole('dialog').getByRole('alert')).toHaveCount(0)
  await page.getByTestId('pairing-code').fill('ABCD-EFGH')
  await page.getByTestId('pairing-next').click()
  await expect(page.getByRole('dialog').getByRole('alert')).toContainText('No display shows this code')
  expect(await barriersOf(page)).toEqual([])
  await page.keyboard.press('Escape')
  await expect(page).toHaveURL(`${cms.url}/displays`)
})

test('a refused upload says why and leaves the library as it was', async () => {
  await page.getByTestId('nav-assets').click()
  const before = await ids('/assets')
  await page.getByTestId('upload-input').setInputFiles({ name: '案内.png', mimeType: 'image/png', buffer: SVG })
  const row = page.getByTestId('upload-row')
  await expect(row).toHaveAttribute('data-state', 'failed')
  await expect(row).toContainText('SVG')
  expect(await ids('/assets')).toEqual(before)
})

test('a deleted entry comes back by undo', async () => {
  const before = Named.parse(await api('GET', '/entries')).map(({ name }) => name)
  await page.getByTestId('nav-schedule').click()
  await page.getByText('List', { exact: true }).click()
  await page.getByRole('button', { name: `Delete ${before[0]}` }).click()
  await expect(page.getByRole('button', { name: `Delete ${before[0]}` })).toHaveCount(0)
  expect(await ids('/entries')).toHaveLength(before.length - 1)
  await page.getByTestId('undo').click()
  await expect(page.getByRole('button', { name: `Delete ${before[0]}` })).toBeVisible()
  const after = Named.parse(await api('GET', '/entries')).map(({ name }) => name)
  expect(after.toSorted()).toEqual(before.toSorted())
})

test('Ctrl+Z takes back the last step in a playlist, also while its name is typed', async () => {
  const [playlist] = Named.parse(await api('GET', '/playlists'))
  await page.goto(`${cms.url}/playlists/${playlist?.id}`)
  const name = page.getByTestId('playlist-name')
  await name.fill('まちがい')
  await expect(page.getByTestId('playlist-save')).toBeEnabled()
  await name.press('Control+z')
  await expect(name).toHaveValue(playlist?.name ?? '')
  await expect(page.getByTestId('playlist-save')).toBeDisabled()
})
