import { expect, type Page, test } from '@playwright/test'
import { z } from 'zod'
import { barriersOf } from '../support/barriers.ts'
import { localApi, type Service, startCmsProcess } from '../support/city-hall.ts'
import { signInFirst } from '../support/console-session.ts'
import { pullByFinger, pullByMouse } from '../support/pulling.ts'
import { type TemporaryFolder, temporaryFolder } from '../support/temporary-folder.ts'

let folder: TemporaryFolder
let cms: Service
let api: ReturnType<typeof localApi>
let page: Page
/** What the browser complained about. */
const complaints: string[] = []

const Displays = z.array(z.object({ id: z.string(), groups: z.array(z.string()) }))
const Years = z.object({ years: z.array(z.number()) })
const Taken = z.object({ takeovers: z.array(z.object({ name: z.string() })).optional() })

test.describe.configure({ mode: 'serial' })

test.beforeAll(async ({ browser }) => {
  folder = await temporaryFolder('timing')
  api = localApi(folder.path)
  cms = await startCmsProcess(folder.path, { AKARI_SEED: 'sample' })
  const context = await browser.newContext({
    viewport: { width: 1280, height: 800 },
    reducedMotion: 'reduce',
    hasTouch: true,
  })
  page = await context.newPage()
  page.on('pageerror', (error) => complaints.push(error.message))
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text())
  })
  await signInFirst(page, cms)
  await expect(page.getByTestId('nav-wall')).toBeVisible()
  // Nobody is signed in at first, and the browser says so.
  complaints.length = 0
})

test.afterAll(async () => {
  await page.context().close()
  await cms.process.stop()
  await folder.remove()
})

async function goTo(name: string): Promise<void> {
  await page.getByTestId('nav-schedule').click()
  await page.getByTestId(`schedule-nav-${name}`).click()
  await expect(page.getByTestId(`schedule-nav-${name}`)).toHaveAttribute('aria-current', 'page')
  expect(complaints).toEqual([])
}

test('office hours get a name, and one weekday other times', async () => {
  await goTo('dayparts')
  expect(await barriersOf(page)).toEqual([])
  await page.getByTestId('daypart-new').click()
  await page.getByTestId('daypart-name').fill('開庁時間')
  await page.getByTestId('daypart-exception-add').click()
  await page.getByRole('group', { name: '違う時刻の曜日' }).getByText('火', { exact: true }).click()
  await page.getByTestId('daypart-exception-0-to-0').fill('20:00')
  expect(await barriersOf(page)).toEqual([])
  await page.getByTestId('daypart-save').click()
  const row = page.getByRole('region', { name: '開庁時間' })
  await expect(row.getByRole('img', { name: 'ほかの曜日: 08:30–17:15' })).toBeVisible()
  await expect(row.getByRole('img', { name: '火: 08:30–20:00' })).toBeVisible()
  expect(await barriersOf(page)).toEqual([])
})

test('a time is pulled over the picture of a day by mouse and by finger, or typed', async () => {
  await page.getByRole('button', { name: '「開庁時間」を変える' }).click()
  const drawer = page.getByRole('dialog', { name: '時間帯を変える' })
  const track = drawer.getByRole('img', { name: /^ほかの曜日/ })
  // Not before the drawer stands still.
  await track.hover()
  const box = await track.boundingBox()
  if (box === null) throw new Error('the picture of the day is not there')
  const at = (hour: number) => ({ x: box.x + (box.width * hour) / 24, y: box.y + box.height / 2 })
  await pullByMouse(page, at(19), at(21))
  await expect(track).toHaveAccessibleName('ほかの曜日: 08:30–17:15、19:00–21:00')
  // Let go beyond the drawer: the time ends with the day, and the drawer stays.
  await pullByMouse(page, at(6), { x: 20, y: at(6).y })
  await expect(track).toHaveAccessibleName('ほかの曜日: 00:00–06:00、08:30–17:15、19:00–21:00')
  await pullByFinger(page, at(22), at(23))
  await expect(track).toHaveAccessibleName('ほかの曜日: 00:00–06:00、08:30–17:15、19:00–21:00、22:00–23:00')
  await drawer.getByTestId('daypart-add').press('Enter')
  await drawer.getByTestId('daypart-to-4').fill('2330')
  await expect(track).toHaveAccessibleName(/、23:00–23:30$/)
  await drawer.getByTestId('daypart-to-4').press('Enter')
  await expect(drawer).toHaveCount(0)
  await expect(page.getByRole('img', { name: /^ほかの曜日: 00:00–06:00、.*、23:00–23:30$/ })).toBeVisible()
})

