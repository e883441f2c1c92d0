import AxeBuilder from '@axe-core/playwright'
import type { PlayerState } from '@akari/protocol'
import { expect, type Page, test } from '@playwright/test'
import { type GlassPage, KIOSK, openGlassPage } from '../visual/glass-page.ts'
import { restart, touch } from '../visual/kiosk-screens.ts'

let at: GlassPage
let page: Page

test.beforeAll(async ({ browser }) => {
  at = await openGlassPage(browser)
  page = at.page
})
test.afterAll(() => at.close())
// A test that failed halfway leaves nothing torn behind.
test.afterEach(() => page.unrouteAll())

async function open(change: Partial<PlayerState> = {}): Promise<PlayerState> {
  const state = at.state('kiosk', KIOSK)
  if (state.programme === null) throw new Error('no kiosk')
  const shown = { ...state, ...change, programme: { ...state.programme, visitSeconds: 3600 } }
  await page.setViewportSize({ width: KIOSK.widthPx, height: KIOSK.heightPx })
  at.glass.show(shown)
  await page.goto(at.glass.url)
  await page.getByTestId('invitation').waitFor()
  await restart(page, 'ja')
  return shown
}

/** Of the film: seconds from its beginning, and whether it runs. */
const film = () =>
  page
    .getByTestId('film')
    .evaluate((video: HTMLVideoElement) => ({ at: video.currentTime, runs: !video.paused, muted: video.muted }))
const filmAt = async (): Promise<number> => (await film()).at
const captions = () => page.locator('[data-screen="recording"] .ak-captions')

test('a recording plays without a sound, stops, and goes to an item of its agenda', async () => {
  await open()
  await touch(page, 'recordings')
  await expect(page.getByTestId('recording').first()).toContainText('市議会定例会')
  await expect(page.getByTestId('recording').first()).toContainText(/2026年11月27日（金）\d\d:\d\d/)
  const still = page.getByTestId('still').first()
  await expect(still).toHaveAttribute('alt', '「市議会定例会（見本）」の映像の一場面')
  await expect.poll(() => still.evaluate((img: HTMLImageElement) => img.naturalWidth)).toBeGreaterThan(0)
  await touch(page, 'recording')
  await expect.poll(filmAt).toBeGreaterThan(0.5)
  expect(await film()).toMatchObject({ runs: true, muted: true })
  await touch(page, 'sound')
  await expect.poll(film).toMatchObject({ muted: false })
  await touch(page, 'play')
  await expect.poll(film).toMatchObject({ runs: false })
  const chapter = page.getByTestId('chapter').nth(1)
  await chapter.click()
  await expect.poll(filmAt).toBe(40)
  await expect(chapter).toHaveAttribute('aria-pressed', 'true')
  await expect(captions()).toContainText('補正予算')
  await touch(page, 'later')
  await expect.poll(filmAt).toBe(50)
  await touch(page, 'captions')
  await expect(captions()).toHaveCount(0)
  await page.getByTestId('film-place').press('Home')
  await expect.poll(filmAt).toBe(0)
})

test('the place in a film is a stop for whoever listens, and its own keys move it', async () => {
  await open()
  await touch(page, 'aloud', 'recordings', 'recording', 'play')
  await expect.poll(film).toMatchObject({ runs: false })
  const place = page.getByTestId('film-place')
  await place.press('Home')
  await place.press('ArrowRight')
  await place.press('ArrowRight')
  await expect.poll(filmAt).toBeCloseTo(20, 0)
  await place.press('ArrowLeft')
  await expect.poll(filmAt).toBeCloseTo(10, 0)
  await place.press('ArrowDown')
  await expect(page.getByTestId('earlier')).toBeFocused()
  await touch(page, 'reading-before')
  await expect(place).toBeFocused()
  await expect(page.locator('.ak-reading-heard')).toContainText('0:10')
})

