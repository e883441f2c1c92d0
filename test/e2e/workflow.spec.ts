import { DisplayView, EntryView, PlaylistView, type Role } from '@akari/protocol'
import { type Browser, expect, type Page, test } from '@playwright/test'
import { barriersOf } from '../support/barriers.ts'
import { localApi, type Service, startCmsProcess } from '../support/city-hall.ts'
import { signInNew } from '../support/console-session.ts'
import { type TemporaryFolder, temporaryFolder } from '../support/temporary-folder.ts'

const EVERY_DAY = {
  start: '2026-04-01T08:30',
  durationMinutes: 525,
  timeZone: 'Asia/Tokyo',
  rrule: 'FREQ=DAILY',
  exdates: [],
  rdates: [],
}
const PROFILE = {
  name: '1階ロビー',
  widthPx: 1920,
  heightPx: 1080,
  mmPerPx: 0.634,
  viewingDistanceM: 3,
  touch: false,
  kioskId: null,
}

let folder: TemporaryFolder
let cms: Service
let api: ReturnType<typeof localApi>
let sato: Page
let kato: Page
let lobby: DisplayView

test.describe.configure({ mode: 'serial' })

test.beforeAll(async ({ browser }) => {
  folder = await temporaryFolder('workflow')
  api = localApi(folder.path)
  cms = await startCmsProcess(folder.path)
  lobby = await oneDisplay()
  sato = await staff(browser, 'sato', '佐藤', 'editor', { width: 1280, height: 800 })
  kato = await staff(browser, 'kato', '加藤', 'approver', { width: 1024, height: 768 })
})

test.afterAll(async () => {
  await cms.process.stop()
  await folder.remove()
})

/** A display in the lobby with a playlist that is shown every day, published. */
async function oneDisplay(): Promise<DisplayView> {
  const display = DisplayView.parse(await api('POST', '/displays', { profile: PROFILE, groups: ['ロビー'] }))
  const scene = { kind: 'notice', title: { ja: '開庁時間' }, body: { ja: '8:30–17:15' } }
  const items = [{ id: 'hours', seconds: 10, scene, validFrom: null, validUntil: null }]
  const { id } = PlaylistView.parse(await api('POST', '/playlists', { name: 'ロビーの案内', items, version: 0 }))
  const targets = { displayIds: [], groups: ['ロビー'] }
  const entry = { name: '毎日の案内', playlistId: id, targets, priority: 'normal', rule: EVERY_DAY, version: 0 }
  EntryView.parse(await api('POST', '/entries', entry))
  await api('POST', '/programme/publish?wait=60', {})
  return display
}

/** Adds a notice to the playlist, as somebody does who composes. */
async function compose(id: string, words: string): Promise<void> {
  const [playlist] = PlaylistView.array().parse(await api('GET', '/playlists'))
  if (playlist === undefined) throw new Error('no playlist')
  const scene = { kind: 'notice', title: { ja: words }, body: { ja: words } }
  const items = [...playlist.items, { id, seconds: 10, scene, validFrom: null, validUntil: null }]
  await api('PUT', `/playlists/${playlist.id}`, { ...playlist, items })
}

async function staff(
  browser: Browser,
  username: string,
  name: string,
  role: Role,
  viewport: { width: number; height: number },
): Promise<Page> {
  const page = await (await browser.newContext({ viewport, reducedMotion: 'reduce' })).newPage()
  await signInNew(page, cms, api, { username, name, role })
  return page
}

async function titlesOnLobby(): Promise<string[]> {
  const programme = await api('GET', `/displays/${lobby.id}/programme`)
  const { playlists } = programme as { playlists: { items: { scene: { title: { ja: string } } }[] }[] }
  return playlists.flatMap(({ items }) => items.map(({ scene }) => scene.title.ja))
}

test('an editor looks at what changes and submits it; the approver hears of it at once', async () => {
  await compose('holiday', '連休の窓口')
  await sato.getByTestId('nav-schedule').click()
  await sato.getByTestId('publish-review').click()
  await expect(sato.getByTestId('change-group')).toContainText('1階ロビー')
  await expect(sato.getByTestId('change-group')).toContainText('連休の窓口')
  expect(await barriersOf(sato)).toEqual([])
  await sato.getByTestId('publish-comment').fill('連休のため')
  await sato.getByTestId('publish-button').click()
  await expect(sato.getByTestId('thread')).toContainText('連休のため')
  await expect(sato.getByTestId('approve')).toHaveCount(0)
  await expect(kato.getByTestId('bell-count')).toHaveText('1')
  expect(await titlesOnLobby()).toEqual(['開庁時間'])
})

test('the approver sends it back with a reason, and the editor reads why', async () => {
  await kato.getByTestId('bell').click()
  await kato.getByText('佐藤さんの申請').click()
  await expect(kato.getByTestId('bell-count')).toHaveCount(0)
  await expect(kato.getByTestId('change-group')).toContainText('連休の窓口')
  expect(await barriersOf(kato)).toEqual([])
  await expect(kato.getByTestId('send-back')).toBeDisabled()
  await kato.getByTestId('decision-comment').fill('日付を入れてください')
  await kato.getByTestId('send-back').click()
  await expect(sato.getByTestId('bell-count')).toHaveText('1')
  await sato.getByTestId('bell').click()
  expect(await barriersOf(sato)).toEqual([])
  await sato.getByText('差し戻し: 加藤さんから').click()
  await expect(sato.getByTestId('thread')).toContainText('日付を入れてください')
})

test('what is approved by keyboard is on the display, exactly as it was submitted', async () => {
  await compose('dates', '5月3日から6日')
  await sato.getByTestId('nav-playlists').click()
  await sato.getByTestId('publish-review').click()
  // Who presses before what changed is on the page is told to look again.
  await expect(sato.getByTestId('change-group')).toContainText('5月3日から6日')
  await sato.getByTestId('publish-comment').fill('日付を入れました')
  await sato.getByTestId('publish-button').click()
  await expect(sato.getByTestId('thread')).toContainText('日付を入れました')
  await compose('unseen', 'だれも見ていない変更')
  await kato.getByTestId('nav-approvals').click()
  await expect(kato.getByTestId('submission-submitted')).toBeVisible()
  expect(await barriersOf(kato)).toEqual([])
  await kato.getByTestId('submission-submitted').press('Enter')
  await expect(kato.getByTestId('approve')).toBeVisible()
  await kato.keyboard.press('Control+Enter')
  await expect.poll(titlesOnLobby).toEqual(['開庁時間', '連休の窓口', '5月3日から6日'])
  await expect(sato.getByTestId('bell-count')).toHaveText('1')
})

test('a publication is taken back in one step, and the draft stays', async () => {
  await kato.goto(`${cms.url}/publications`)
  await expect(kato.getByTestId('restore-1')).toBeVisible()
  expect(await barriersOf(kato)).toEqual([])
  await kato.getByTestId('restore-1').click()
  await expect(kato.getByTestId('change-group')).toContainText('連休の窓口')
  await kato.getByTestId('restore-yes').click()
  await expect.poll(titlesOnLobby).toEqual(['開庁時間'])
  const [playlist] = PlaylistView.array().parse(await api('GET', '/playlists'))
  expect(playlist?.items).toHaveLength(4)
})