test('two people at one daypart see both versions; what was written is asked about before it goes', async () => {
  const Dayparts = z.array(z.looseObject({ id: z.string(), name: z.string() }))
  const [held] = Dayparts.parse(await api('GET', '/dayparts'))
  if (held === undefined) throw new Error('no daypart')
  const { id, usedIn: _usedIn, updatedAt: _updatedAt, ...input } = held
  await page.getByRole('button', { name: '「開庁時間」を変える' }).click()
  const drawer = page.getByRole('dialog', { name: '時間帯を変える' })
  await drawer.getByTestId('daypart-name').fill('窓口の時間')
  await api('PUT', `/dayparts/${id}`, { ...input, name: '庁舎の時間' })
  await drawer.getByTestId('daypart-save').click()
  const both = page.getByRole('dialog', { name: 'ほかの人が先に保存しました' })
  await expect(both).toContainText('庁舎の時間')
  await expect(both).toContainText('窓口の時間')
  expect(await barriersOf(page)).toEqual([])
  await both.getByTestId('conflict-theirs').click()
  await expect(drawer.getByTestId('daypart-name')).toHaveValue('庁舎の時間')
  await page.keyboard.press('Escape')
  // What was taken over is nothing that would be lost.
  await expect(drawer).toHaveCount(0)
  await page.getByRole('button', { name: '「庁舎の時間」を変える' }).click()
  await drawer.getByTestId('daypart-name').fill('開庁時間')
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: '編集を続ける' }).click()
  await drawer.getByTestId('daypart-save').click()
  await expect(drawer).toHaveCount(0)
  // The answer that it was taken is one that browsers complain of.
  expect(complaints.splice(0)).toEqual([expect.stringContaining('409')])
})

test('a click closes a working day, another opens a Sunday, and both are kept', async () => {
  await goTo('days')
  const year = Years.parse(await api('GET', '/holidays')).years.at(-1) ?? 0
  await page.getByText(`${year}年`, { exact: true }).click()
  const [working, sunday] = firstOf(year)
  await page.getByTestId(`day-${working}`).click()
  await page.getByTestId(`day-${sunday}`).click()
  await expect(page.getByTestId(`day-${working}`)).toHaveAttribute('data-state', 'closedByHand')
  await page.getByTestId('days-save').click()
  await expect(page.getByTestId('days-save')).toHaveCount(0)
  expect(await api('GET', '/office-days')).toMatchObject({ closedDates: [working], openDates: [sunday], version: 1 })
  expect(await barriersOf(page)).toEqual([])
})

/** A Wednesday and a Sunday in June, a month without holidays. */
function firstOf(year: number): [string, string] {
  const day = (weekday: number) => {
    for (let date = 1; date <= 7; date++) {
      if (new Date(Date.UTC(year, 5, date)).getUTCDay() === weekday) return `${year}-06-0${date}`
    }
    throw new Error('a week without that day')
  }
  return [day(3), day(0)]
}

test('a group gets operating hours, and every display says whose it follows', async () => {
  await goTo('hours')
  expect(await barriersOf(page)).toEqual([])
  await page.getByTestId('hours-new').click()
  await page.getByTestId('hours-of').click()
  await page.getByRole('option', { name: 'ロビー', exact: true }).click()
  await page.getByTestId('hours-save').click()
  await expect(page.getByRole('region', { name: 'グループ「ロビー」' })).toBeVisible()
  await expect(page.getByRole('listitem').filter({ hasText: '1階ロビー' })).toContainText('グループ「ロビー」の時間')
  await expect(page.getByRole('listitem').filter({ hasText: '3階議場前' })).toContainText('いつも点いています')
  expect(await barriersOf(page)).toEqual([])
})

