import { someProgramme } from '@akari/player/agent/testing/samples'
import type { Caption, FeedSnapshot, SittingLive } from '@akari/protocol'
import { expect, type Page, test } from '@playwright/test'
import { type AgentAtPeer, agentAtPeer } from '../support/agent-at-peer.ts'
import { type CouncilHls, councilHls } from '../support/council-hls.ts'
import { pageHolds } from '../support/page-holds.ts'

const PATIENCE = { timeout: 45_000 }
const CUTS = 6
const TITLE = { ja: '市議会 本会議', en: 'City Council' }

let agent: AgentAtPeer
let stream: CouncilHls
let revision = 0

test.beforeAll(async () => {
  stream = await councilHls()
  agent = await agentAtPeer('council-glass')
  const scene = { kind: 'sitting', title: TITLE, sittingId: 's', streamId: 'council', captionsId: 'c' } as const
  const item = { id: 'sitting', seconds: 600, scene, validFrom: null, validUntil: null }
  agent.peer.publish(
    someProgramme(1, [], {
      playlists: [{ id: 'main', name: '議会', items: [item] }],
      streams: [{ id: 'council', title: TITLE, url: stream.url }],
      feeds: [{ feedId: 'c' }, { feedId: 's' }],
    }),
  )
  await agent.has(1)
})
test.afterAll(async () => {
  await agent.close()
  await stream.close()
})

function tell(feedId: string, data: FeedSnapshot['data'], checkedAt = new Date().toISOString()): void {
  revision += 1
  agent.peer.tellFeeds([
    { feedId, revision, checkedAt, state: 'ok', attribution: { text: { ja: '議会事務局' } }, data },
  ])
}

function sitting(change: Partial<SittingLive>): void {
  const startsAt = new Date(Date.now() + 10.5 * 60_000).toISOString()
  const nothing = { resumesAt: null, item: null, speaker: null, recordingUrl: null }
  tell('s', { kind: 'sitting', title: TITLE, startsAt, phase: 'planned', ...nothing, ...change })
}

const captionOf = (text: string, more: Partial<Caption> = {}): Caption => ({
  segmentId: 'a',
  language: 'ja',
  text,
  speaker: '市長',
  spokenAt: new Date().toISOString(),
  state: 'interim',
  ...more,
})

function spoken(text: string, more: Partial<Caption> = {}): void {
  tell('c', { kind: 'captions', captions: [captionOf(text, more)] })
}

/** Marks the page: a mark that is gone means that it was loaded anew. */
const mark = (page: Page) => page.evaluate(() => document.documentElement.setAttribute('data-kept', ''))
/** How many items of an agenda are cut at the end of their list; those after it are seen nowhere. */
function cutItems(items: Element[]): number {
  const list = items[0]?.parentElement?.getBoundingClientRect()
  if (list === undefined) return Number.NaN
  const seen = items.map((item) => item.getBoundingClientRect()).filter(({ left }) => left < list.right - 1)
  return seen.filter(({ bottom }) => bottom > list.bottom + 1).length
}

const inSession = {
  phase: 'inSession',
  item: { number: '議案第1号', title: { ja: '補正予算' } },
  speaker: { name: { ja: '見本 太郎' }, party: { ja: 'みほんの会' } },
} as const

