import { join } from 'node:path'
import type { Alert, AlertSound, PlayerState, SceneContent, SoundHours } from '@akari/protocol'
import { expect, type Page, test } from '@playwright/test'
import { chromiumFlags, chromiumPath } from '../support/chromium.ts'
import { type HlsServer, hlsServer } from '../support/hls-server.ts'
import { madePlaylist, madeSegments, withoutFfmpeg } from '../support/made-hls.ts'
import { type TemporaryFolder, temporaryFolder } from '../support/temporary-folder.ts'
import { LOBBY } from '../visual/glass-page.ts'
import { alert, handled } from '../visual/made-up-alerts.ts'
import { showing, withAlerts } from '../visual/made-up-state.ts'
import { type GlassServer, serveGlass } from '../visual/serve-glass.ts'

test.skip(withoutFfmpeg !== null, withoutFfmpeg ?? '')
// What the kiosk browser is started with: nobody touches a display before it is heard.
test.use({
  launchOptions: {
    executablePath: await chromiumPath(),
    args: [...chromiumFlags(), '--autoplay-policy=no-user-gesture-required'],
  },
})

const PATIENCE = { timeout: 45_000 }
const STREAM_SECONDS = 150
/** ffmpeg's tone reaches an eighth of what is possible, at 40 % of the volume a twentieth. */
const HEARD_FROM = 0.03
const TITLE = { ja: '市議会 本会議' }
const LIVE: SceneContent = { kind: 'live', title: TITLE, streamId: 'council' }
const SITTING: SceneContent = { kind: 'sitting', title: TITLE, sittingId: 'sitting', streamId: 'council' }
const NOON: SoundHours = {
  id: 'noon',
  name: '昼休み',
  volume: 40,
  times: { weekly: [{ weekdays: ['MO'], times: [{ start: '12:00', end: '13:00' }] }], exceptions: [] },
}
const ALOUD: AlertSound = { chime: 'urgent', speak: true, times: 1 }
const QUIET: AlertSound = { chime: 'none', speak: false, times: 1 }

let folder: TemporaryFolder
let segments: Buffer[]
let stream: HlsServer
let glass: GlassServer
let revision = 0

test.beforeAll(async () => {
  folder = await temporaryFolder('council-sound')
  const recipe = { video: 'testsrc2=s=320x180', audio: 'sine=f=440', seconds: STREAM_SECONDS }
  segments = await madeSegments(join(folder.path, 'live'), recipe)
})
test.afterAll(() => folder.remove())

test.beforeEach(async ({ page }) => {
  const startedMs = Date.now()
  stream = await hlsServer(({ pathname }) => {
    if (pathname === '/live.m3u8') return madePlaylist(segments.length, { startedMs, nameOf: (n) => `${n}.ts` })
    return segments[Number(/^\/(\d+)\.ts$/.exec(pathname)?.[1])] ?? null
  })
  glass = await serveGlass({ files: new Map(), liveBase: () => `${stream.origin}/` })
  await page.addInitScript(listen)
})
test.afterEach(async () => {
  await glass.close()
  await stream.close()
})

/** Taps what every film lets be heard, and stands in for the synthesiser, whose sentences end when the test says so. */
function listen(): void {
  const taps = new Map<EventTarget, AnalyserNode>()
  const tap = ({ target }: Event): void => {
    if (!(target instanceof HTMLVideoElement) || taps.has(target)) return
    const context = new AudioContext()
    const analyser = context.createAnalyser()
    context.createMediaElementSource(target).connect(analyser).connect(context.destination)
    taps.set(target, analyser)
  }
  document.addEventListener('playing', tap, { capture: true })
  const loudest = (): number =>
    Math.max(
      0,
      ...[...taps.values()].map((analyser) => {
        const samples = new Float32Array(analyser.fftSize)
        analyser.getFloatTimeDomainData(samples)
        return Math.max(...samples.map(Math.abs))
      }),
    )
  const spoken: SpeechSynthesisUtterance[] = []
  const mayEnd = { now: false }
  const end = (): void => {
    if (mayEnd.now) for (const words of spoken.splice(0)) words.dispatchEvent(new Event('end'))
  }
  setInterval(end, 20)
  const voice = { lang: 'ja-JP', name: 'a voice', default: true, localService: true, voiceURI: 'voice' }
  window.speechSynthesis.getVoices = () => [voice, { ...voice, lang: 'en-US' }]
  Object.defineProperty(SpeechSynthesisUtterance.prototype, 'voice', { value: null, writable: true })
  window.speechSynthesis.speak = (words) => spoken.push(words)
  Object.assign(window, { loudest, speaking: () => spoken.length > 0, letSpeechEnd: () => (mayEnd.now = true) })
}

