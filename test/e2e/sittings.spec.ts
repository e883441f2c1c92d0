import { recentTelegram } from '@akari/content-samples'
import { SittingView } from '@akari/protocol'
import { expect, type Locator, type Page, test } from '@playwright/test'
import { z } from 'zod'
import { barriersOf } from '../support/barriers.ts'
import { signInNew } from '../support/console-session.ts'
import { type CouncilDesk, councilDesk, inMinutes } from '../support/council-desk.ts'
import { settled } from '../support/settled.ts'

let desk: CouncilDesk
let cms: CouncilDesk['cms']
let api: CouncilDesk['api']
let page: Page
let glass: Page
let id: string

/** Whoever looks at a page for so long has seen what changed on it. */
const READ_MS = 5000
const Named = z.object({ id: z.string() })

test.describe.configure({ mode: 'serial' })

test.beforeAll(async ({ browser }) => {
  desk = await councilDesk(browser, 'sittings')
  ;({ cms, api, page, glass, id } = desk)
})

test.afterAll(() => desk.close())

test('a sitting that is near counts down on its display', async () => {
  await expect(glass.getByText('第4回定例会').first()).toBeVisible({ timeout: 30_000 })
  await expect(glass.getByText('開会まで').first()).toBeVisible()
})

test('its agenda is pasted from a document, and who opens it is told what is missing', async () => {
  await page.getByTestId('nav-sittings').click()
  await page.getByRole('link', { name: '第4回定例会', exact: true }).click()
  await page.getByTestId('sitting-agenda-lines').click()
  await page.getByTestId('sitting-agenda-paste').fill('議案第12号　補正予算（第3号）\n一般質問')
  await expect(page.getByTestId('sitting-faults')).toContainText('貼り付けた議題')
  await expect(page.getByTestId('sitting-save')).toBeDisabled()
  await page.getByTestId('nav-sittings').click()
  await page.getByRole('button', { name: '下書きを残して離れる' }).click()
  await page.getByRole('link', { name: '第4回定例会', exact: true }).click()
  await expect(page.getByTestId('sitting-agenda-paste')).toHaveValue('議案第12号　補正予算（第3号）\n一般質問')
  await expect(page.getByTestId('sitting-agenda-rows').getByRole('listitem')).toHaveText([
    '議案第12号補正予算（第3号）',
    '一般質問',
  ])
  await page.getByTestId('sitting-speakers-lines').click()
  await page.getByTestId('sitting-speakers-paste').fill('○議長（鈴木花子君）')
  await expect(page.getByTestId('sitting-speakers-rows')).toHaveText('鈴木花子議長元の行：○議長（鈴木花子君）')
  await page.locator('#sitting-speakers').getByRole('button', { name: 'やめる' }).click()
  await expect(page.getByTestId('sitting-speaker-1')).toHaveCount(0)
  await page.getByTestId('sitting-agenda-take').click()
  await expect(page.getByTestId('sitting-agenda-paste')).toHaveCount(0)
  await expect(page.getByTestId('sitting-faults')).toHaveCount(0)
  await expect(page.getByTestId('sitting-item-2')).toHaveValue('一般質問')
  await page.getByTestId('sitting-item-2').fill('')
  await expect(page.getByTestId('sitting-faults')).toContainText('議題')
  await expect(page.getByTestId('sitting-save')).toBeDisabled()
  await page.getByTestId('sitting-item-2').fill('一般質問')
  await page.getByTestId('sitting-language-en').click()
  await page.getByTestId('sitting-agenda-lines').click()
  await page.getByTestId('sitting-agenda-paste').fill('Term of the session\nBudget\nQuestions\nPetitions')
  await expect(page.getByTestId('sitting-agenda-uneven')).toContainText('1行は入れる先がない')
  await expect(page.getByTestId('sitting-agenda-places')).toContainText('補正予算（第3号）Budget')
  // On whatever page of the form: they are English.
  await page.getByTestId('sitting-language-ja').click()
  await page.getByTestId('sitting-agenda-take').click()
  await expect(page.getByTestId('sitting-agenda-paste')).toHaveValue('Petitions')
  await expect(page.getByTestId('sitting-save')).toBeDisabled()
  await page.locator('#sitting-agenda').getByRole('button', { name: 'やめる' }).click()
  await page.getByTestId('sitting-save').click()
  await settled(page.getByTestId('sitting-save'))
  const { agenda } = SittingView.parse(await api('GET', `/sittings/${id}`))
  expect(agenda.map(({ title }) => [title.ja, title.en])).toEqual([
    ['会期の決定', 'Term of the session'],
    ['補正予算（第3号）', 'Budget'],
    ['一般質問', 'Questions'],
  ])
  await page.getByTestId('sitting-to-clerk').click()
  await expect(page.getByTestId('clerk-shown')).toContainText('映しています')
  await expect(page.getByTestId('clerk-displays')).toContainText('1台中1台に表示')
  await expect(page.getByTestId('clerk-recording')).toContainText('録画しない')
  await expect(page.getByTestId('captions-standing')).toContainText('開会前のため')
  // First steps are for whoever has time for them.
  await expect(page.getByTestId('guide')).toHaveCount(0)
})