test('a sitting from its countdown to its recording; a stream that is not there yet or gone leaves its words, and comes by itself', async ({
  page,
}) => {
  test.setTimeout(120_000)
  sitting({})
  await page.goto(agent.url)
  const glass = page.locator('.ak-layer[data-place="shown"]')
  await expect(glass.locator('[data-show="countdown"]')).toContainText('11 分', PATIENCE)
  await expect(glass.locator('.ak-sitting-agenda')).toHaveCount(0)
  await expect(glass.locator('.ak-sitting-beside')).toContainText('Opens in 11 min')
  await mark(page)
  const first = ['会期の決定', '補正予算', '一般質問', '会議録署名議員の指名', '委員会の報告', '請願', '陳情', '諸報告']
  sitting({ agenda: { first: first.map((ja, at) => ({ number: `日程第${at + 1}`, title: { ja } })), count: 30 } })
  const agenda = glass.locator('.ak-sitting-agenda')
  await expect(agenda).toContainText('全30件')
  await expect(agenda.getByText('会期の決定')).toBeInViewport({ ratio: 0.9 })
  expect(await agenda.locator('li').evaluateAll(cutItems)).toBe(0)

  stream.trouble('gone')
  sitting(inSession)
  const council = glass.locator('.ak-council')
  await expect(council).toHaveAttribute('data-picture', 'missing', PATIENCE)
  await expect(council).toContainText('中継の映像を待っています')
  stream.trouble('none')
  await expect(council).toHaveAttribute('data-picture', 'moving', PATIENCE)
  await expect(council).not.toContainText('中継の映像を待っています')
  await expect(council).toContainText('議案第1号')
  await expect(council).toContainText('みほんの会')
  await expect(glass.locator('.ak-council-sign')).toHaveAttribute('data-picture', 'moving', PATIENCE)
  // Until somebody pushes captions the stream's own are shown.
  await expect(glass.locator('.ak-captions')).toContainText('字幕', PATIENCE)
  spoken('ただいまから')
  await expect(glass.locator('[data-segment="a"][data-final="false"]')).toHaveText('市長ただいまから')
  spoken('ただいまから会議を開きます。', { state: 'final' })
  await expect(glass.locator('[data-segment="a"][data-final="true"]')).toHaveText('市長ただいまから会議を開きます。')

  stream.trouble('gone')
  await expect(council).toHaveAttribute('data-picture', 'stopped', PATIENCE)
  await expect(council).toContainText('映像が止まっています')
  spoken('続けます。', { segmentId: 'b' })
  await expect(glass.locator('[data-segment="b"]')).toBeVisible()
  stream.trouble('none')
  await expect(council).toHaveAttribute('data-picture', 'moving', PATIENCE)
  await expect(council).not.toContainText('映像が止まっています')

  sitting({ phase: 'recess', resumesAt: new Date(Date.now() + 20 * 60_000).toISOString() })
  await expect(glass.locator('[data-show="recess"]')).toContainText('に再開する予定です')
  sitting({ phase: 'adjourned', recordingUrl: 'https://council.example.jp/r/1' })
  await expect(glass.getByRole('img', { name: 'https://council.example.jp/r/1' })).toBeVisible()
  await expect(page.locator('html')).toHaveAttribute('data-kept', '')
})

test('what has faded is not brought back by a correction or the next caption, and no empty band is left', async ({
  page,
}) => {
  test.setTimeout(90_000)
  sitting(inSession)
  const first = captionOf('ただいまから会議を開きます。', { segmentId: 'first', state: 'final' })
  const saying = (...captions: Caption[]): void => tell('c', { kind: 'captions', captions })
  saying(first)
  await page.goto(agent.url)
  const glass = page.locator('.ak-layer[data-place="shown"]')
  const band = glass.locator('.ak-captions')
  await expect(band).toContainText('会議を開きます', PATIENCE)
  await expect(band).toHaveCSS('opacity', '0', PATIENCE)
  const corrected = { ...first, text: 'ただいまから本会議を開きます。' }
  saying(corrected)
  saying(corrected, captionOf('日程第1を議題とします。', { segmentId: 'second', state: 'final' }))
  await expect(glass.locator('[data-segment="second"]')).toBeVisible()
  await expect(band).toHaveCSS('opacity', '1')
  await expect(glass.locator('[data-segment="first"]')).toHaveCount(0)
})

test('what is said after a recess stays as long as any other caption', async ({ page }) => {
  test.setTimeout(90_000)
  sitting({ phase: 'recess' })
  const before = captionOf('休憩いたします。', {
    segmentId: 'before',
    state: 'final',
    spokenAt: new Date(Date.now() - 120_000).toISOString(),
  })
  tell('c', { kind: 'captions', captions: [before] }, before.spokenAt)
  await page.goto(agent.url)
  const glass = page.locator('.ak-layer[data-place="shown"]')
  await expect(glass.locator('[data-show="recess"]')).toBeVisible(PATIENCE)
  sitting(inSession)
  await expect(glass.locator('.ak-council')).toHaveAttribute('data-picture', 'moving', PATIENCE)
  const after = captionOf('休憩前に引き続き、会議を開きます。', { segmentId: 'after', state: 'final' })
  tell('c', { kind: 'captions', captions: [before, after] })
  const band = glass.locator('.ak-captions')
  await expect(glass.locator('[data-segment="after"]')).toBeVisible()
  await expect(band).toHaveCSS('opacity', '1')
  // Longer than a fade takes.
  const playedS = () =>
    glass.locator('.ak-council-stage video').evaluate((video: HTMLVideoElement) => video.currentTime)
  const fromS = await playedS()
  await expect.poll(playedS, PATIENCE).toBeGreaterThan(fromS + 2)
  await expect(band).toHaveCSS('opacity', '1')
})

