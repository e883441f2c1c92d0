import { readFile } from 'node:fs/promises'
import type { AlertSound, PlayerState, SceneContent, SoundHours } from '@akari/protocol'
import { chromium, expect, type Page, test } from '@playwright/test'
import { chromiumFlags, chromiumPath } from '../support/chromium.ts'
import { LOBBY } from '../visual/glass-page.ts'
import { alert, handled } from '../visual/made-up-alerts.ts'
import { fileRef, showing, withAlerts } from '../visual/made-up-state.ts'
import { type GlassServer, serveGlass } from '../visual/serve-glass.ts'

const executablePath = await chromiumPath()
const FREELY = '--autoplay-policy=no-user-gesture-required'
test.use({ launchOptions: { executablePath, args: [...chromiumFlags(), FREELY] } })

const bytes = await readFile(new URL('../../content-samples/media/kingfisher.mp4', import.meta.url))
const FILE = fileRef(bytes, 'video/mp4')
const FILM: SceneContent = {
  kind: 'video',
  title: { ja: 'かわせみ' },
  variants: [{ language: null, file: FILE, width: 1280, height: 720 }],
  poster: null,
}
const DAYS: SoundHours['times']['weekly'][number]['weekdays'] = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU']
const NOON: SoundHours = {
  id: 'noon',
  name: '昼休み',
  volume: 40,
  times: { weekly: [{ weekdays: DAYS, times: [{ start: '12:00', end: '13:00' }] }], exceptions: [] },
}

let glass: GlassServer

test.beforeEach(async () => {
  glass = await serveGlass({ files: new Map([[FILE.sha256, { type: 'video/mp4', bytes }]]), liveBase: () => null })
})
test.afterEach(() => glass.close())

/** The scene with these sound hours at a time of day (JST) on a Monday. */
function at(time: string, scene: SceneContent, silent = false): PlayerState {
  const now = new Date()
  const state = showing(scene, LOBBY, now)
  if (state.programme === null) return state
  const items = (state.programme.playlists[0]?.items ?? []).map((item) => ({ ...item, silent }))
  return {
    ...state,
    clock: { offsetMs: Date.parse(`2026-11-30T${time}+09:00`) - now.getTime(), trust: 'synced' },
    programme: {
      ...state.programme,
      sound: [NOON],
      playlists: [{ id: 'playlist', name: 'いつもの番組', items }],
    },
  }
}

/** What is heard of the films on the page: each one's volume, 0 where it is muted. */
const loudness = (page: Page): Promise<number[]> =>
  page
    .locator('video')
    .evaluateAll((films: HTMLVideoElement[]) => films.map((film) => (film.muted || film.paused ? 0 : film.volume)))

const reported = (): number | null => {
  const painted = glass.said.findLast((said) => said.type === 'screen.painted')
  return painted?.type === 'screen.painted' ? (painted.onGlass.volume ?? null) : null
}

test('a film is heard in the time of its sound hours, fades at their end, and the display says so', async ({
  page,
}) => {
  glass.show(at('12:59:52', FILM))
  await page.goto(glass.url)
  await expect.poll(() => loudness(page)).toEqual([0.4])
  await expect.poll(reported).toBe(40)
  await expect.poll(() => loudness(page), { timeout: 15_000 }).toEqual([0])
  await expect.poll(reported).toBeNull()
  await expect(page.locator('video')).toHaveJSProperty('paused', false)
})

test('what is never to be heard is not, and neither is anything outside of the hours', async ({ page }) => {
  glass.show(at('12:30:00', FILM, true))
  await page.goto(glass.url)
  await expect(page.locator('video')).toHaveJSProperty('paused', false)
  expect(await loudness(page)).toEqual([0])
  glass.show(at('11:30:00', FILM))
  await expect(page.locator('video')).toHaveJSProperty('muted', true)
  glass.show(at('12:30:00', FILM))
  await expect.poll(() => loudness(page)).toEqual([0.4])
})

test('of two zones one is heard', async ({ page }) => {
  const zone = (id: string, x: number, w: number) => {
    return { id, area: { x, y: 0, w, h: 12 }, content: { kind: 'scene' as const, scene: FILM } }
  }
  glass.show(at('12:30:00', { kind: 'layout', title: { ja: '二つ' }, landscape: [zone('a', 0, 4), zone('b', 4, 8)] }))
  await page.goto(glass.url)
  const heardIn = (id: string) =>
    page.locator(`[data-zone="${id}"] video`).evaluate((film: HTMLVideoElement) => (film.muted ? 0 : film.volume))
  await expect.poll(() => heardIn('b')).toBe(0.4)
  expect(await heardIn('a')).toBe(0)
})

const CHIME: AlertSound = { chime: 'urgent', speak: false, times: 1 }

test('an emergency takes the sound at once, and gives it back afterwards', async ({ page }) => {
  const state = at('12:30:00', FILM)
  glass.show(state)
  await page.goto(glass.url)
  await expect.poll(() => loudness(page)).toEqual([0.4])
  const now = new Date()
  const made = handled(alert(now, 'heavyRain4', 'level4', 'rain', { level: 4, class: 'danger' }), now, {})
  const heard = made.handling == null ? made : { ...made, handling: { ...made.handling, sound: CHIME } }
  glass.show(withAlerts(state, 'live', [heard], now))
  await page.locator('[data-testid="glass"][data-layer="emergency"]').waitFor()
  await expect(page.locator('video')).toHaveJSProperty('muted', true)
  glass.show(at('12:31:00', FILM))
  await expect.poll(() => loudness(page), { timeout: 15_000 }).toEqual([0.4])
})

test('a browser that lets nothing be heard before a touch goes on without sound, and that is reported', async () => {
  const args = [...chromiumFlags(), '--autoplay-policy=document-user-activation-required']
  const browser = await chromium.launch({ executablePath, args })
  try {
    const page = await browser.newPage()
    glass.show(at('12:30:00', FILM))
    await page.goto(glass.url)
    await expect
      .poll(() => glass.said.some((said) => said.type === 'screen.fault' && said.code === 'sound-blocked'))
      .toBe(true)
    const film = page.locator('video')
    await expect(film).toHaveJSProperty('paused', false)
    await expect(film).toHaveJSProperty('muted', true)
    const placeOf = () => film.evaluate((element: HTMLVideoElement) => element.currentTime)
    const from = await placeOf()
    await expect.poll(placeOf).not.toBe(from)
    expect(reported()).toBeNull()
  } finally {
    await browser.close()
  }
})