test('the clerk opens it and taps what is discussed and who speaks; the display follows', async () => {
  await page.getByTestId('clerk-open').click()
  await page.getByRole('button', { name: /補正予算/ }).click()
  await expect(page.getByRole('button', { name: /補正予算/ })).toHaveAttribute('aria-pressed', 'true')
  await page.getByTestId('clerk-speaker-s1').click()
  await expect(glass.getByText('山田 花子').first()).toBeVisible()
  await expect(glass.getByText('議案第12号').first()).toBeVisible()
  await expect(page.getByTestId('clerk-glass').locator('.ak-council-speaker')).toContainText('山田 花子')
  expect(await barriersOf(page)).toEqual([])
  await page.getByTestId('clerk-undo').click()
  await expect(page.getByTestId('clerk-speaker-s1')).toHaveAttribute('aria-pressed', 'false')
  await expect(glass.getByText('山田 花子')).toHaveCount(0)
})

test('a caption leaves the small picture of the clerk as it leaves the display, and a page that is opened later has none', async () => {
  test.setTimeout(90_000)
  const { captionsId } = SittingView.parse(await api('GET', `/sittings/${id}`))
  const caption = { segmentId: 'c1', language: 'ja', text: 'ただいまから会議を開きます。', state: 'final' }
  const spokenAt = new Date().toISOString()
  await api('POST', `/transcripts/${captionsId}/captions`, { captions: [{ ...caption, spokenAt }] })
  const small = page.getByTestId('clerk-glass').locator('.ak-captions')
  const standing = page.getByTestId('captions-standing')
  await expect(small).toContainText('会議を開きます')
  await expect(small).toHaveAttribute('data-quiet', 'false')
  await expect(standing).toContainText('画面に出ています')
  await expect(glass.locator('.ak-captions')).toHaveAttribute('data-quiet', 'true', { timeout: 30_000 })
  await expect(small).toHaveAttribute('data-quiet', 'true', { timeout: 10_000 })
  await expect(standing).toContainText('画面からは消えています')
  const told = page.waitForResponse((response) => response.url().endsWith(`/feeds/${captionsId}/snapshot`))
  await page.reload()
  expect(JSON.stringify(await (await told).json())).toContain('会議を開きます')
  await expect(page.getByTestId('clerk-glass').locator('[data-show="session"]')).toBeVisible()
  await expect(small).toHaveCount(0)
})

test('a second clerk who is late is told who was first, and sees it', async ({ browser }) => {
  const other = await browser.newPage({ viewport: { width: 1024, height: 768 }, reducedMotion: 'reduce' })
  await signInNew(other, cms, api, { username: 'hanako', name: '花子', role: 'editor' })
  await other.goto(`${cms.url}/sittings/${id}/clerk`)
  await expect(other.getByTestId('clerk-recess')).toBeVisible()
  // What the first one does reaches the second one's page too late.
  await other.route('**/api/sittings', (route) => route.abort())
  await page.getByTestId('clerk-recess').click()
  await page.getByTestId('recess-time').fill('25:00')
  await page.getByTestId('recess-time').blur()
  await expect(page.getByText('読み取れない時刻です')).toBeVisible()
  await expect(page.getByTestId('recess-set')).toBeDisabled()
  await page.getByTestId('recess-15').click()
  await expect(page.getByTestId('clerk-resume')).toBeVisible()
  const key = other.getByTestId('clerk-speaker-s1')
  const place = await key.boundingBox()
  await key.click()
  await expect(other.getByTestId('step-refused')).toContainText('「管理者」が先に「休憩」を行いました')
  // By itself; and the next step that is taken ends the message.
  await expect(other.getByTestId('clerk-resume')).toBeVisible()
  // Nothing that is tapped has gone from beneath the finger.
  expect(await key.boundingBox()).toEqual(place)
  await other.unroute('**/api/sittings')
  await other.clock.setFixedTime(Date.now() + READ_MS)
  await other.getByRole('button', { name: /補正予算/ }).click()
  await expect(other.getByRole('button', { name: /補正予算/ })).toHaveAttribute('aria-pressed', 'false')
  await expect(other.getByTestId('step-refused')).toHaveCount(0)
  await other.context().close()
  await expect(page.getByTestId('captions-standing')).toContainText('休憩中のため')
  await expect(glass.getByText('休憩中').first()).toBeVisible()
})