test('hours that are written over somebody else’s stand where somebody put them meanwhile', async () => {
  const Hours = z.array(z.looseObject({ id: z.string(), position: z.number(), hours: z.unknown() }))
  const hours = async () => Hours.parse(await api('GET', '/operating-hours'))[0]
  const held = await hours()
  if (held === undefined) throw new Error('no hours')
  const { id, updatedAt: _updatedAt, ...input } = held
  await page.getByRole('button', { name: '「グループ「ロビー」」を変える' }).click()
  const drawer = page.getByRole('dialog', { name: 'グループ「ロビー」' })
  await drawer.getByRole('textbox').first().fill('0700')
  await api('PUT', `/operating-hours/${id}`, { ...input, position: 5 })
  await drawer.getByTestId('hours-save').click()
  const both = page.getByRole('dialog', { name: 'ほかの人が先に保存しました' })
  await both.getByRole('button', { name: 'あなたの変更で置き換える' }).click()
  await expect(drawer).toHaveCount(0)
  expect(await hours()).toMatchObject({ position: 5, hours: { weekly: [{ times: [{ start: '07:00' }] }] } })
  expect(complaints.splice(0)).toEqual([expect.stringContaining('409')])
})

test('sound hours say where and when films are heard, and the first of two counts', async () => {
  const Sound = z.array(z.looseObject({ name: z.string(), volume: z.number(), position: z.number() }))
  await goTo('sound')
  expect(await barriersOf(page)).toEqual([])
  const make = async (name: string): Promise<void> => {
    await page.getByTestId('sound-new').click()
    // A button that cannot be pressed says why.
    await expect(page.getByTestId('sound-save')).toBeDisabled()
    await expect(page.getByTestId('sound-save-missing')).toHaveText('名前を入れると保存できます。')
    await page.getByTestId('sound-name').fill(name)
    await expect(page.getByTestId('sound-save-missing')).toHaveText('音を出す端末を選ぶと保存できます。')
    await page.getByTestId('sound-targets').click()
    await page.getByRole('option', { name: 'ロビー', exact: true }).click()
    await page.keyboard.press('Escape')
    const saturday = page.getByRole('dialog').getByRole('checkbox', { name: '土', exact: true })
    await saturday.press('Space')
    await expect(page.getByTestId('hours-unused')).toContainText('土は毎週の閉庁日なので')
    expect(await barriersOf(page)).toEqual([])
    await saturday.press('Space')
    await expect(page.getByTestId('hours-unused')).toHaveCount(0)
    await page.getByTestId('sound-save').click()
    await expect(page.getByRole('region', { name })).toContainText('音量40%')
  }
  await make('ロビーの日中')
  await make('議会の日')
  await page.getByRole('button', { name: '「議会の日」の順番を上げる' }).click()
  await expect(page.locator('section[data-testid^="sound-"]').first()).toContainText('議会の日')
  expect(Sound.parse(await api('GET', '/sound-hours'))).toMatchObject([
    { name: '議会の日', volume: 40, position: 0 },
    { name: 'ロビーの日中', position: 1 },
  ])
  // Saturday is 閉庁日 every week: what the weekday says does not count, and is seen not to.
  await expect(page.getByRole('img', { name: /^土（閉庁日）: なし/ }).first()).toBeVisible()
  expect(await barriersOf(page)).toEqual([])
})