test('a word that was said leads to its place, in the language of who looks for it', async () => {
  await open()
  await touch(page, 'recordings', 'recording', 'find-said')
  await expect(page.getByTestId('often').first()).toBeVisible()
  await page.keyboard.type('kyushoku')
  await expect(page.locator('.ak-found-count')).toContainText('見つかりません')
  await expect(page.locator('[data-screen="said"]')).toContainText('短いことばで')
  await expect(page.getByTestId('often').first()).toBeVisible()
  await touch(page, 'clear')
  // The space bar writes: it does not press the key that was touched before.
  await page.keyboard.type('lunches six')
  await expect(page.getByTestId('typed')).toHaveText('lunches six')
  await touch(page, 'clear')
  await page.evaluate(() => {
    for (const key of '学校給食') window.dispatchEvent(new KeyboardEvent('keydown', { key }))
  })
  const hit = page.getByTestId('said-hit').first()
  await expect(hit.locator('mark')).toHaveText('学校給食')
  await expect(hit).toContainText('0:47')
  await hit.click()
  await expect.poll(filmAt).toBeGreaterThanOrEqual(47)
  await touch(page, 'play')
  await touch(page, 'languages', 'language-zh-Hans')
  await expect(page.getByTestId('film')).toBeVisible()
  // It goes on where it was.
  await expect.poll(filmAt).toBeGreaterThanOrEqual(47)
  await expect(captions()).toContainText('学校供餐')
  await expect(captions()).toContainText('市长 川蝉健')
  await expect(captions()).toContainText('机器翻译')
  await touch(page, 'back')
  await expect(page.locator('[data-screen="said"]')).toContainText('学校給食')
})

test('kana that are tapped on the glass find what was written in Chinese characters', async () => {
  await open()
  await touch(page, 'recordings', 'recording', 'find-said')
  const key = (kana: string) => page.locator('.ak-keys-kana').getByRole('button', { name: kana, exact: true }).click()
  for (const kana of 'ほせいよさん') await key(kana)
  await expect(page.getByTestId('typed')).toHaveText('ほせいよさん')
  // In order of time: that it is next was said before the item of the agenda begins.
  const found = page.locator('.ak-found .ak-rows .ak-press')
  await expect(found.nth(0)).toContainText('0:31')
  await expect(found.nth(1)).toHaveAttribute('data-testid', 'chapter-hit')
  await expect(found.nth(1)).toContainText('一般会計補正予算')
  await expect(found.nth(1).locator('mark')).toHaveText('補正予算')
  const hit = page.getByTestId('said-hit').first()
  await expect(hit.locator('mark')).toHaveText('補正予算')
  await hit.click()
  await expect(captions()).toContainText('補正予算')
  await expect.poll(filmAt).toBeGreaterThanOrEqual(31)
  await touch(page, 'back', 'chapter-hit')
  await expect(page.getByTestId('chapter').nth(1)).toHaveAttribute('aria-pressed', 'true')
  await touch(page, 'back', 'clear')
  // Names are read, too: of who is spoken of, and of who speaks.
  for (const kana of 'さとう') await key(kana)
  await expect(page.getByTestId('said-hit').first().locator('mark')).toHaveText('佐藤')
  await expect(page.getByTestId('said-hit').filter({ hasText: '佐藤 一郎' }).first()).toBeVisible()
})

test('what is not on the display is not offered while the server is away, and says so', async () => {
  const state = await open()
  at.glass.show({ ...state, revision: state.revision + 1, link: { ...state.link, state: 'offline' } })
  await touch(page, 'recordings')
  await expect(page.getByTestId('recording').nth(2)).toBeDisabled()
  await expect(page.locator('[data-screen="recordings"]')).toContainText('サーバーにつながると')
  await expect(page.getByTestId('recording').first()).toBeEnabled()
})

/** What the screen told the player of faults of this kind. */
const faultsOf = (code: string) =>
  at.glass.said.flatMap((told) => (told.type === 'screen.fault' && told.code === code ? [told] : []))

test('a film that cannot be had says so to visitors and to staff, and can be tried again', async () => {
  await open()
  const before = faultsOf('recording-unplayable').length
  await touch(page, 'recordings')
  await page.getByTestId('recording').nth(2).click()
  await expect(page.locator('.ak-film-stopped')).toContainText('再生が止まりました')
  await expect.poll(() => faultsOf('recording-unplayable')[before]?.detail).toContain('media error 4')
  await touch(page, 'try-again')
  await expect(page.locator('.ak-film-stopped')).toBeVisible()
})