test('a long caption is revealed phrase by phrase with who says it, and a correction goes on where it was', async ({
  page,
}) => {
  test.setTimeout(120_000)
  sitting(inSession)
  await page.goto(agent.url)
  const glass = page.locator('.ak-layer[data-place="shown"]')
  await expect(glass.locator('.ak-council')).toHaveAttribute('data-picture', 'moving', PATIENCE)
  const [head, middle, end] = ['提案理由を申し上げます。', '食材費の高騰に対応いたします。', '以上でございます。']
  const filled = 'はけの森美術館の空調設備の改修に要する経費を計上するものでございまして、'
  const long = captionOf(`${head}${filled.repeat(2)}${middle}${filled}${end}`, { segmentId: 'long', state: 'final' })
  tell('c', { kind: 'captions', captions: [long] })
  const newest = glass.locator('.ak-captions-lines p').last()
  await expect(newest).toContainText(`市長${head}`)
  await expect(newest).not.toContainText(end)
  const phrases = glass.locator('[data-segment="long"]')
  await expect(phrases).toHaveCount(2, PATIENCE)
  await expect(newest).toContainText('市長')
  // Of what was read already.
  const corrected = { ...long, text: long.text.replace(head, '提案の理由を申し上げます。') }
  tell('c', { kind: 'captions', captions: [corrected] })
  await expect(phrases.first()).toContainText('提案の理由')
  await expect(newest).not.toContainText('提案の理由')
  await expect(newest).toContainText(end, PATIENCE)
  await expect(newest).toContainText('市長')
  const shown = await phrases.evaluateAll((all) =>
    all.map(({ textContent }) => textContent.replace('市長', '')).join(''),
  )
  expect(corrected.text.endsWith(shown)).toBe(true)
  await expect(glass.locator('.ak-captions')).toHaveCSS('opacity', '1')
  await expect(glass.locator('.ak-captions')).toHaveCSS('opacity', '0', PATIENCE)
})

test('where there is room for one language they take turns, and both are seen before they fade', async ({ page }) => {
  test.setTimeout(120_000)
  sitting(inSession)
  await page.setViewportSize({ width: 1280, height: 320 })
  await page.goto(agent.url)
  const glass = page.locator('.ak-layer[data-place="shown"]')
  await expect(glass.locator('.ak-council')).toHaveAttribute('data-picture', 'moving', PATIENCE)
  const ja = captionOf('続きまして、美術館の空調設備について伺います。', { segmentId: 'turn', state: 'final' })
  const en = { ...ja, language: 'en', text: 'Next, I would like to ask about the museum.', speaker: 'Mayor' } as const
  tell('c', { kind: 'captions', captions: [ja, en] })
  const [japanese, english] = [glass.locator('[data-spoken="ja"]'), glass.locator('[data-spoken="en"]')]
  await expect(japanese.or(english).filter({ visible: true })).toHaveCount(1)
  const wasJapanese = await japanese.isVisible()
  const [first, second] = wasJapanese ? [japanese, english] : [english, japanese]
  await expect(second).toBeVisible(PATIENCE)
  await expect(first).toBeHidden()
  await expect(glass.locator('.ak-captions')).toHaveAttribute('data-quiet', 'false')
  await expect(glass.locator('.ak-captions')).toHaveAttribute('data-quiet', 'true', PATIENCE)
})

test('a stream that stands still and one that is noise give way to the slate, and come back without a new page', async ({
  page,
}) => {
  test.setTimeout(120_000)
  sitting(inSession)
  await page.goto(agent.url)
  const council = page.locator('.ak-layer[data-place="shown"] .ak-council')
  await expect(council).toHaveAttribute('data-picture', 'moving', PATIENCE)
  await mark(page)
  for (const trouble of ['still', 'noise'] as const) {
    stream.trouble(trouble)
    await expect(council).toHaveAttribute('data-picture', 'stopped', PATIENCE)
    stream.trouble('none')
    await expect(council).toHaveAttribute('data-picture', 'moving', PATIENCE)
  }
  await expect
    .poll(() => agent.peer.healths.at(-1)?.faults.map(({ code }) => code), PATIENCE)
    .toContain('screen:live-stopped')
  await expect(page.locator('html')).toHaveAttribute('data-kept', '')
})

test('cut after cut leaves nothing behind in the page', async ({ page }) => {
  test.setTimeout(180_000)
  sitting(inSession)
  await page.goto(agent.url)
  const council = page.locator('.ak-layer[data-place="shown"] .ak-council')
  const signing = page.locator('.ak-council-sign')
  const cut = async (): Promise<void> => {
    stream.trouble('gone')
    await expect(council).toHaveAttribute('data-picture', 'stopped', PATIENCE)
    stream.trouble('none')
    await expect(council).toHaveAttribute('data-picture', 'moving', PATIENCE)
    await expect(signing).toHaveAttribute('data-picture', 'moving', PATIENCE)
  }
  await expect(council).toHaveAttribute('data-picture', 'moving', PATIENCE)
  await mark(page)
  await cut()
  const before = await pageHolds(page)
  for (let n = 0; n < CUTS; n++) await cut()
  const after = await pageHolds(page)
  // The picture and who signs: a source for each, with its picture and its sound.
  expect(after).toMatchObject({ mediaSources: 2, sourceBuffers: 4 })
  expect(after.sharedChunks - before.sharedChunks).toBeLessThan(CUTS)
  await expect(page.locator('html')).toHaveAttribute('data-kept', '')
})
