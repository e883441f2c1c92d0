import type { DisplayProfile, FileRef, PlayerState, RecordedSegment } from '@akari/protocol'
import type { Browser, Page } from '@playwright/test'
import { fileRef } from './made-up-state.ts'
import { type Scenario, scenarios } from './scenarios.ts'
import { type GlassServer, serveGlass } from './serve-glass.ts'

/** A 55-inch touch display in a lobby, read from two and a half metres. */
export const LOBBY: DisplayProfile = {
  name: 'ロビー',
  widthPx: 1920,
  heightPx: 1080,
  mmPerPx: 0.634,
  viewingDistanceM: 2.5,
  touch: true,
  kioskId: null,
}
export const LOBBY_TURNED: DisplayProfile = { ...LOBBY, widthPx: 1080, heightPx: 1920 }
/** A 21.5-inch kiosk at a counter. */
export const KIOSK: DisplayProfile = { ...LOBBY_TURNED, mmPerPx: 0.248, viewingDistanceM: 0.6 }
export const LOBBY_4K: DisplayProfile = { ...LOBBY, widthPx: 3840, heightPx: 2160, mmPerPx: 0.317 }

export interface GlassPage {
  page: Page
  glass: GlassServer
  /** Puts a scenario of `scenarios.ts` on a glass of this size; resolves once it is drawn with its fonts. */
  show: (name: string, display?: DisplayProfile) => Promise<void>
  /** A scenario's state, to be changed before it is shown. */
  state: (name: string, display: DisplayProfile) => PlayerState
  /** One more file that the agent holds. */
  keep: (bytes: Buffer, mediaType: string) => FileRef
  close: () => Promise<void>
}

/** The built screen in one page, for suites that look at many scenes. `spoken`: in the recording that its kiosk has. */
export async function openGlassPage(browser: Browser, spoken?: readonly RecordedSegment[]): Promise<GlassPage> {
  const made = await scenarios(new Date(), spoken)
  const glass = await serveGlass({ files: made.files, liveBase: () => null })
  const context = await browser.newContext({ locale: 'ja-JP', timezoneId: 'Asia/Tokyo' })
  const page = await context.newPage()
  const called = (name: string): Scenario => {
    const scenario = made.scenarios.find((candidate) => candidate.name === name)
    if (scenario === undefined) throw new Error(`no scenario ${name}`)
    return scenario
  }
  const show: GlassPage['show'] = async (name, display = LOBBY) => {
    const scenario = called(name)
    await page.setViewportSize({ width: display.widthPx, height: display.heightPx })
    const state = scenario.state(display)
    glass.show(state)
    if (!page.url().startsWith(glass.url)) await page.goto(glass.url)
    // The same scene may have been there before, drawn for another glass.
    const drawn = `[data-revision="${state.revision}"][data-scene="${scenario.scene}"]`
    await page.locator(`[data-testid="glass"]${drawn}`).waitFor()
    // Resize observers, which fit the texts, run in the frame after the layout changed.
    await page.evaluate(
      () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => resolve(null)))),
    )
    await page.evaluate(() => document.fonts.ready)
  }
  return {
    page,
    glass,
    show,
    state: (name, display) => called(name).state(display),
    keep: (bytes, type) => {
      const file = fileRef(bytes, type)
      made.files.set(file.sha256, { type, bytes })
      return file
    },
    close: async () => {
      await context.close()
      await glass.close()
    },
  }
}
