import { startCouncilStream } from '@akari/content-samples'
import { RecordingsView, SittingView, type SittingStep, StreamView } from '@akari/protocol'
import { expect, type Page, test } from '@playwright/test'
import { spawnSync } from 'node:child_process'
import { barriersOf } from '../support/barriers.ts'
import { localApi, type Service, startCmsProcess } from '../support/city-hall.ts'
import { signInFirst } from '../support/console-session.ts'
import { settled } from '../support/settled.ts'
import { type TemporaryFolder, temporaryFolder } from '../support/temporary-folder.ts'

const hasFfmpeg = spawnSync('ffmpeg', ['-version']).status === 0

let folder: TemporaryFolder
let cms: Service
let stream: Awaited<ReturnType<typeof startCouncilStream>>
let api: ReturnType<typeof localApi>
let page: Page
let sitting: SittingView

test.describe.configure({ mode: 'serial' })
test.skip(!hasFfmpeg, 'recording needs ffmpeg, and there is none here')

/** Longer than a slip of the clerk's finger. */
const ITEM_MS = 8_000

const newest = async () => RecordingsView.parse(await api('GET', '/recordings')).recordings[0]
/** Waits until so much more is recorded. */
const recordedFor = async (ms: number): Promise<void> => {
  const before = (await newest())?.durationMs ?? 0
  await expect.poll(async () => (await newest())?.durationMs ?? 0, { timeout: 30_000 }).toBeGreaterThan(before + ms)
}
const step = async (taken: SittingStep): Promise<void> => {
  const body = { step: taken, version: sitting.live.version }
  sitting = SittingView.parse(await api('POST', `/sittings/${sitting.id}/steps`, body))
}
/** Holds the answer to a deletion back until the page has heard of it otherwise. */
const answeredLate = (url: string): Promise<unknown> =>
  page.route(`**/api${new URL(url).pathname}`, async (route) => {
    const response = await route.fetch()
    await page.getByText('この録画はありません').waitFor()
    await route.fulfill({ response })
  })

test.beforeAll(async ({ browser }) => {
  folder = await temporaryFolder('recordings')
  stream = await startCouncilStream({ port: 0 })
  api = localApi(folder.path)
  cms = await startCmsProcess(folder.path, { AKARI_STREAM_PRIVATE_HOSTS: '127.0.0.1' })
  const { id: streamId } = StreamView.parse(
    await api('POST', '/streams', { title: { ja: '市議会中継' }, url: stream.url }),
  )
  sitting = SittingView.parse(
    await api('POST', '/sittings', {
      title: { ja: '第4回定例会' },
      startsAt: new Date().toISOString(),
      endsAt: new Date(Date.now() + 3_600_000).toISOString(),
      agenda: [
        { id: 'a1', number: '日程第1', title: { ja: '会期の決定' } },
        { id: 'a2', number: '議案第12号', title: { ja: '補正予算' } },
      ],
      speakers: [],
      streamId,
      recordingUrl: null,
      targets: { displayIds: [], groups: [] },
      opening: 'clerk',
      closing: 'clerk',
      countdownMinutes: 0,
      afterMinutes: 0,
      version: 0,
    }),
  )
  page = await browser.newPage({ viewport: { width: 1440, height: 900 }, reducedMotion: 'reduce' })
  await signInFirst(page, cms)
})

test.afterAll(async () => {
  await page.context().close()
  await cms.process.stop()
  await stream.close()
  await folder.remove()
})

test('nothing was recorded yet, and the page says how to begin', async () => {
  await page.goto(`${cms.url}/recordings`)
  await expect(page.getByText('録画はまだありません')).toBeVisible()
  await expect(page.getByText('200 GB', { exact: false })).toBeVisible()
  expect(await barriersOf(page)).toEqual([])
})

test('a sitting is marked to be recorded, and is recorded from its opening on', async () => {
  await page.goto(`${cms.url}/sittings/${sitting.id}`)
  await page.getByTestId('sitting-record').click({ force: true })
  await expect(page.getByTestId('sitting-record')).toBeChecked()
  await page.getByTestId('sitting-save').click()
  await settled(page.getByTestId('sitting-save'))
  sitting = SittingView.parse(await api('GET', `/sittings/${sitting.id}`))
  expect(sitting.isRecorded).toBe(true)
  await step({ kind: 'open' })
  // A recording begins with what the playlist lists, which comes all at once.
  await recordedFor(1)
  await step({ kind: 'item', itemId: 'a1' })
  await page.goto(`${cms.url}/sittings`)
  await page.getByTestId('council-nav-recordings').click()
  await expect(page.getByText('録画中', { exact: true })).toBeVisible()
  await page.getByRole('link', { name: '第4回定例会' }).click()
  await expect(page.getByTestId('way-plan')).toBeVisible()
  const recording = page.url()
  // From each page of the sitting to its others, and back.
  await page.getByTestId('way-plan').click()
  await expect(page).toHaveURL(`${cms.url}/sittings/${sitting.id}`)
  await page.getByTestId('way-transcript').click()
  await expect(page).toHaveURL(`${cms.url}/captions/${sitting.captionsId}`)
  await page.getByTestId('way-clerk').click()
  await expect(page).toHaveURL(`${cms.url}/sittings/${sitting.id}/clerk`)
  await page.getByTestId('way-recordings').click()
  await expect(page).toHaveURL(recording)
  await expect(page.getByText('録画中', { exact: true })).toBeVisible()
  await recordedFor(ITEM_MS)
  await expect(page.getByText('会期の決定')).toBeVisible()
  await step({ kind: 'item', itemId: 'a2' })
  await recordedFor(ITEM_MS)
})