for (const [kind, broken] of [
  ['is torn', { status: 200, body: '{"format":1,"segments":[{"sta' }],
  ['is of another kind', { status: 200, body: '{"format":2,"parts":[]}' }],
  ['is refused', { status: 500, body: 'disk' }],
] as const)
  test(`what was said that ${kind} is told apart from none, the film plays, and it comes once it is mended`, async () => {
    const before = faultsOf('transcript-unreadable').length
    const state = await open()
    const sha256 = state.programme?.archive?.files.find(({ mediaType }) => mediaType === 'application/json')?.sha256
    const address = `**/files/${sha256}`
    await page.route(address, (route) => route.fulfill(broken))
    await touch(page, 'recordings', 'recording')
    await expect(captions()).toContainText('いま読み込めません')
    await expect.poll(filmAt).toBeGreaterThan(0.5)
    await expect(page.getByTestId('captions')).toHaveCount(0)
    await expect.poll(() => faultsOf('transcript-unreadable')[before]?.detail).toContain(sha256)
    await touch(page, 'find-said')
    await expect(page.locator('.ak-found')).toContainText('いま読み込めません')
    await expect(page.locator('.ak-found')).not.toContainText('記録がありません')
    // The agenda can be looked through all the same.
    await page.keyboard.type('budget')
    await expect(page.locator('.ak-found')).toContainText('議題の名前だけ')
    await expect(page.getByTestId('chapter-hit').locator('mark')).toHaveText('budget')
    await touch(page, 'clear')
    await page.unroute(address)
    // It is asked for less and less often.
    await expect(page.getByTestId('often').first()).toBeVisible({ timeout: 40_000 })
    await expect(page.locator('.ak-found')).not.toContainText('読み込めません')
    await touch(page, 'back', 'chapter')
    await expect(captions()).toContainText('手話通訳')
  })

test('an emergency takes the film off the glass, and home is where the visit goes on', async () => {
  const state = await open()
  await touch(page, 'recordings', 'recording', 'sound')
  await expect.poll(filmAt).toBeGreaterThan(0)
  const watched = await page.getByTestId('film').elementHandle()
  const alarm = at.state('level4', KIOSK)
  at.glass.show({ ...state, revision: alarm.revision, alerts: alarm.alerts })
  await expect(page.getByTestId('glass')).toHaveAttribute('data-layer', 'emergency')
  await expect(page.getByTestId('film')).toHaveCount(0)
  expect(await watched?.evaluate((video: HTMLVideoElement) => video.paused)).toBe(true)
  at.glass.show({ ...state, revision: alarm.revision + 1 })
  await expect(page.getByTestId('kiosk')).toBeVisible()
  await expect(page.locator('[data-screen="home"]')).toBeVisible()
})

test('there is no tile where nothing was recorded', async () => {
  const state = await open()
  if (state.programme === null) throw new Error('no kiosk')
  await expect(page.getByTestId('recordings')).toBeVisible()
  const { archive: _none, ...programme } = state.programme
  const revision = state.revision + 1
  at.glass.show({ ...state, revision, programme: { ...programme, revision } })
  await expect(page.getByTestId('kiosk').getByTestId('recordings')).toHaveCount(0)
  await expect(page.getByTestId('errands')).toBeVisible()
})

test('everything has a name for who does not see it', async () => {
  await open()
  await touch(page, 'recordings', 'recording')
  await expect(page.getByTestId('film-place')).toHaveAccessibleName('再生の位置')
  await expect(page.getByTestId('earlier')).toHaveAccessibleName('10秒戻る')
  // Words that are fading in have no contrast yet.
  await expect
    .poll(() => page.evaluate(() => document.getAnimations().filter(({ playState }) => playState === 'running').length))
    .toBe(0)
  const found = await new AxeBuilder({ page }).include('[data-testid="kiosk"]').analyze()
  expect(found.violations.map(({ id, nodes }) => `${id} ${nodes[0]?.html}`)).toEqual([])
})
