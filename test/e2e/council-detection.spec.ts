import { join } from 'node:path'
import { someProgramme } from '@akari/player/agent/testing/samples'
import { expect, type Locator, type Page, test } from '@playwright/test'
import { type AgentAtPeer, agentAtPeer } from '../support/agent-at-peer.ts'
import { type HlsContent, type HlsServer, hlsServer } from '../support/hls-server.ts'
import { imscFragment, imscHeader } from '../support/imsc-segments.ts'
import { madePlaylist, madeSegments, withoutFfmpeg } from '../support/made-hls.ts'

const PATIENCE = { timeout: 45_000 }
/** Where the first picture of what ffmpeg writes begins, seconds. */
const FIRST_AT = 1.4

test.skip(withoutFfmpeg !== null, withoutFfmpeg ?? '')

let agent: AgentAtPeer
let revision = 0

test.beforeAll(async () => {
  agent = await agentAtPeer('council-detection')
})
test.afterAll(() => agent.close())

const made = (name: string, recipe: Parameters<typeof madeSegments>[1]) =>
  madeSegments(join(agent.folder, name), recipe)
const faults = () => agent.peer.healths.flatMap((health) => health.faults.map(({ code }) => code))

/** A stream under a name of its own on the glass; ends with the test. */
async function onGlass(
  page: Page,
  name: string,
  contentOf: (path: string, startedMs: number) => HlsContent,
): Promise<{ council: Locator; stream: HlsServer; asked: string[] }> {
  const startedMs = Date.now()
  const asked: string[] = []
  const stream = await hlsServer(({ pathname }) => {
    asked.push(pathname)
    return contentOf(pathname, startedMs)
  })
  revision += 1
  agent.peer.healths.length = 0
  const scene = { kind: 'sitting', title: { ja: name }, sittingId: 's', streamId: name } as const
  const item = { id: name, seconds: 600, scene, validFrom: null, validUntil: null }
  agent.peer.publish(
    someProgramme(revision, [], {
      playlists: [{ id: 'main', name, items: [item] }],
      streams: [{ id: name, title: { ja: name }, url: `${stream.origin}/live.m3u8` }],
    }),
  )
  await agent.has(revision)
  await page.goto(agent.url)
  const council = page.locator('.ak-layer[data-place="shown"] .ak-council', { hasText: name })
  await expect(council).toBeVisible(PATIENCE)
  await page.evaluate(() => document.documentElement.setAttribute('data-kept', ''))
  return { council, stream, asked }
}

/**
 * Lets the clock that the page measures durations by run so many times as fast: that a picture is the same for half a minute is judged
 * sooner then. A hall that is heard takes more bytes a second than silence even so.
 */
async function faster(page: Page, times: number): Promise<void> {
  await page.addInitScript((factor) => {
    const now = performance.now.bind(performance)
    performance.now = () => factor * now()
  }, times)
}

/** Segments of one second below `/{name}/`, and the live list of them. */
function rendition(name: string, segments: readonly Buffer[]) {
  return (path: string, startedMs: number): HlsContent => {
    if (path === `/${name}.m3u8`) return madePlaylist(segments.length, { startedMs, nameOf: (n) => `${name}/${n}.ts` })
    const [, number] = new RegExp(`^/${name}/(\\d+)\\.ts$`).exec(path) ?? []
    return number === undefined ? null : (segments[Number(number)] ?? null)
  }
}

const moving = (council: Locator) => expect(council).toHaveAttribute('data-picture', 'moving', PATIENCE)
const stopped = (council: Locator) => expect(council).toHaveAttribute('data-picture', 'stopped', PATIENCE)
const isKept = (page: Page) => expect(page.locator('html')).toHaveAttribute('data-kept', '')

test('a black picture gives way to the slate', async ({ page }) => {
  test.setTimeout(120_000)
  const black = await made('black', { video: 'color=black:s=320x180', audio: 'sine=f=440', seconds: 60 })
  const { council, stream } = await onGlass(page, 'live', rendition('live', black))
  await moving(council)
  await stopped(council)
  await expect.poll(faults, PATIENCE).toContain('screen:live-black')
  await isKept(page)
  await stream.close()
})

