import { SittingView } from '@akari/protocol'
import { expect, type Page, test } from '@playwright/test'
import { z } from 'zod'
import { barriersOf } from '../support/barriers.ts'
import { type CouncilDesk, councilDesk, inMinutes } from '../support/council-desk.ts'

let desk: CouncilDesk
let cms: CouncilDesk['cms']
let api: CouncilDesk['api']
let page: Page
let glass: Page
let id: string

const Named = z.object({ id: z.string() })

test.describe.configure({ mode: 'serial' })

test.beforeAll(async ({ browser }) => {
  desk = await councilDesk(browser, 'sittings-together')
  ;({ cms, api, page, glass, id } = desk)
  await api('POST', `/sittings/${id}/steps`, { step: { kind: 'open' }, version: 0 })
  await page.goto(`${cms.url}/sittings/${id}/clerk`)
  await expect(page.getByTestId('clerk-displays')).toContainText('1台中1台に表示', { timeout: 30_000 })
})

test.afterAll(() => desk.close())

test('the clerk is told that another sitting in session has the displays, and they are back as soon as that closes', async () => {
  await expect(page.getByTestId('clerk-not-there')).toHaveCount(0)
  const { targets, ...first } = SittingView.parse(await api('GET', `/sittings/${id}`))
  const made = await api('POST', '/sittings', {
    ...first,
    targets,
    title: { ja: '総務委員会' },
    opening: 'clerk',
    closing: 'clerk',
    afterMinutes: 30,
    startsAt: inMinutes(0.5),
    countdownMinutes: 1,
    version: 0,
  })
  const { id: other } = Named.parse(made)
  await api('POST', `/sittings/${other}/steps`, { step: { kind: 'open' }, version: 0 })
  await expect(page.getByTestId('clerk-not-there')).toContainText('いま「総務委員会」が映っています', {
    timeout: 30_000,
  })
  await expect(page.getByTestId('clerk-displays')).toContainText('1台中0台に表示')
  await expect(page.getByTestId('captions-standing')).toContainText('この会議が端末に映っていないため')
  await expect(glass.getByText('総務委員会').first()).toBeVisible()
  expect(await barriersOf(page)).toEqual([])
  await api('POST', `/sittings/${other}/steps`, { step: { kind: 'adjourn' }, version: 1 })
  await expect(page.getByTestId('clerk-not-there')).toHaveCount(0, { timeout: 30_000 })
  await expect(page.getByTestId('clerk-displays')).toContainText('1台中1台に表示')
  await expect(glass.getByText('総務委員会')).toHaveCount(0)
  await api('DELETE', `/sittings/${other}`)
})

test('two on one display at once are told before the second is saved, and in the list', async () => {
  const day = new Date(Date.now() + 33 * 3600_000).toISOString().slice(0, 10)
  const { targets, ...first } = SittingView.parse(await api('GET', `/sittings/${id}`))
  await api('POST', '/sittings', {
    ...first,
    targets,
    title: { ja: '総務委員会' },
    closing: 'clerk',
    startsAt: `${day}T09:00:00+09:00`,
    endsAt: `${day}T11:00:00+09:00`,
    version: 0,
  })
  await page.goto(`${cms.url}/sittings/new?day=${day}`)
  await page.getByTestId('sitting-title').fill('文教委員会')
  await expect(page.getByTestId('sitting-warnings')).toContainText('映す端末が選ばれていません')
  await page.getByTestId('sitting-targets').click()
  await page.getByRole('option').first().click()
  await page.keyboard.press('Escape')
  await expect(page.getByTestId('sitting-warnings')).toHaveCount(0)
  const note = page.getByTestId('sitting-overlaps')
  await expect(note).toContainText('「総務委員会」')
  await expect(note).toContainText('両方が開会している間は、この会議が映ります')
  expect(await barriersOf(page)).toEqual([])
  await page.getByTestId('sitting-save').click()
  await page.getByRole('button', { name: '重なったまま保存する' }).click()
  await expect(page).toHaveURL(/\/sittings\/(?!new)/)
  await page.goto(`${cms.url}/sittings`)
  await expect(page.getByText('「文教委員会」と')).toBeVisible()
  const stream = await api('POST', '/streams', { title: { ja: '中継' }, url: 'https://council.example/live.m3u8' })
  const made = await api('POST', '/sittings', {
    ...first,
    targets,
    title: { ja: '議会運営委員会' },
    closing: 'clerk',
    streamId: Named.parse(stream).id,
    startsAt: `${day}T13:00:00+09:00`,
    endsAt: `${day}T14:00:00+09:00`,
    countdownMinutes: 30,
    version: 0,
  })
  await page.goto(`${cms.url}/sittings/${Named.parse(made).id}`)
  await expect(page.getByTestId('sitting-overruns')).toContainText(
    '「総務委員会」（11:00終了の予定）が12:30を過ぎても続くと',
  )
  await expect(page.getByTestId('sitting-unheard')).toContainText('「音を出す時間」がないため')
  // Nothing is played in a preview: it says where the picture is going to be.
  const looks = page.getByRole('region', { name: '端末での見え方' })
  await looks.getByText('開会中', { exact: true }).last().click()
  await expect(looks.locator('[data-picture="announced"]')).toContainText('中継の映像')
  expect(await barriersOf(page)).toEqual([])
  await page.goto(`${cms.url}/sittings/${id}/clerk`)
})

