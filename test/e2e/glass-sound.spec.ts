import type { Alert, AlertSound, Channel } from '@akari/protocol'
import { expect, type Page, test } from '@playwright/test'
import { chromiumFlags, chromiumPath } from '../support/chromium.ts'
import { LOBBY } from '../visual/glass-page.ts'
import { alert, handled } from '../visual/made-up-alerts.ts'
import { showing, withAlerts } from '../visual/made-up-state.ts'
import { type GlassServer, serveGlass } from '../visual/serve-glass.ts'

// What the kiosk browser is started with: nobody touches a display before it warns.
test.use({
  launchOptions: {
    executablePath: await chromiumPath(),
    args: [...chromiumFlags(), '--autoplay-policy=no-user-gesture-required'],
  },
})

const URGENT: AlertSound = { chime: 'urgent', speak: true, times: 1 }
let glass: GlassServer

test.beforeEach(async ({ page }) => {
  glass = await serveGlass({ files: new Map(), liveBase: () => null })
  await page.addInitScript(listen)
})
test.afterEach(() => glass.close())

/** Taps the wire to the loudspeaker, and stands in for the synthesiser: a browser without a desktop has no voices. */
function listen(): void {
  const heard: { loudest: number; said: string[] } = { loudest: 0, said: [] }
  Object.assign(window, { heard })
  const connect = Reflect.get(AudioNode.prototype, 'connect')
  const tapped = function (this: AudioBufferSourceNode, to: AudioNode): AudioNode {
    const tap = this.context.createAnalyser()
    Reflect.apply(connect, this, [tap])
    const samples = new Float32Array(tap.fftSize)
    setInterval(() => {
      tap.getFloatTimeDomainData(samples)
      heard.loudest = Math.max(heard.loudest, ...samples.map(Math.abs))
    }, 10)
    return Reflect.apply(connect, this, [to])
  }
  Object.defineProperty(AudioBufferSourceNode.prototype, 'connect', { value: tapped })
  const voice = { lang: 'ja-JP', name: 'a voice', default: true, localService: true, voiceURI: 'voice' }
  const english = { ...voice, lang: 'en-US' }
  window.speechSynthesis.getVoices = () => [voice, english]
  Object.defineProperty(SpeechSynthesisUtterance.prototype, 'voice', { value: null, writable: true })
  window.speechSynthesis.speak = (words) => {
    heard.said.push(words.text)
    setTimeout(() => words.dispatchEvent(new Event('end')), 10)
  }
}

type Heard = { loudest: number; said: string[] }
const heardOn = (page: Page): Promise<Heard> => page.evaluate(() => Reflect.get(window, 'heard') as Heard)

function warning(now: Date, sound: AlertSound): Alert {
  const made = handled(alert(now, 'heavyRain4', 'level4', 'rain', { level: 4, class: 'danger' }), now, {})
  return made.handling == null ? made : { ...made, handling: { ...made.handling, sound } }
}

async function show(page: Page, channel: Channel, made: Alert, now: Date): Promise<void> {
  glass.show(withAlerts(showing(null, LOBBY, now), channel, [made], now))
  if (page.url() === 'about:blank') await page.goto(glass.url)
  await page.locator('[data-testid="glass"][data-layer="emergency"]').waitFor()
}

test('a live alert is heard: the chime, then what it is and what to do', async ({ page }) => {
  const now = new Date()
  await show(page, 'live', warning(now, URGENT), now)
  await expect.poll(async () => (await heardOn(page)).loudest).toBeGreaterThan(0.1)
  await expect.poll(async () => (await heardOn(page)).said.length).toBeGreaterThanOrEqual(4)
  expect((await heardOn(page)).said[1]).toBe('危険な場所から離れて')
})

test('a drill is spoken as one, and no chime sounds', async ({ page }) => {
  const now = new Date()
  await show(page, 'drill', warning(now, URGENT), now)
  await expect.poll(async () => (await heardOn(page)).said.length).toBeGreaterThanOrEqual(8)
  const { loudest, said } = await heardOn(page)
  expect(loudest).toBe(0)
  expect([said[0], said[6]]).toEqual(['これは訓練です', 'これは訓練です'])
})

test('on a glass that paints late the message is heard once, not begun anew', async ({ page }) => {
  await page.addInitScript(() => {
    const inTime = window.requestAnimationFrame.bind(window)
    window.requestAnimationFrame = (frame) => window.setTimeout(() => inTime(frame), 300)
  })
  const now = new Date()
  await show(page, 'drill', warning(now, URGENT), now)
  await expect.poll(async () => (await heardOn(page)).said.length).toBeGreaterThanOrEqual(8)
  const { said } = await heardOn(page)
  expect([said[0], said[6]]).toEqual(['これは訓練です', 'これは訓練です'])
})

test('a page that starts again in the middle of it does not sound the alarm anew', async ({ page }) => {
  const now = new Date()
  const made = warning(now, URGENT)
  await show(page, 'live', made, now)
  await expect.poll(async () => (await heardOn(page)).loudest).toBeGreaterThan(0.1)
  await page.reload()
  await page.locator('[data-testid="glass"][data-layer="emergency"]').waitFor()
  await page.waitForTimeout(1000)
  expect(await heardOn(page)).toEqual({ loudest: 0, said: [] })
})
