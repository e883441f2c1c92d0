import { sampleTimetable } from '@akari/content-samples'
import { expect, test } from '@playwright/test'
import { busSnapshot } from '../visual/bus-scenarios.ts'
import { type GlassPage, LOBBY, openGlassPage } from '../visual/glass-page.ts'

let at: GlassPage

test.beforeAll(async ({ browser }) => {
  at = await openGlassPage(browser)
})
test.afterAll(() => at.close())

test('a board has live and planned buses in one list, and says that it goes by the timetable when the source is down', async () => {
  await at.show('departures')
  const rows = at.page.getByTestId('departure').filter({ visible: true })
  await expect(rows.first()).toContainText('12:')
  await expect(at.page.locator('.ak-board-banner')).toHaveCount(0)
  await at.show('departures-down')
  await expect(at.page.locator('.ak-board-banner')).toContainText('取得できません')
  await expect(at.page.locator('[data-testid="departure"]:not([data-state="scheduled"])')).toHaveCount(0)
  await at.show('departures-newyear')
  await expect(at.page.locator('.ak-board-none')).toContainText('きょうのバスは終わりました')
  await at.show('departures-clock')
  await expect(at.page.locator('.ak-board-banner')).toContainText('時計を確認しています')
  await expect(at.page.getByTestId('departure').first()).not.toContainText('あと')
})

test('a timetable that has expired leaves no departures on the board, but where its stops are', async () => {
  await at.show('departures-expired')
  await expect(at.page.locator('.ak-board-banner')).toContainText('時刻表の有効期限切れ')
  await expect(at.page.getByTestId('stop-map').locator('.ak-town-name[data-strong="true"]')).toHaveText('中央図書館')
  await expect(at.page.getByTestId('departure')).toHaveCount(0)
})

test('every row of a board of several stops says its stop, and none of a board of one', async () => {
  await at.show('departures-alert')
  const rows = at.page.getByTestId('departure').filter({ visible: true })
  await expect(rows.filter({ hasText: '市役所' }).first()).toBeVisible()
  await expect(rows.filter({ hasNot: at.page.locator('.ak-departure-stop') })).toHaveCount(0)
  await at.show('departures')
  await expect(rows.first()).toBeVisible()
  await expect(at.page.locator('.ak-departure-stop')).toHaveCount(0)
})

test('a bus moves on the map when it was seen further on, and is gone when nobody hears of it', async () => {
  await at.show('busmap')
  const state = at.state('busmap', LOBBY)
  at.glass.show(state)
  const seen = at.page.locator('[data-vehicle][data-state="live"]')
  await expect(seen.first().locator('svg')).toBeVisible()
  const bus = at.page.locator(`[data-vehicle="${await seen.first().getAttribute('data-vehicle')}"]`)
  const place = () => bus.evaluate((mark) => (mark instanceof HTMLElement ? mark.style.transform : ''))
  const before = await place()
  expect(before).toMatch(/^translate\(/)
  const later = busSnapshot(sampleTimetable(), Date.now() + state.clock.offsetMs + 20_000, 2)
  at.glass.show({ ...state, revision: state.revision + 1, feeds: [later] })
  await expect.poll(place).not.toBe(before)
  await at.show('busmap-down')
  await expect(at.page.locator('[data-vehicle]')).toHaveCount(0)
  await expect(at.page.locator('.ak-board-banner')).toBeVisible()
})

test('the map of the town has where one stands, and the shelters by distance with their numbers on the map', async () => {
  await at.show('townmap')
  const board = at.page.getByTestId('town-map')
  await expect(board.locator('.ak-here-text')).toHaveText('現在地')
  await expect(board.locator('.ak-shelter-list > li').first()).toContainText('市役所')
  await expect(board.locator('.ak-place-number').filter({ hasText: /^2$/ })).toHaveCount(1)
  const listed = board.locator('.ak-shelter-number').filter({ visible: true })
  const numbers = await listed.allTextContents()
  await expect
    .poll(async () => (await board.locator('.ak-place-number').allTextContents()).map(Number).toSorted((a, b) => a - b))
    .toEqual(numbers.map(Number))
})