test('a picture that is frozen and a sound that is silent are reported, and stay on the glass', async ({ page }) => {
  test.setTimeout(120_000)
  const still = await made('still', { video: 'color=0x406080:s=320x180', audio: 'anullsrc', seconds: 120 })
  await faster(page, 3)
  const { council, stream } = await onGlass(page, 'live', rendition('live', still))
  await moving(council)
  await expect.poll(faults, PATIENCE).toContain('screen:live-frozen')
  await moving(council)
  await expect.poll(faults, PATIENCE).toContain('screen:live-silent')
  await isKept(page)
  await stream.close()
})

test('another picture after a discontinuity goes on without a slate', async ({ page }) => {
  test.setTimeout(120_000)
  const first = await made('first', { video: 'testsrc2=s=320x180', audio: 'sine=f=440', seconds: 14 })
  const second = await made('second', { video: 'testsrc2=s=426x240', audio: 'sine=f=880', seconds: 60 })
  const segments = [...first.slice(0, 14), ...second]
  const nameOf = (n: number) => `${n === 14 ? '#EXT-X-DISCONTINUITY\n' : ''}live/${n}.ts`
  const { council, stream } = await onGlass(page, 'live', (path, startedMs) => {
    if (path !== '/live.m3u8') return rendition('live', segments)(path, startedMs)
    const list = madePlaylist(segments.length, { startedMs, nameOf })
    const passed = Number(/MEDIA-SEQUENCE:(\d+)/.exec(list)?.[1]) > 14 ? 1 : 0
    return list.replace('#EXT-X-MEDIA-SEQUENCE', `#EXT-X-DISCONTINUITY-SEQUENCE:${passed}\n#EXT-X-MEDIA-SEQUENCE`)
  })
  await moving(council)
  await page.evaluate(() => {
    const shown = document.querySelector('.ak-layer[data-place="shown"] .ak-council')
    new MutationObserver(() => {
      if (shown?.getAttribute('data-picture') === 'stopped') document.documentElement.setAttribute('data-slate', '')
    }).observe(document.body, { attributes: true, subtree: true })
  })
  const width = () => council.locator('.ak-council-stage video').evaluate((video) => Reflect.get(video, 'videoWidth'))
  await expect.poll(width, PATIENCE).toBe(320)
  await expect.poll(width, PATIENCE).toBe(426)
  await moving(council)
  await expect(page.locator('html')).not.toHaveAttribute('data-slate', '')
  await isKept(page)
  await stream.close()
})

test('a rendition that cannot be decoded gives way to the next one', async ({ page }) => {
  test.setTimeout(120_000)
  const fine = await made('hevc', { video: 'testsrc2=s=426x240', audio: 'sine', seconds: 60, codec: 'h265' })
  const plain = await made('avc', { video: 'testsrc2=s=320x180', audio: 'sine', seconds: 60 })
  const master = [
    '#EXTM3U',
    // It says so of itself, and is not.
    '#EXT-X-STREAM-INF:BANDWIDTH=300000,RESOLUTION=426x240,CODECS="avc1.64001f,mp4a.40.2"\nfine.m3u8',
    '#EXT-X-STREAM-INF:BANDWIDTH=100000,RESOLUTION=320x180,CODECS="avc1.64001f,mp4a.40.2"\nplain.m3u8\n',
  ].join('\n')
  const { council, stream, asked } = await onGlass(page, 'live', (path, startedMs) =>
    path === '/live.m3u8'
      ? master
      : (rendition('fine', fine)(path, startedMs) ?? rendition('plain', plain)(path, startedMs)),
  )
  await moving(council)
  expect(asked.some((path) => path.startsWith('/fine/'))).toBe(true)
  await expect
    .poll(
      () => council.locator('.ak-council-stage video').evaluate((video) => Reflect.get(video, 'videoWidth')),
      PATIENCE,
    )
    .toBe(320)
  await isKept(page)
  await stream.close()
})

