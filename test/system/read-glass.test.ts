import { createLogger } from '@akari/node-kit'
import type { DisplayProfile, ReadState } from '@akari/protocol'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Camera } from '../../apps/player/src/host/camera.ts'
import { lookAt } from '../../apps/player/src/host/look-at.ts'
import { browserFlags } from '../../apps/player/src/kiosk-browser/browser-flags.ts'
import { chromiumCamera } from '../../apps/player/src/kiosk-browser/camera.ts'
import { chromiumHands } from '../../apps/player/src/kiosk-browser/hands.ts'
import { keepBrowser, type KeptBrowser } from '../../apps/player/src/kiosk-browser/keep-browser.ts'
import { chromiumPath } from '../support/chromium.ts'
import { eventually } from '../support/city-hall.ts'
import { type TemporaryFolder, temporaryFolder } from '../support/temporary-folder.ts'
import { LOBBY, LOBBY_4K, LOBBY_TURNED } from '../visual/glass-page.ts'
import { type Content, scenarios } from '../visual/scenarios.ts'
import { type GlassServer, serveGlass } from '../visual/serve-glass.ts'

let folder: TemporaryFolder
let made: Content
let glass: GlassServer
let browser: KeptBrowser
let camera: () => Camera

beforeAll(async () => {
  folder = await temporaryFolder('read-glass')
  made = await scenarios(new Date())
  glass = await serveGlass({ files: made.files, liveBase: () => null })
  browser = keepBrowser({
    chromium: await chromiumPath(),
    flags: browserFlags({
      screenOrigin: new URL(glass.url).origin,
      profileFolder: folder.path,
      moreFlags: ['--headless=new'],
    }),
    profileFolder: folder.path,
    url: glass.url,
    shelter: () => 'data:text/html,sheltered',
    knock: async () => true,
    ceilingMb: 4000,
    refused: () => undefined,
    mended: () => undefined,
    log: createLogger('test', { level: 'silent' }),
  })
  camera = chromiumCamera(browser.page)
  await eventually('a page', () => browser.page().catch(() => null))
  // The first picture of a browser that has just started beside others takes its time; what is read off it is the test.
  await show('drill', LOBBY, 1)
  await eventually('a first picture', async () => (await reading()).includes(DRILL) || null, 60_000)
}, 90_000)

afterAll(async () => {
  await browser.close()
  await glass.close()
  await folder.remove()
})

/** Puts a made-up state on a glass of this size; `scale`: pixels of the screen to one of the page. */
async function show(name: string, { widthPx, heightPx, ...display }: DisplayProfile, scale: number): Promise<void> {
  const scenario = made.scenarios.find((candidate) => candidate.name === name)
  if (scenario === undefined) throw new Error(`no scenario ${name}`)
  glass.show(scenario.state({ widthPx, heightPx, ...display }))
  const page = await browser.page()
  const size = { width: Math.round(widthPx / scale), height: Math.round(heightPx / scale) }
  await page.send('Emulation.setDeviceMetricsOverride', { ...size, deviceScaleFactor: scale, mobile: false })
}

const reading = async (): Promise<string[]> => (await lookAt(camera())).states.map(wordsOf).toSorted()
const wordsOf = ({ channel, shape, found, parts, field }: ReadState): string =>
  `${channel} ${shape} ${found}/${parts} ${field}`

const TAKEOVER = 'live takeover 4/4 whole'
const DRILL = 'drill takeover 4/4 whole'

test.each([
  ['eew', LOBBY, 1, [TAKEOVER]],
  ['level5', LOBBY_TURNED, 1, [TAKEOVER]],
  ['level4', LOBBY_4K, 1, [TAKEOVER]],
  ['level3', LOBBY_4K, 2, [TAKEOVER]],
  ['several', LOBBY, 1.25, [TAKEOVER]],
  ['evacuation', LOBBY_TURNED, 1, [TAKEOVER]],
  ['ended', LOBBY, 1, [TAKEOVER]],
  ['drill', LOBBY_TURNED, 2, [DRILL]],
  ['banner', LOBBY, 1, ['live strip 2/2 unchecked']],
  ['banner', LOBBY_TURNED, 1, ['live strip 2/2 unchecked']],
  ['banner-drill', LOBBY_4K, 1, ['drill strip 2/2 unchecked']],
  ['real-beside-drill', LOBBY, 1, [DRILL, 'live strip 2/2 unchecked']],
  ['notice', LOBBY, 1, []],
] as const)('the frame «%s» is read off the pixels (%#)', async (name, display, scale, expected) => {
  await show('notice', display, scale)
  await expect.poll(reading, { timeout: 10_000 }).toEqual([])
  await show(name, display, scale)
  await expect.poll(reading, { timeout: 10_000 }).toEqual([...expected])
})

test('the picture for staff is all of the glass, as small as they ask, again and again', async () => {
  await show('notice', LOBBY, 1)
  const hands = chromiumHands(browser.page)
  for (let n = 0; n < 3; n++) {
    const { format, width, height } = await sharp(await hands.picture(640)).metadata()
    expect({ format, width, height }).toEqual({ format: 'jpeg', width: 640, height: 360 })
  }
})
