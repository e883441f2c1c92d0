import { EntryView } from '@akari/protocol'
import { expect, type Locator, type Page, test } from '@playwright/test'
import { z } from 'zod'
import { barriersOf } from '../support/barriers.ts'
import { eventually, LOBBY_PROFILE, localApi, type Service, startCmsProcess } from '../support/city-hall.ts'
import { signInFirst } from '../support/console-session.ts'
import { type TemporaryFolder, temporaryFolder } from '../support/temporary-folder.ts'

let folder: TemporaryFolder
let cms: Service
let api: ReturnType<typeof localApi>
let page: Page

const DAY = '2026-12-01'

test.describe.configure({ mode: 'serial' })

test.beforeAll(async ({ browser }) => {
  folder = await temporaryFolder('calendar')
  api = localApi(folder.path)
  cms = await startCmsProcess(folder.path)
  for (const [name, groups] of [
    ['1階ロビー', ['ロビー']],
    ['2階待合', ['待合']],
    ['3階待合', ['待合']],
  ] as const) {
    await api('POST', '/displays', { profile: { ...LOBBY_PROFILE, name }, groups: [...groups] })
  }
  for (const name of ['お知らせ', '議会中継']) await api('POST', '/playlists', { name, items: [], version: 0 })
  const context = await browser.newContext({ viewport: { width: 1600, height: 1000 }, reducedMotion: 'reduce' })
  page = await context.newPage()
  await signInFirst(page, cms)
})

test.afterAll(async () => {
  await page.context().close()
  await cms.process.stop()
  await folder.remove()
})

async function entry(name: string): Promise<EntryView> {
  const found = z
    .array(EntryView)
    .parse(await api('GET', '/entries'))
    .find((each) => each.name === name)
  if (found === undefined) throw new Error(`there is no entry ${name}`)
  return found
}

async function open(view: string, day = DAY): Promise<void> {
  await page.goto(`${cms.url}/schedule?view=${view}&day=${day}`)
  await expect(page.getByTestId('calendar')).toHaveAttribute('aria-busy', 'false')
  // Letters of its own, that come late, move everything below them.
  await page.waitForLoadState('networkidle')
  await page.evaluate(async () => void (await document.fonts.ready))
}

const row = (name: string): Locator => page.getByTestId('calendar-row').filter({ hasText: name })
const bar = (name: string): Locator => page.locator('[data-bar]').filter({ hasText: name }).first()

/** The point of a row at a time of the day that is open, once nothing above it moves any more. */
async function pointAt(name: string, hours: number): Promise<{ x: number; y: number }> {
  let before = 0
  const box = await eventually(`row ${name} at rest`, async () => {
    const now = await row(name).locator('[data-track]').boundingBox()
    const isAtRest = now !== null && now.y === before
    before = now?.y ?? 0
    return isAtRest ? now : null
  })
  return { x: box.x + (box.width * hours) / 24, y: box.y + box.height - 6 }
}

async function drag(from: { x: number; y: number }, to: { x: number; y: number }): Promise<void> {
  await page.mouse.move(from.x, from.y)
  await page.mouse.down()
  await page.mouse.move((from.x + to.x) / 2, (from.y + to.y) / 2)
  await page.mouse.move(to.x, to.y)
  await page.mouse.up()
}

/** Where to take hold of a bar; a calendar that has just heard of a change draws its bars anew. */
async function centre(of: Locator): Promise<{ x: number; y: number }> {
  const box = await eventually('the bar', async () => await of.boundingBox())
  return { x: box.x + 30, y: box.y + box.height / 2 }
}

test('a drag over empty time makes an entry for that row and those hours, and says so in a sentence', async () => {
  await open('day')
  await drag(await pointAt('待合', 9), await pointAt('待合', 11))
  await expect(page.getByTestId('entry-sentence')).toHaveValue('2026年12月1日 9:00〜11:00')
  await expect(page.getByTestId('entry-sentence-other')).toHaveText('1 December 2026, 9:00–11:00')
  await expect(page.getByTestId('entry-reached')).toHaveText('2台に表示（2階待合、3階待合）')
  await page.getByTestId('entry-playlist').click()
  await page.getByRole('option', { name: 'お知らせ' }).click()
  expect(await barriersOf(page)).toEqual([])
  await page.getByTestId('entry-save').click()
  await expect(bar('お知らせ')).toBeVisible()
  expect(await entry('お知らせ')).toMatchObject({
    targets: { groups: ['待合'] },
    rule: { start: '2026-12-01T09:00', durationMinutes: 120, rrule: null },
  })
})

test('a bar is moved, lengthened, and each is taken back', async () => {
  const start = await centre(bar('お知らせ'))
  const hour = (await pointAt('待合', 1)).x - (await pointAt('待合', 0)).x
  await drag(start, { x: start.x + hour, y: start.y })
  await expect(bar('お知らせ')).toContainText('10:00–12:00')
  expect((await entry('お知らせ')).rule.start).toBe('2026-12-01T10:00')
  await page.getByTestId('undo').click()
  await expect(bar('お知らせ')).toContainText('09:00–11:00')
  expect((await entry('お知らせ')).rule.start).toBe('2026-12-01T09:00')
  const edge = await bar('お知らせ').locator('[data-edge=end]').boundingBox()
  if (edge === null) throw new Error('the bar has no end to hold')
  const end = { x: edge.x + edge.width / 2, y: edge.y + edge.height / 2 }
  await drag(end, { x: end.x + hour / 2, y: end.y })
  await expect(bar('お知らせ')).toContainText('09:00–11:30')
  expect((await entry('お知らせ')).rule.durationMinutes).toBe(150)
})