test('what will be heard where is said beside the sound hours, and what is not published yet', async () => {
  const lobby = Displays.parse(await api('GET', '/displays')).find(({ groups }) => groups.includes('ロビー'))
  const row = page.getByTestId(`sound-ahead-${lobby?.id}`)
  await expect(row.getByTestId('sound-unpublished')).toBeVisible()
  await expect(page.getByRole('region', { name: '議会の日' }).getByTestId('sound-unpublished')).toBeVisible()
  await api('POST', '/programme/publish?wait=60', {})
  // The lobby's film is heard on the next working day, and it is said which one that is.
  await expect(row).toContainText(/「野川のかわせみ」（ロビー通常）/)
  await expect(page.getByTestId('sound-unpublished')).toHaveCount(0)
  await row.getByRole('link').click()
  await expect(page).toHaveURL(new RegExp(`/displays/${lobby?.id}$`))
  expect(complaints).toEqual([])
})

test('a takeover is on its display at once, in two steps, and ends with one', async () => {
  const lobby = Displays.parse(await api('GET', '/displays')).find(({ groups }) => groups.includes('ロビー'))
  const shown = async () => Taken.parse(await api('GET', `/displays/${lobby?.id}/programme`)).takeovers ?? []
  await goTo('takeovers')
  expect(await barriersOf(page)).toEqual([])
  await page.getByTestId('takeover-new').click()
  await page.getByTestId('takeover-playlist').click()
  await page.getByRole('option').first().click()
  await page.getByTestId('takeover-targets').click()
  await page.getByRole('option', { name: 'ロビー', exact: true }).click()
  await page.keyboard.press('Escape')
  await page.getByTestId('takeover-name').fill('臨時のお知らせ')
  expect(await barriersOf(page)).toEqual([])
  await page.getByTestId('takeover-next').click()
  await page.getByTestId('takeover-minutes-15').click()
  await expect(page.getByTestId('takeover-effect')).toContainText('「臨時のお知らせ」を、いますぐ映します')
  expect(await barriersOf(page)).toEqual([])
  await page.getByTestId('takeover-start').click()
  const card = page.getByRole('region', { name: '臨時のお知らせ' })
  await expect(card).toContainText('割込み中')
  expect((await shown()).map(({ name }) => name)).toEqual(['臨時のお知らせ'])
  expect(await barriersOf(page)).toEqual([])
  await card.getByRole('button', { name: '終える' }).click()
  await expect(card).toHaveCount(0)
  await expect(page.getByRole('row').filter({ hasText: '臨時のお知らせ' })).toContainText('管理者')
  expect(await shown()).toEqual([])
})

test('a line is written once and stands in the schedule', async () => {
  await goTo('ticker')
  expect(await barriersOf(page)).toEqual([])
  await page.getByTestId('ticker-new').click()
  await page.getByTestId('ticker-text-ja').fill('明日は窓口を休みます')
  await page.getByTestId('ticker-targets').click()
  await page.getByRole('option', { name: 'ロビー', exact: true }).click()
  await page.keyboard.press('Escape')
  await page.getByTestId('ticker-save').click()
  const line = page.getByRole('region', { name: '明日は窓口を休みます' })
  await expect(line).toContainText('お知らせ 明日は窓口を休みます')
  expect(await barriersOf(page)).toEqual([])
  await line.getByRole('button', { name: '「明日は窓口を休みます」を変える' }).click()
  await page.getByTestId('ticker-text-en').fill('The counters are closed tomorrow')
  await page.getByTestId('ticker-save').click()
  await expect(line).toContainText('The counters are closed tomorrow')
})

test('the windows have no barriers in English either', async () => {
  await page.getByTestId('language-en').click()
  const windows = { takeovers: 'takeover-new', ticker: 'ticker-new', dayparts: 'daypart-new', hours: 'hours-new' }
  for (const [name, opener] of Object.entries(windows)) {
    await goTo(name)
    await page.getByTestId(opener).click()
    await expect(page.getByRole('dialog')).toBeVisible()
    expect({ name, barriers: await barriersOf(page) }).toEqual({ name, barriers: [] })
    await page.keyboard.press('Escape')
    await expect(page.getByRole('dialog')).toHaveCount(0)
  }
  expect(complaints).toEqual([])
})
