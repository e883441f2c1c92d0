import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { startCouncilStream } from '@akari/content-samples'
import { openedLine } from '@akari/node-kit'
import { type Play, PlayReport, StreamHealth } from '@akari/protocol'
import { expect, test } from '@playwright/test'
import { z } from 'zod'
import { eventually, localApi, pair, type Service, startAgentProcess, startCmsProcess } from '../support/city-hall.ts'
import { type TemporaryFolder, temporaryFolder } from '../support/temporary-folder.ts'

let folder: TemporaryFolder
let cms: Service
let agent: Service
let displayId: string
let stream: Awaited<ReturnType<typeof startCouncilStream>>
let api: ReturnType<typeof localApi>

const ENV = { AKARI_STREAM_PRIVATE_HOSTS: '127.0.0.1' }
const WithId = z.object({ id: z.string() })

test.beforeAll(async () => {
  folder = await temporaryFolder('offline')
  api = localApi(folder.path)
  stream = await startCouncilStream({ port: 0 })
  cms = await startCmsProcess(folder.path, ENV)
  agent = await startAgentProcess(folder.path, cms.url)
  displayId = await pair(api, agent.url)
})

test.afterAll(async () => {
  await agent.process.stop()
  await cms.process.stop()
  await stream.close()
  await folder.remove()
})

async function playlist(name: string, scene: unknown, validFrom: Date | null = null): Promise<string> {
  const items = [{ id: 'one', seconds: 3600, scene, validFrom: validFrom?.toISOString() ?? null, validUntil: null }]
  return WithId.parse(await api('POST', '/playlists', { name, items, version: 0 })).id
}

const notice = (ja: string, en: string) => ({
  kind: 'notice',
  title: { ja, en },
  body: { ja: `${ja}です`, en: `${en}.` },
})

/** What the agent has written down of what was on its glass and is over. */
async function loggedPlays(): Promise<Play[]> {
  const plays = join(folder.path, 'player', 'plays')
  const files = await Promise.all((await readdir(plays)).map((name) => readFile(join(plays, name), 'utf8')))
  const lines = files.flatMap((text) => text.split('\n')).filter((line) => line !== '')
  return lines
    .map((line) => PlayReport.parse(openedLine(line)))
    .flatMap((play) => (play.endedAt === null ? [] : [play]))
}

/** Local wall-clock minute in Tokyo, `minutes` from now. */
function tokyoMinute(minutes: number): string {
  return new Date(Date.now() + 9 * 3_600_000 + minutes * 60_000).toISOString().slice(0, 16)
}

function entry(name: string, playlistId: string, start: string, priority: string) {
  const rule = { start, durationMinutes: 120, timeZone: 'Asia/Tokyo', rrule: null, exdates: [], rdates: [] }
  return { name, playlistId, targets: { displayIds: [displayId], groups: [] }, priority, rule, version: 0 }
}

test('with the CMS killed the glass goes on, through the next change of the schedule, in the language of the visitor', async ({
  page,
}) => {
  const changesAt = new Date(Date.now() + 12_000)
  const now = await playlist('今', notice('いまのお知らせ', 'Notice of now'))
  const next = await playlist('次', notice('つぎのお知らせ', 'Notice of next'), changesAt)
  await api('POST', '/entries', entry('今', now, tokyoMinute(-10), 'normal'))
  await api('POST', '/entries', entry('次', next, tokyoMinute(-10), 'high'))
  await api('POST', '/programme/publish?wait=60', {})
  await page.goto(agent.url)
  // What comes next is on the page already, unseen.
  const glass = page.locator('.ak-layer[data-place="shown"]')
  await expect(glass).toContainText('いまのお知らせ', { timeout: 15_000 })
  await cms.process.stop('SIGKILL')

  expect(Date.now(), 'the machine was too slow for this test').toBeLessThan(changesAt.getTime())
  await expect(glass).toContainText('つぎのお知らせ', { timeout: 30_000 })
  expect(Date.now()).toBeGreaterThanOrEqual(changesAt.getTime())
  await page.locator('[data-language="en"]').click()
  await expect(glass).toContainText('Notice of next')
  await expect(page.locator('html')).toHaveAttribute('lang', 'en')
  cms = await startCmsProcess(folder.path, { ...ENV, PORT: new URL(cms.url).port })
  await eventually('the player to be back without a touch', async () => {
    const displays = z.array(z.object({ status: z.string() })).parse(await api('GET', '/displays'))
    return displays[0]?.status === 'online' ? true : null
  })
})

test('after a minute without a touch the glass is Japanese again', async ({ page }) => {
  await page.clock.install()
  await page.goto(agent.url)
  await page.locator('[data-language="ko"]').click()
  await expect(page.locator('html')).toHaveAttribute('lang', 'ko')
  await page.clock.fastForward(50_000)
  await expect(page.locator('html')).toHaveAttribute('lang', 'ko')
  await page.clock.fastForward(10_000)
  await expect(page.locator('html')).toHaveAttribute('lang', 'ja')
})

test('the council stream plays, a slate stands in while it is down, and it comes back by itself', async ({ page }) => {
  test.setTimeout(120_000)
  const { id: streamId } = WithId.parse(
    await api('POST', '/streams', { title: { ja: '市議会', en: 'Council' }, url: stream.url }),
  )
  const council = await playlist('議会', { kind: 'live', streamId })
  await api('POST', '/entries', entry('議会', council, tokyoMinute(-10), 'top'))
  await api('POST', '/programme/publish?wait=60', {})
  await page.goto(agent.url)
  await expect(page.getByTestId('glass')).toHaveAttribute('data-scene', 'live', { timeout: 20_000 })
  const position = () => page.locator('video').evaluate((video: HTMLVideoElement) => video.currentTime)
  const moves = async () => {
    const before = await position()
    await page.waitForFunction((from) => (document.querySelector('video')?.currentTime ?? 0) > from + 1, before, {
      timeout: 20_000,
    })
  }
  await page.locator('video').waitFor({ state: 'attached', timeout: 20_000 })
  await moves()
  // By way of the relay, which asks the stream once for all displays.
  const [health] = StreamHealth.array().parse(await api('GET', '/streams/health'))
  expect(health).toMatchObject({ streamId, state: 'live', displays: 1 })
  stream.pause()
  await expect(page.locator('[data-picture="stopped"]')).toBeVisible({ timeout: 30_000 })
  await eventually('the failure in the display’s log of plays', async () => {
    const failures = (await loggedPlays()).filter(({ ending }) => ending === 'failed')
    return failures.some(({ error, shown }) => error?.code === 'live-stopped' && shown.kind === 'item') ? true : null
  })
  stream.resume()
  await expect(page.locator('[data-picture="stopped"]')).toBeHidden({ timeout: 30_000 })
  await moves()
})