test('Esc lets go of what is dragged', async () => {
  const before = await entry('お知らせ')
  const start = await centre(bar('お知らせ'))
  await page.mouse.move(start.x, start.y)
  await page.mouse.down()
  await page.mouse.move(start.x + 200, start.y)
  await expect(page.getByTestId('calendar-preview')).toBeVisible()
  await page.keyboard.press('Escape')
  await page.mouse.up()
  await expect(page.getByTestId('calendar-preview')).toHaveCount(0)
  expect(await entry('お知らせ')).toEqual(before)
})

test('a sentence makes it a series; carrying one day of it leaves the others where they are', async () => {
  await bar('お知らせ').click({ position: { x: 30, y: 8 } })
  await page.getByTestId('bar-edit').click()
  await page.getByTestId('entry-sentence').fill('毎週火曜 9:00〜11:00、祝日を除く')
  await expect(page.getByTestId('entry-next').locator('li').first()).toContainText('9:00〜11:00')
  await page.getByTestId('entry-save').click()
  await expect(page.getByTestId('entry-save')).toHaveCount(0)
  expect((await entry('お知らせ')).rule.rrule).toBe('FREQ=WEEKLY;BYDAY=TU')
  await open('week')
  const start = await centre(bar('お知らせ'))
  const box = await row('待合').locator('[data-track]').boundingBox()
  await drag(start, { x: start.x + (box?.width ?? 0) / 7, y: start.y })
  await page.getByTestId('scope-this').click()
  await expect.poll(async () => (await entry('お知らせ')).rule.exdates).toEqual(['2026-12-01T09:00'])
  expect((await entry('お知らせ')).rule).toMatchObject({ rdates: ['2026-12-02T09:00'], rrule: 'FREQ=WEEKLY;BYDAY=TU' })
})

test('everything goes by keyboard: choose, carry, put down; make a new one', async () => {
  await open('day', '2026-12-08')
  await page.getByTestId('calendar').focus()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Home')
  for (let n = 0; n < 9; n++) await page.keyboard.press('ArrowRight')
  await expect(page.locator('#calendar-active')).toContainText('お知らせ')
  for (let n = 0; n < 4; n++) await page.keyboard.press('Alt+ArrowRight')
  await expect(page.getByTestId('calendar-preview')).toContainText('10:00–12:00')
  await page.keyboard.press('Enter')
  await page.getByTestId('scope-following').click()
  await expect(page.getByTestId('scope-following')).toHaveCount(0)
  await expect(bar('お知らせ')).toContainText('10:00–12:00')
  const halves = await eventually('the series in two halves', async () => {
    const all = z.array(EntryView).parse(await api('GET', '/entries'))
    return all.length === 2 ? all.map(({ rule }) => rule) : null
  })
  expect(halves.map(({ start, until }) => [start, until]).sort(([a = ''], [b = '']) => (a < b ? -1 : 1))).toEqual([
    ['2026-12-01T09:00', '2026-12-07'],
    ['2026-12-08T10:00', undefined],
  ])
  await page.getByTestId('calendar').focus()
  await page.keyboard.press('m')
  await expect(page.getByTestId('calendar')).toHaveAttribute('data-view', 'month')
  await page.keyboard.press('n')
  await expect(page.getByTestId('entry-sentence')).toBeVisible()
  await page.keyboard.press('Escape')
})

test('what an entry meets is told while it is written: who is shown, and why', async () => {
  await open('day', '2026-12-15')
  await drag(await pointAt('待合', 11), await pointAt('待合', 13))
  await page.getByTestId('entry-playlist').click()
  await page.getByRole('option', { name: '議会中継' }).click()
  await page.getByTestId('entry-priority').click()
  await page.getByRole('option', { name: '至急' }).click()
  await expect(page.getByTestId('conflicts')).toContainText('「議会中継」が勝ちます（至急 > 通常）')
  await expect(page.getByTestId('conflicts')).toContainText('11:00–12:00')
  await page.getByTestId('entry-save').click()
  await expect(bar('議会中継')).toBeVisible()
})

test('two editors at once: both changes are put together, nothing is lost', async () => {
  const { id, updatedAt: _at, ...before } = await entry('議会中継')
  await bar('議会中継').click({ position: { x: 30, y: 8 } })
  await page.getByTestId('bar-edit').click()
  await page.getByTestId('entry-priority').click()
  await page.getByRole('option', { name: '最優先' }).click()
  await api('PUT', `/entries/${id}`, { ...before, name: '議会の中継（第2委員会）' })
  await page.getByTestId('entry-save').click()
  await expect(page.getByTestId('merge-name')).toContainText('議会の中継（第2委員会）')
  await expect(page.getByTestId('merge-priority')).toContainText('最優先')
  expect(await barriersOf(page)).toEqual([])
  await page.getByTestId('merge-save').click()
  await expect(page.getByTestId('entry-save')).toHaveCount(0)
  await expect.poll(async () => (await entry('議会の中継（第2委員会）')).priority).toBe('top')
})

for (const view of ['day', 'week', 'month']) {
  test(`the ${view} has no barriers, also on a tablet`, async () => {
    await page.setViewportSize({ width: 1024, height: 768 })
    await open(view, '2026-12-08')
    expect(await barriersOf(page)).toEqual([])
  })
}
