/** `npm run bench:map`: one JSON line per figure; see docs/figures.md. */
import { loadavg } from 'node:os'
import { drawVenue, readVenue } from '@akari/wayfinding'
import type { Venue, VenueLevel } from '@akari/protocol'
import { chromium, type Page } from '@playwright/test'
import { chromiumFlags, chromiumPath } from '../support/chromium.ts'
import { type Fingers, fingersOn } from '../support/fingers.ts'
import type { MapPage } from '../map-page/window.ts'
import { serveMapPage } from '../support/map-page.ts'
import { sampleVenue } from '../visual/sample-venue.ts'
import { figures, round } from './figures.ts'
import { terminalFiles } from './large-venue.ts'

const GLASS = { widthPx: 1920, heightPx: 1080, mmPerPx: 0.634, viewingDistanceM: 2.5 }
const GESTURE_MS = 4000
const MIDDLE = { x: 900, y: 540 }

type Place = { x: number; y: number }
/** Where the fingers are after a share of the gesture. */
type Gesture = (share: number) => Place[]

const whole = (share: number): number => 2 * Math.PI * share
const GESTURES: Record<string, Gesture> = {
  pan: (share) => [{ x: MIDDLE.x + 400 * Math.sin(2 * whole(share)), y: MIDDLE.y + 220 * Math.sin(3 * whole(share)) }],
  rotate: (share) => [aside(whole(share), 250), aside(whole(share) + Math.PI, 250)],
  zoom: (share) => {
    const away = 80 + 400 * Math.sin(whole(share) / 2) ** 2
    return [aside(0.3, away), aside(0.3 + Math.PI, away)]
  },
}

function aside(angle: number, px: number): Place {
  return { x: MIDDLE.x + px * Math.cos(angle), y: MIDDLE.y + px * Math.sin(angle) }
}

const served = await serveMapPage()
const browser = await chromium.launch({
  executablePath: await chromiumPath(),
  args: [...chromiumFlags(), '--disable-gpu'],
})
try {
  const context = await browser.newContext({ viewport: { width: 1920, height: 1080 }, hasTouch: true })
  const page = await context.newPage()
  await page.goto(served.url)
  await page.locator('body[data-ready]').waitFor({ state: 'attached' })
  const fingers = await fingersOn(page)
  await page.evaluate((asked) => window.showMap(asked), { glass: GLASS, map: null } satisfies MapPage)
  const empty = await fpsOf(page, fingers)
  for (const [name, venue] of Object.entries({ sample: sampleVenue(), terminal: terminal() }))
    await measure(page, fingers, { name, venue, empty })
} finally {
  await browser.close()
  await served.close()
}

/** Every gesture on the largest level of a venue, and how long another floor takes. */
async function measure(
  page: Page,
  fingers: Fingers,
  { name, venue, empty }: { name: string; venue: Venue; empty: Fps },
): Promise<void> {
  const sizeOf = ({ units, openings }: VenueLevel): number => units.length + openings.length
  const [largest, other] = venue.levels.toSorted((a, b) => sizeOf(b) - sizeOf(a))
  if (largest === undefined || other === undefined) throw new Error('a venue of the bench has fewer than two levels')
  const shapes = sizeOf(largest)
  await page.evaluate((document) => {
    window.venue = document
  }, venue)
  const drawnMs = await shown(page, largest.id)
  const told = { bench: 'map', venue: name, shapes, loadAverage: round(loadavg()[0] ?? 0) }
  say({ ...told, figure: 'first drawn', ms: drawnMs })
  const fps = await fpsOf(page, fingers)
  for (const [gesture, measured] of Object.entries(fps)) {
    const bare = empty[gesture]?.fps ?? Number.NaN
    say({ ...told, figure: `${gesture} fps`, ...measured, emptyFps: bare, ratio: round(measured.fps / bare, 2) })
  }
  const switches: number[] = []
  for (let n = 0; n < 10; n++) switches.push(await shown(page, (n % 2 === 0 ? other : largest).id))
  say({ ...told, figure: 'floor switch ms', ...figures(switches) })
}

/** Milliseconds from the call until a frame with the floor is out. */
function shown(page: Page, levelId: string): Promise<number> {
  const asked: MapPage = {
    glass: GLASS,
    map: { levelId, language: 'ja', kioskId: null, facingDeg: 20, interactive: true },
  }
  return page.evaluate(async (wanted) => {
    const started = performance.now()
    window.showMap(wanted)
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)))
    return Math.round(performance.now() - started)
  }, asked)
}

type Fps = Record<string, { fps: number; longestFrameMs: number; slowFrames: number }>

/** Frames a second of the page while fingers do each gesture; slow ones take more than a thirtieth of a second. */
async function fpsOf(page: Page, fingers: Fingers): Promise<Fps> {
  const measured: Fps = {}
  for (const [name, gesture] of Object.entries(GESTURES)) {
    const frames = await page.evaluateHandle(noteFrames)
    const started = performance.now()
    await fingers.down(...gesture(0))
    for (let share = 0; share < 1; share = (performance.now() - started) / GESTURE_MS)
      await fingers.move(...gesture(share))
    const gaps = await frames.evaluate((noted) => noted.stop())
    await fingers.up()
    await page.waitForTimeout(600)
    const tookMs = gaps.reduce((sum, ms) => sum + ms, 0)
    measured[name] = {
      fps: round((gaps.length * 1000) / tookMs),
      longestFrameMs: Math.round(Math.max(...gaps)),
      slowFrames: gaps.filter((ms) => ms > 1000 / 30 + 1).length,
    }
  }
  return measured
}

/** Notes the milliseconds between frames until stopped; runs in the page. */
function noteFrames(): { stop: () => number[] } {
  const gaps: number[] = []
  let last = performance.now()
  let isOn = true
  const step = (): void => {
    const now = performance.now()
    gaps.push(now - last)
    last = now
    if (isOn) requestAnimationFrame(step)
  }
  requestAnimationFrame(step)
  return {
    stop: () => {
      isOn = false
      return gaps
    },
  }
}

/** A terminal with some two thousand shops on a level. */
function terminal(): Venue {
  const { venue } = readVenue(terminalFiles(8000))
  if (venue === null) throw new Error('the terminal cannot be read')
  return drawVenue(venue, () => [])
}

function say(figure: Record<string, unknown>): void {
  process.stdout.write(`${JSON.stringify(figure)}\n`)
}