test('a tap that was on its way when another clerk tapped changes nothing of that, and is told of it', async ({
  browser,
}) => {
  const other = await browser.newPage({ viewport: { width: 1180, height: 820 }, reducedMotion: 'reduce' })
  await signInNew(other, cms, api, { username: 'saburo', name: '三郎', role: 'editor' })
  await other.goto(`${cms.url}/sittings/${id}/clerk`)
  const item = (on: Page, name: string): Locator => on.getByRole('button', { name })
  await expect(item(other, '補正予算')).toBeVisible()
  // For this clerk no time goes by while the other one taps.
  await other.clock.setFixedTime(Date.now() + READ_MS)
  const tapped = async (name: string): Promise<number> => {
    const answer = other.waitForResponse((response) => response.url().endsWith('/steps'))
    await item(other, name).click()
    return (await answer).status()
  }
  await item(page, '補正予算').click()
  await expect(item(other, '補正予算')).toHaveAttribute('aria-pressed', 'true')
  expect(await tapped('一般質問')).toBe(409)
  await expect(other.getByTestId('step-refused')).toContainText(
    '「管理者」が先に「議題の切替：補正予算（第3号）」を行いました',
  )
  // The same of both is no matter, and is not turned over.
  expect(await tapped('補正予算')).toBe(200)
  await expect(item(other, '補正予算')).toHaveAttribute('aria-pressed', 'true')
  await expect(other.getByTestId('step-refused')).toHaveCount(0)
  await expect(item(page, '補正予算')).toHaveAttribute('aria-pressed', 'true')
  await other.clock.setFixedTime(Date.now() + 2 * READ_MS)
  expect(await tapped('一般質問')).toBe(200)
  await expect(item(page, '一般質問')).toHaveAttribute('aria-pressed', 'true')
  await other.context().close()
})

test('one that somebody took off its displays says so to the clerk, who shows it again', async () => {
  await api('POST', `/takeovers/${id}/end`)
  await expect(page.getByTestId('taken-off')).toContainText('画面からは外されています')
  await expect(glass.getByText('緑の誘導灯').first()).toBeVisible({ timeout: 30_000 })
  expect(await barriersOf(page)).toEqual([])
  await page.getByTestId('show-again').click()
  await expect(page.getByTestId('taken-off')).toHaveCount(0)
  await expect(glass.getByText('緑の誘導灯')).toHaveCount(0, { timeout: 30_000 })
})

test('an editor writes what is said, and leaves times and displays to others', async ({ browser }) => {
  const other = await browser.newPage({ viewport: { width: 1280, height: 800 }, reducedMotion: 'reduce' })
  await signInNew(other, cms, api, { username: 'taro', name: '太郎', role: 'editor' })
  await other.goto(`${cms.url}/sittings/${id}`)
  await expect(other.getByTestId('sitting-targets')).toBeDisabled()
  const item = other.getByTestId('sitting-item-0')
  await item.fill(
    '令和8年度一般会計補正予算（第3号）及び関連する特別会計の補正予算の提案理由の説明と質疑、討論及び採決について',
  )
  await item.press('Enter')
  await expect(item).not.toHaveValue(/\n/)
  // All of it is seen.
  const hidden = await item.evaluate((field) => [
    field.scrollHeight - field.clientHeight,
    field.scrollWidth - field.clientWidth,
  ])
  expect(Math.max(...hidden)).toBeLessThanOrEqual(1)
  await item.fill('会期の延長')
  await other.getByTestId('sitting-save').click()
  await settled(other.getByTestId('sitting-save'))
  expect(SittingView.parse(await api('GET', `/sittings/${id}`)).agenda[0]?.title.ja).toBe('会期の延長')
  await other.close()
})

test('a playlist shows a sitting, which is not deleted then', async () => {
  const items: unknown[] = []
  const made = await api('POST', '/playlists', { name: '議会の日', items, version: 0 })
  const { id: playlistId } = Named.parse(made)
  await page.goto(`${cms.url}/playlists/${playlistId}`)
  await page.getByTestId('playlist-add-item').click()
  await page.getByTestId('add-tab-sitting').click()
  await page.getByTestId(`pick-sitting-${id}`).click()
  expect(await barriersOf(page)).toEqual([])
  await page.getByTestId('add-done').click()
  await page.getByTestId('playlist-save').click()
  await settled(page.getByTestId('playlist-save'))
  expect(JSON.stringify(await api('GET', '/playlists'))).toContain(`"sittingId":"${id}"`)
  await page.goto(`${cms.url}/sittings/${id}/clerk`)
})