type Listening = { loudest: () => number; speaking: () => boolean; letSpeechEnd: () => void }
const heardOn = (page: Page) => page.evaluate(() => (window as unknown as Listening).loudest())
const isSpeaking = (page: Page) => page.evaluate(() => (window as unknown as Listening).speaking())
const letSpeechEnd = (page: Page) => page.evaluate(() => (window as unknown as Listening).letSpeechEnd())
const isHeard = (page: Page) => expect.poll(() => heardOn(page), PATIENCE).toBeGreaterThan(HEARD_FROM)
const isMuted = async (page: Page): Promise<void> => {
  await expect(page.locator('video')).toHaveJSProperty('muted', true, PATIENCE)
  await expect.poll(() => heardOn(page)).toBe(0)
}
const reported = (): number | null => {
  const painted = glass.said.findLast((said) => said.type === 'screen.painted')
  return painted?.type === 'screen.painted' ? (painted.onGlass.volume ?? null) : null
}

/** The council on the glass. */
function council(scene: SceneContent): PlayerState {
  const state = showing(scene, LOBBY, new Date())
  if (state.programme === null) return state
  const startsAt = new Date().toISOString()
  const live = { kind: 'sitting', title: TITLE, startsAt, phase: 'inSession' } as const
  const data = { ...live, resumesAt: null, item: null, speaker: null, recordingUrl: null }
  const attribution = { text: { ja: '市議会事務局' } }
  return {
    ...state,
    programme: { ...state.programme, sound: [NOON] },
    feeds: [{ feedId: 'sitting', revision: 1, checkedAt: startsAt, state: 'ok', attribution, data }],
  }
}

/** Shows it at a time of day (JST) of a Monday. */
function at(time: string, state: PlayerState): PlayerState {
  revision += 1
  const offsetMs = Date.parse(`2026-11-30T${time}+09:00`) - Date.now()
  const next = { ...state, revision: state.revision + revision, clock: { offsetMs, trust: 'synced' as const } }
  glass.show(next)
  return next
}

async function isMoving(page: Page): Promise<void> {
  await expect(page.locator('[data-picture="moving"] video')).toHaveJSProperty('paused', false, PATIENCE)
}

for (const [name, scene] of [
  ['live stream', LIVE],
  ['sitting', SITTING],
] as const) {
  test(`a ${name} is silent before its sound hours, heard within them, and silent again at their end`, async ({
    page,
  }) => {
    test.setTimeout(120_000)
    const state = at('11:30:00', council(scene))
    await page.goto(glass.url)
    await isMoving(page)
    await isMuted(page)
    expect(reported()).toBeNull()
    at('11:59:57', state)
    await isHeard(page)
    await expect(page.locator('video')).toHaveJSProperty('volume', 0.4)
    await expect.poll(reported).toBe(40)
    at('12:59:57', state)
    await isMuted(page)
    await expect.poll(reported).toBeNull()
    // It was silenced, not stopped.
    await isMoving(page)
  })
}

/** A heavy rain alert of this size that sounds so. */
function warning(mode: Alert['presentation']['mode'], sound: AlertSound): Alert {
  const now = new Date()
  const rain = alert(now, 'heavyRain4', 'level4', 'rain', { level: 4, class: 'danger' })
  const made = handled({ ...rain, presentation: { ...rain.presentation, mode } }, now, {})
  return made.handling == null ? made : { ...made, handling: { ...made.handling, sound } }
}
const warned = (state: PlayerState, made: Alert): PlayerState => withAlerts(state, 'live', [made], new Date())

test('a banner mutes the council for as long as it is heard, and one without sound does not', async ({ page }) => {
  test.setTimeout(120_000)
  const state = at('12:30:00', council(SITTING))
  await page.goto(glass.url)
  await isHeard(page)
  at('12:31:00', warned(state, warning('banner', QUIET)))
  const banner = page.locator('.ak-banner')
  await expect(banner).toBeVisible()
  await isHeard(page)
  await expect(page.locator('video')).toHaveJSProperty('muted', false)
  at('12:32:00', warned(state, { ...warning('banner', ALOUD), id: 'aloud' }))
  await expect.poll(() => isSpeaking(page), PATIENCE).toBe(true)
  await isMuted(page)
  await expect.poll(reported).toBeNull()
  await isMoving(page)
  await letSpeechEnd(page)
  await isHeard(page)
  await expect(banner).toBeVisible()
})

test('an emergency mutes the council until it is over, however long it is heard itself', async ({ page }) => {
  test.setTimeout(120_000)
  const state = at('12:30:00', council(LIVE))
  await page.goto(glass.url)
  await isHeard(page)
  at('12:31:00', warned(state, warning('fullScreen', ALOUD)))
  await page.locator('[data-testid="glass"][data-layer="emergency"]').waitFor()
  await isMuted(page)
  await expect.poll(() => isSpeaking(page), PATIENCE).toBe(true)
  await letSpeechEnd(page)
  await expect.poll(() => isSpeaking(page)).toBe(false)
  await isMuted(page)
  at('12:32:00', state)
  await isHeard(page)
})