test('one that another in session covers names that one to the clerk, who lets it come forward', async () => {
  const before = SittingView.parse(await api('GET', `/sittings/${id}`))
  const times = { startsAt: inMinutes(5), endsAt: inMinutes(60), countdownMinutes: 4, afterMinutes: 0 }
  const plan = { ...before, ...times, title: { ja: '予算特別委員会' }, opening: 'clerk', closing: 'clerk', version: 0 }
  const { id: committee } = Named.parse(await api('POST', '/sittings', plan))
  await api('POST', `/sittings/${committee}/steps`, { step: { kind: 'open' }, version: 0 })
  await expect(page.getByTestId('clerk-not-there')).toContainText('「予算特別委員会」が映っています', {
    timeout: 30_000,
  })
  expect(await barriersOf(page)).toEqual([])
  await page.getByTestId('bring-forward').click()
  await expect(page.getByTestId('clerk-not-there')).toHaveCount(0, { timeout: 30_000 })
  await api('POST', `/sittings/${committee}/steps`, { step: { kind: 'adjourn' }, version: 1 })
})

test('an opening that is past is told while it can still be mended, and no more once it has been opened', async () => {
  const first = SittingView.parse(await api('GET', `/sittings/${id}`))
  const [startsAt, endsAt] = [inMinutes(-20), inMinutes(60)]
  const { id: late } = Named.parse(
    await api('POST', '/sittings', { ...first, title: { ja: '厚生文教委員会' }, startsAt, endsAt, version: 0 }),
  )
  await page.goto(`${cms.url}/sittings/${late}`)
  await expect(page.getByTestId('sitting-warnings')).toContainText('開会の予定の時刻をもう過ぎています')
  await api('POST', `/sittings/${late}/steps`, { step: { kind: 'open' }, version: 0 })
  await expect(page.getByTestId('sitting-warnings')).toHaveCount(0)
  await api('POST', `/sittings/${late}/steps`, { step: { kind: 'adjourn' }, version: 1 })
})

test('of two that are closed the one closed last is on the glass, whichever began later', async () => {
  const first = SittingView.parse(await api('GET', `/sittings/${id}`))
  await api('POST', `/sittings/${id}/steps`, { step: { kind: 'adjourn' }, version: first.live.version })
  const opened = async (ja: string, beganMinutesAgo: number): Promise<string> => {
    const times = { startsAt: inMinutes(-beganMinutesAgo), endsAt: inMinutes(60), afterMinutes: 30 }
    const made = await api('POST', '/sittings', { ...first, ...times, title: { ja }, closing: 'clerk', version: 0 })
    const { id: sittingId } = Named.parse(made)
    await api('POST', `/sittings/${sittingId}/steps`, { step: { kind: 'open' }, version: 0 })
    return sittingId
  }
  const [longer, shorter] = [await opened('建設環境委員会', 40), await opened('議会報編集委員会', 20)]
  for (const each of [shorter, longer]) {
    await api('POST', `/sittings/${each}/steps`, { step: { kind: 'adjourn' }, version: 1 })
  }
  const closed = glass.locator('[data-show="adjourned"]').last()
  await expect(closed).toContainText('建設環境委員会', { timeout: 30_000 })
  // What is told of a sitting comes before the programme in which it is closed: only afterwards are there two to choose from.
  await glass.reload()
  await expect(closed).toContainText('建設環境委員会')
})

test('a time that is typed before the figures that stand there takes their place', async () => {
  await page.goto(`${cms.url}/sittings/new?day=2027-01-20`)
  await page.getByRole('button', { name: /^開会の予定/ }).click()
  const hour = page.getByRole('spinbutton', { name: '時' })
  await hour.click()
  await page.keyboard.type('0310')
  await hour.evaluate((input: HTMLInputElement) => {
    input.focus()
    input.setSelectionRange(0, 0)
  })
  await page.keyboard.type('0725')
  await expect(hour).toHaveValue('07')
  await expect(page.getByRole('spinbutton', { name: '分' })).toHaveValue('25')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('button', { name: /^開会の予定/ })).toContainText('2027年1月20日 07:25')
})