test('the next sitting like another one opens as its copy, and says which names are still those of the other', async () => {
  const { targets, ...before } = SittingView.parse(await api('GET', `/sittings/${id}`))
  const title = { ja: '第4回定例会 第2日', en: 'Fourth session, day 2' }
  const times = { startsAt: inMinutes(24 * 60), endsAt: inMinutes(26 * 60) }
  const made = await api('POST', '/sittings', { ...before, ...times, targets, title, version: 0 })
  await page.goto(`${cms.url}/sittings/new`)
  await page.getByTestId('sitting-title').fill('書きかけの会議')
  await page.getByTestId('nav-sittings').click()
  await page.getByRole('button', { name: '下書きを残して離れる' }).click()
  await page.getByRole('link', { name: `「${title.ja}」と同じ内容で次の会議を作る` }).click()
  await expect(page.getByTestId('sitting-title')).toHaveValue(title.ja)
  await expect(page.getByTestId('sitting-save')).toBeEnabled()
  await expect(page.getByTestId('sitting-unchanged-names')).toHaveCount(0)
  await page.getByTestId('sitting-title').fill('第4回定例会 第3日')
  await expect(page.getByTestId('sitting-unchanged-names')).toContainText('英語「Fourth session, day 2」を直す')
  expect(await barriersOf(page)).toEqual([])
  await page.getByRole('button', { name: '英語「Fourth session, day 2」を直す' }).click()
  await expect(page.getByTestId('sitting-title')).toHaveValue(title.en)
  await expect(page.getByTestId('sitting-title')).toBeFocused()
  await page.getByTestId('sitting-title').fill('Fourth session, day 3')
  await expect(page.getByTestId('sitting-unchanged-names')).toHaveCount(0)
  await page.getByTestId('sitting-save').click()
  await expect(page.getByTestId('sitting-to-clerk')).toBeVisible()
  await page.getByTestId('nav-sittings').click()
  await page.getByTestId('sitting-new').click()
  await expect(page.getByTestId('sitting-title')).toHaveValue('書きかけの会議')
  await page.getByTestId('start-over').click()
  await api('DELETE', `/sittings/${Named.parse(made).id}`)
  await page.goto(`${cms.url}/sittings/${id}/clerk`)
})

test('closed, it gives the display back to the schedule', async () => {
  await page.getByTestId('clerk-resume').click()
  await page.getByTestId('clerk-adjourn').click()
  await expect(page.getByRole('dialog')).toContainText('閉会の案内を映さずに番組に戻ります')
  await page.getByRole('dialog').getByRole('button', { name: '閉会する' }).click()
  await expect(page.getByText('に閉会しました')).toBeVisible()
  await page.getByTestId('clerk-undo').click()
  await page.getByRole('dialog').getByRole('button', { name: 'やめる' }).click()
  await expect(page.getByText('に閉会しました')).toBeVisible()
  await page.getByTestId('nav-sittings').click()
  await expect(page.getByTestId(`sitting-${id}`)).toContainText(
    /開会 \d\d:\d\d・閉会 \d\d:\d\d予定 \d\d:\d\d–\d\d:\d\d/,
  )
  // It has nothing scheduled: it says who and where it is by itself.
  await expect(glass.getByText('緑の誘導灯').first()).toBeVisible({ timeout: 30_000 })
})

test('a drill on the displays is told to the clerk, who need not do anything about it', async () => {
  const { targets, ...before } = SittingView.parse(await api('GET', `/sittings/${id}`))
  const times = { startsAt: inMinutes(5), endsAt: inMinutes(60), countdownMinutes: 30 }
  const made = await api('POST', '/sittings', { ...before, ...times, targets, title: { ja: '文教委員会' }, version: 0 })
  await page.goto(`${cms.url}/sittings/${Named.parse(made).id}/clerk`)
  await expect(page.getByTestId('clerk-displays')).toContainText('1台中1台に表示', { timeout: 30_000 })
  await api('POST', '/alerts/telegrams', new Uint8Array(recentTelegram('vpww55-level4-drill.xml')))
  await expect(page.getByTestId('clerk-not-there')).toContainText('いま訓練の表示が映っています', { timeout: 30_000 })
  await expect(page.getByTestId('clerk-not-there')).toContainText('終わると、会議に戻ります')
  await expect(page.getByTestId('clerk-displays')).toContainText('1台中0台に表示')
})
