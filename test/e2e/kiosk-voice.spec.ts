import type { GuideRecording, KioskLanguage } from '@akari/protocol'
import { type CDPSession, expect, type Page, test } from '@playwright/test'
import { toneWav } from '../support/tone.ts'
import { type GlassPage, KIOSK, openGlassPage } from '../visual/glass-page.ts'
import { touch } from '../visual/kiosk-screens.ts'
import { sampleGuide } from '../visual/sample-guide.ts'

const AROUND = { x: KIOSK.widthPx / 2, y: KIOSK.heightPx / 3 }

let at: GlassPage
let page: Page
let hardware: CDPSession

test.beforeAll(async ({ browser }) => {
  at = await openGlassPage(browser)
  page = at.page
  hardware = await page.context().newCDPSession(page)
})
test.afterAll(() => at.close())

/** The loop of a display with a guide, and what was recorded for it. */
async function open(recordings: GuideRecording[] = []): Promise<void> {
  await page.setViewportSize({ width: KIOSK.widthPx, height: KIOSK.heightPx })
  const state = at.state('kiosk', KIOSK)
  if (state.programme === null) throw new Error('no programme')
  const guide = at.keep(Buffer.from(JSON.stringify({ ...sampleGuide(), recordings })), 'application/json')
  at.glass.show({ ...state, programme: { ...state.programme, guide, visitSeconds: 3600 } })
  await page.goto(at.glass.url)
  await page.getByTestId('invitation').waitFor()
}

/** A finger on the glass, as the hardware tells of it. */
async function finger(type: 'touchStart' | 'touchEnd'): Promise<void> {
  await hardware.send('Input.dispatchTouchEvent', { type, touchPoints: type === 'touchStart' ? [AROUND] : [] })
}

const said = (): Promise<string[]> => page.evaluate(() => Reflect.get(window, 'said') as string[])
const played = (): Promise<number[]> => page.evaluate(() => Reflect.get(window, 'played') as number[])

test('who does not see it is led by three fields, and told where there is no voice', async () => {
  await open()
  await page.getByTestId('invitation').click()
  await touch(page, 'aloud')
  await expect(page.getByTestId('no-voice')).toBeVisible()
  await expect(page.locator('.ak-kiosk h1')).toBeFocused()
  await touch(page, 'reading-after')
  await expect(page.getByTestId('errands')).toBeFocused()
  await expect(page.locator('.ak-reading-heard')).toContainText('用件から探す')
  await touch(page, 'reading-choose')
  await expect(page.locator('[data-screen="errands"] h1')).toBeFocused()
  await page.keyboard.press('ArrowDown')
  await expect(page.getByTestId('errand').first()).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.locator('[data-screen="place"] h1')).toBeFocused()
})

test('a hand held on the loop has it read, and is told how one is led, then what the screen says', async () => {
  await open()
  await page.evaluate(speaking)
  await finger('touchStart')
  await expect(page.getByTestId('reading-fields')).toBeVisible()
  await expect.poll(said).toHaveLength(2)
  const [first, second] = await said()
  expect(first).toMatch(/^読み上げを始めます/)
  expect(second).toBe('どちらへ行かれますか')
  await finger('touchEnd')
  // Lifting it touches nothing of what came under it.
  await expect(page.locator('[data-screen="home"]')).toBeVisible()
  await expect(page.getByTestId('no-voice')).toBeHidden()
  await touch(page, 'leave')
})

test('a touch begins nothing of the kind, but who then does nothing more is told how', async () => {
  await open()
  await page.evaluate(speaking)
  await finger('touchStart')
  await finger('touchEnd')
  await expect.poll(said).toEqual(['画面を2秒押し続けると、声でご案内します'])
  await expect(page.getByTestId('aloud')).toHaveAttribute('aria-pressed', 'false')
  // Keys are held as hands are.
  await page.keyboard.down(' ')
  await expect(page.getByTestId('aloud')).toHaveAttribute('aria-pressed', 'true')
  await page.keyboard.up(' ')
  await expect(page.locator('[data-screen="home"]')).toBeVisible()
})

test('where there is no voice, what somebody recorded is heard, and what nobody did is to be read', async () => {
  const recorded = (phrase: string, language: KioskLanguage, seconds: number): GuideRecording => ({
    phrase,
    language,
    file: at.keep(toneWav(440, seconds), 'audio/wav'),
  })
  await open([recorded('aloudStart', 'ja', 0.5), recorded('welcome', 'ja', 0.3)])
  await page.evaluate(listening)
  await page.getByTestId('invitation').click()
  await touch(page, 'aloud')
  await expect.poll(played).toEqual([0.5, 0.3])
  await expect.poll(() => page.evaluate(() => Reflect.get(window, 'loudest') as number)).toBeGreaterThan(0.3)
  await expect(page.getByTestId('no-voice')).toBeHidden()
  await touch(page, 'reading-after')
  await expect(page.getByTestId('no-voice')).toBeVisible()
  await touch(page, 'languages', 'language-ko')
  await expect(page.getByTestId('no-voice')).toContainText('화면')
})

/** Stands in for the synthesiser, which a browser without a desktop has not; runs in the page. */
function speaking(): void {
  const texts: string[] = []
  Object.assign(window, { said: texts })
  const voice = { lang: 'ja-JP', name: 'a voice', default: true, localService: true, voiceURI: 'voice' }
  window.speechSynthesis.getVoices = () => [voice]
  Object.defineProperty(SpeechSynthesisUtterance.prototype, 'voice', { value: null, writable: true })
  window.speechSynthesis.speak = (words) => {
    texts.push(words.text)
    words.dispatchEvent(new Event('start'))
    setTimeout(() => words.dispatchEvent(new Event('end')), 10)
  }
}

/** Taps the wire to the loudspeaker; runs in the page. */
function listening(): void {
  const lengths: number[] = []
  Object.assign(window, { played: lengths, loudest: 0 })
  const connect = Reflect.get(AudioNode.prototype, 'connect')
  const tapped = function (this: AudioBufferSourceNode, to: AudioNode): AudioNode {
    lengths.push(Math.round((this.buffer?.duration ?? 0) * 100) / 100)
    const tap = this.context.createAnalyser()
    Reflect.apply(connect, this, [tap])
    const samples = new Float32Array(tap.fftSize)
    setInterval(() => {
      tap.getFloatTimeDomainData(samples)
      const loudest = Math.max(Reflect.get(window, 'loudest') as number, ...samples.map(Math.abs))
      Object.assign(window, { loudest })
    }, 10)
    return Reflect.apply(connect, this, [to])
  }
  Object.defineProperty(AudioBufferSourceNode.prototype, 'connect', { value: tapped })
}