test('the clerk sees that it is recorded, and that its stream is there', async () => {
  const recording = page.url()
  await page.goto(`${cms.url}/sittings/${sitting.id}/clerk`)
  await expect(page.getByTestId('clerk-recording')).toContainText('録画中')
  await expect(page.getByTestId('clerk-stream')).toContainText('配信中', { timeout: 15_000 })
  await expect(page.getByTestId('clerk-displays')).toContainText('選ばれていません')
  expect(await barriersOf(page)).toEqual([])
  await page.goto(recording)
})

test('it is ended by hand, put together, and plays from its chapters', async () => {
  await page.getByTestId('recording-end').click()
  await page.getByRole('dialog').getByRole('button', { name: '録画を終える' }).click()
  await expect(page.getByText('できあがり')).toBeVisible({ timeout: 30_000 })
  const film = page.getByTestId('recording-film')
  await expect(film).toBeVisible()
  expect(await film.locator('track').getAttribute('src')).toContain(`recordingId=${(await newest())?.id}`)
  await page.getByRole('button', { name: '補正予算' }).click()
  const chapters = (await newest())?.chapters ?? []
  expect(chapters).toHaveLength(2)
  await expect
    .poll(() => film.evaluate((video: HTMLVideoElement) => video.currentTime * 1000))
    .toBeGreaterThanOrEqual(chapters[1]?.startMs ?? Infinity)
  expect(await barriersOf(page)).toEqual([])
})

test('what was ended by mistake is recorded on, in another one', async () => {
  const first = page.url()
  await page.getByTestId('recording-go-on').click()
  await expect(page.getByText('録画中', { exact: true })).toBeVisible()
  expect(page.url()).not.toBe(first)
  await recordedFor(1)
  await page.getByTestId('recording-end').click()
  const dialog = page.getByRole('dialog')
  await expect(dialog).toContainText('「続きを録画する」を押すまで録画しません')
  await dialog.getByRole('button', { name: '録画を終える' }).click()
  await expect(page.getByText('できあがり')).toBeVisible({ timeout: 30_000 })
  await answeredLate(page.url())
  await page.getByTestId('recording-delete').click()
  await dialog.getByRole('button', { name: '録画を消す' }).click()
  await expect(page).toHaveURL(/\/recordings$/)
  await page.goto(first)
  await expect(page.getByTestId('recording-go-on')).toBeVisible()
})

test('a chapter is corrected, and what cannot be read is said', async () => {
  await page.getByTestId('recording-edit').click()
  await page.getByLabel('2番目の章の始まり').fill('いつか')
  await expect(page.getByText('1:02:03のように')).toBeVisible()
  await expect(page.getByTestId('chapter-save')).toBeDisabled()
  await page.getByLabel('2番目の章の始まり').fill('0:05')
  await expect(page.getByTestId('chapter-number-0')).toHaveValue('日程第1')
  await page.getByTestId('chapter-number-0').fill('')
  await expect(page.getByTestId('chapter-number-1')).toHaveValue('議案第12号')
  await page.getByTestId('chapter-number-1').fill('議案第12号の2')
  await page.getByLabel('2番目の章の題').fill('補正予算の説明')
  await page.getByTestId('chapter-language-en').click()
  await page.getByTestId('chapter-title-1').fill('The supplementary budget')
  await page.getByTestId('chapter-language-ja').click()
  await page.getByTestId('nav-sittings').click()
  await expect(page.getByText('このまま離れると、書いたものは残りません。')).toBeVisible()
  await page.getByRole('button', { name: '編集を続ける' }).click()
  await expect(page.getByLabel('2番目の章の題')).toHaveValue('補正予算の説明')
  await page.getByTestId('chapter-save').click()
  await expect(page.getByRole('button', { name: '補正予算の説明' })).toContainText('議案第12号の2')
  const [first, second] = (await newest())?.chapters ?? []
  expect(first).not.toHaveProperty('number')
  expect(second).toEqual({
    startMs: 5_000,
    number: '議案第12号の2',
    title: { ja: '補正予算の説明', en: 'The supplementary budget' },
  })
})

test('kiosks may show it; then it cannot be deleted, and without it can', async () => {
  await expect(page.getByTestId('recording-kiosk')).toBeEnabled()
  await page.getByTestId('recording-kiosk').press('Space')
  await expect.poll(async () => (await newest())?.onKiosk).toBe(true)
  // What the page has heard, not what the server knows.
  await expect(page.getByTestId('recording-kiosk')).toBeChecked()
  await page.getByTestId('recording-delete').click()
  const dialog = page.getByRole('dialog')
  await expect(dialog).toContainText('案内端末に出ているため消せません')
  await expect(dialog.getByRole('button', { name: '録画を消す' })).toBeDisabled()
  await dialog.getByRole('button', { name: 'やめる' }).click()
  await expect(dialog).toHaveCount(0)
  await expect(page.getByTestId('recording-kiosk')).toBeEnabled()
  await page.getByTestId('recording-kiosk').press('Space')
  await expect.poll(async () => (await newest())?.onKiosk).toBe(false)
  await expect(page.getByTestId('recording-kiosk')).not.toBeChecked()
  await page.getByTestId('recording-delete').click()
  await dialog.getByRole('button', { name: '録画を消す' }).click()
  await expect(page.getByText('録画はまだありません')).toBeVisible()
})