test('a stream that ends in the middle of a segment gives way to the slate, and comes back', async ({ page }) => {
  test.setTimeout(120_000)
  const segments = await made('torn', { video: 'testsrc2=s=320x180', audio: 'sine', seconds: 90 })
  let isTorn = false
  const { council, stream } = await onGlass(page, 'live', (path, startedMs) => {
    const content = rendition('live', segments)(path, startedMs)
    return isTorn && Buffer.isBuffer(content) ? { half: content } : content
  })
  await moving(council)
  isTorn = true
  await stopped(council)
  isTorn = false
  await moving(council)
  await isKept(page)
  await stream.close()
})

test('sound and captions follow the language of the glass, and IMSC is drawn by its lines', async ({ page }) => {
  test.setTimeout(120_000)
  const picture = await made('picture', { video: 'testsrc2=s=320x180', audio: null, seconds: 60 })
  const japanese = await made('ja', { video: null, audio: 'sine=f=440', seconds: 60 })
  const english = await made('en', { video: null, audio: 'sine=f=880', seconds: 60 })
  const master = [
    '#EXTM3U',
    '#EXT-X-MEDIA:TYPE=AUDIO,GROUP-ID="a",NAME="English",LANGUAGE="en",DEFAULT=YES,AUTOSELECT=YES,URI="en.m3u8"',
    '#EXT-X-MEDIA:TYPE=AUDIO,GROUP-ID="a",NAME="日本語",LANGUAGE="jpn",AUTOSELECT=YES,URI="ja.m3u8"',
    '#EXT-X-MEDIA:TYPE=SUBTITLES,GROUP-ID="s",NAME="English",LANGUAGE="en",DEFAULT=YES,AUTOSELECT=YES,URI="text-en.m3u8"',
    '#EXT-X-MEDIA:TYPE=SUBTITLES,GROUP-ID="s",NAME="日本語",LANGUAGE="ja",AUTOSELECT=YES,URI="text-ja.m3u8"',
    '#EXT-X-STREAM-INF:BANDWIDTH=200000,CODECS="avc1.64001f,mp4a.40.2,stpp.ttml.im1t",AUDIO="a",SUBTITLES="s"',
    'picture.m3u8\n',
  ].join('\n')
  const words = (path: string, startedMs: number): HlsContent => {
    const [, language] = /^\/text-(ja|en)\.m3u8$/.exec(path) ?? []
    const head = '#EXT-X-MAP:URI="text.mp4"\n'
    if (language !== undefined)
      return madePlaylist(picture.length, { startedMs, head, nameOf: (n) => `text-${language}/${n}.mp4` })
    if (path === '/text.mp4') return imscHeader()
    const [, spoken, number] = /^\/text-(ja|en)\/(\d+)\.mp4$/.exec(path) ?? []
    if (number === undefined) return null
    const n = Number(number)
    return imscFragment(n + 1, n + FIRST_AT, spoken === 'ja' ? `${n}番目の字幕` : `caption ${n}`)
  }
  const { council, stream, asked } = await onGlass(page, 'live', (path, startedMs) =>
    path === '/live.m3u8'
      ? master
      : (rendition('picture', picture)(path, startedMs) ??
        rendition('ja', japanese)(path, startedMs) ??
        rendition('en', english)(path, startedMs) ??
        words(path, startedMs)),
  )
  await moving(council)
  await expect(council.locator('.ak-captions')).toContainText('番目の字幕', PATIENCE)
  await expect.poll(() => asked.filter((path) => path.startsWith('/ja/')).length, PATIENCE).toBeGreaterThan(3)
  const inEnglish = asked.filter((path) => path.startsWith('/en/')).length
  expect(inEnglish).toBeLessThan(3)
  expect(asked.filter((path) => path.startsWith('/text-en/'))).toEqual([])
  await isKept(page)
  await stream.close()
})
