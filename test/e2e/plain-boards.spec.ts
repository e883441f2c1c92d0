import { expect, type Page, test } from '@playwright/test'
import { type GlassPage, LOBBY, LOBBY_TURNED, openGlassPage } from '../visual/glass-page.ts'

let made: GlassPage
let page: Page
test.beforeAll(async ({ browser }) => {
  made = await openGlassPage(browser)
  page = made.page
})
test.afterAll(() => made.close())

const board = (kind: string) => page.locator(`.ak-layer[data-place="shown"] [data-board="${kind}"]`)

test('a forecast says whose it is and when it was issued, an old one that it is old, and none is shown without one', async () => {
  await made.show('board-weather')
  await expect(board('weather')).toHaveAttribute('data-state', 'fresh')
  await expect(board('weather')).toContainText('出典：気象庁')
  await expect(board('weather')).toContainText('05:00 発表')
  await expect(board('weather').locator('[data-day="today"]')).toContainText('晴れのちくもり')
  await made.show('board-weather-old')
  await expect(board('weather')).toHaveAttribute('data-state', 'old')
  await expect(board('weather')).toContainText('08:20 から新しい予報を確かめられていません')
  await made.show('board-weather-none')
  await expect(board('weather')).toHaveAttribute('data-state', 'none')
  await expect(board('weather').locator('[data-day]')).toHaveCount(0)
})

test('news of a feed that says nothing give way to what follows, and headlines are text', async () => {
  await made.show('board-news-one')
  await expect(board('news').locator('.ak-news-title')).toHaveCount(1)
  await made.show('board-news-silent')
  await expect(page.getByTestId('glass')).toHaveAttribute('data-scene', 'notice')
  expect(made.glass.said.filter((said) => said.type === 'screen.fault')).toEqual([])
})

test('the Wi-Fi board turns into 00000JAPAN when an alert says so, and says 訓練 in a drill', async () => {
  await made.show('board-wifi-password')
  await expect(board('wifi')).toContainText('kawasemi-2026')
  await made.show('board-wifi-disaster')
  await expect(board('wifi')).toHaveAttribute('data-state', 'disaster-live')
  await expect(board('wifi')).toContainText('00000JAPAN')
  await expect(board('wifi')).toContainText('暗号化されません')
  await expect(board('wifi')).not.toContainText('訓練')
  await made.show('board-wifi-drill', LOBBY_TURNED)
  await expect(board('wifi')).toHaveAttribute('data-state', 'disaster-drill')
  await expect(board('wifi')).toContainText('訓練')
  await expect(page.locator('.ak-drill')).toBeVisible()
})

test('a clock that nobody vouches for shows no time, and every board keeps to its zone', async () => {
  await made.show('board-clock', LOBBY)
  await expect(board('clock').locator('time')).toHaveText('10:20')
  await expect(page.locator('.ak-strip-time')).toHaveText('10:20')
  await expect(board('clock')).toContainText('令和8年（2026年）')
  await made.show('board-clock-unknown')
  await expect(board('clock').locator('time')).toHaveCount(0)
  await expect(page.locator('.ak-strip-troubles')).toContainText('時刻を確認できていません')
  await expect(page.locator('.ak-strip-time')).toHaveCount(0)
  await made.show('board-zones')
  const overflowing = await page
    .locator('.ak-zone .ak-plain-sheet')
    .evaluateAll(
      (sheets) =>
        sheets.filter(
          (sheet) => sheet.scrollWidth > sheet.clientWidth + 2 || sheet.scrollHeight > sheet.clientHeight + 2,
        ).length,
    )
  expect(overflowing).toBe(0)
  await expect(page.locator('.ak-zone [data-board]')).toHaveCount(5)
})
