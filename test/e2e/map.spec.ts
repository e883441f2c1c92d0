import { AxeBuilder } from '@axe-core/playwright'
import type { Venue, VenueLevel } from '@akari/protocol'
import { expect, type Page, test } from '@playwright/test'
import type { MapPage } from '../map-page/window.ts'
import { type Fingers, fingersOn } from '../support/fingers.ts'
import { serveMapPage } from '../support/map-page.ts'
import { sampleVenue } from '../visual/sample-venue.ts'

const GLASS = { widthPx: 1280, heightPx: 720, mmPerPx: 0.5, viewingDistanceM: 0.6 }
const MIDDLE = { x: 600, y: 360 }

let served: Awaited<ReturnType<typeof serveMapPage>>
let page: Page
let fingers: Fingers
const venue: Venue = sampleVenue()
const ground = levelOf(0)
const upstairs = levelOf(1)

test.describe.configure({ mode: 'serial' })

test.beforeAll(async ({ browser }) => {
  served = await serveMapPage()
  const context = await browser.newContext({ viewport: { width: 1280, height: 720 }, hasTouch: true })
  page = await context.newPage()
  await page.goto(served.url)
  await page.locator('body[data-ready]').waitFor({ state: 'attached' })
  await page.evaluate((document) => {
    window.venue = document
  }, venue)
  fingers = await fingersOn(page)
})

test.afterAll(async () => {
  await page.context().close()
  await served.close()
})

type MapAsked = NonNullable<MapPage['map']>

/** A fresh map of the ground floor, heading 20° off the drawing's up. */
async function show(map: Partial<MapAsked> = {}): Promise<void> {
  await page.evaluate((glass) => window.showMap({ glass, map: null }), GLASS)
  await change(map)
}

/** The same map asked to show something else. */
async function change(map: Partial<MapAsked>): Promise<void> {
  const asked: MapAsked = {
    levelId: ground.id,
    language: 'ja',
    kioskId: ground.kiosks[0]?.id ?? null,
    facingDeg: -20,
    interactive: true,
    ...map,
  }
  await page.evaluate((wanted) => window.showMap(wanted), { glass: GLASS, map: asked })
}

function levelOf(ordinal: number): VenueLevel {
  const found = venue.levels.find((level) => level.ordinal === ordinal)
  if (found === undefined) throw new Error(`the sample has no level ${ordinal}`)
  return found
}

/** How the sheet of shapes lies: its turn in degrees and its scale against the drawing's metres. */
function lie(): Promise<{ turnDeg: number; pxPerM: number; x: number; y: number }> {
  return page.locator('.ak-map-ground').evaluate((sheet) => {
    const { a, b, e, f } = new DOMMatrix(getComputedStyle(sheet).transform)
    const drawn = Number(sheet.querySelector('svg')?.style.getPropertyValue('--scale'))
    return { turnDeg: (Math.atan2(b, a) * 180) / Math.PI, pxPerM: Math.hypot(a, b) * drawn, x: e, y: f }
  })
}

/** Everything upright that is seen, with whether it stands upright, in pixels of the page. */
function marks(): Promise<{ id: string; isUpright: boolean; x: number; y: number; w: number; h: number }[]> {
  return page.locator('.ak-map-mark').evaluateAll((all) =>
    all
      .filter((mark) => getComputedStyle(mark).visibility === 'visible')
      .map((mark) => {
        const { a, b, c, d, e, f } = new DOMMatrix(getComputedStyle(mark).transform)
        const size = { w: mark.getBoundingClientRect().width, h: mark.getBoundingClientRect().height }
        return {
          id: mark.getAttribute('data-mark') ?? '',
          isUpright: a === 1 && b === 0 && c === 0 && d === 1,
          x: e,
          y: f,
          ...size,
        }
      }),
  )
}

async function expectUprightAndApart(): Promise<void> {
  const seen = await marks()
  expect(seen.length).toBeGreaterThan(3)
  expect(seen.filter(({ isUpright }) => !isUpright)).toEqual([])
  const boxes = seen.filter(({ id }) => id !== 'here')
  const hidden = boxes.flatMap((a, n) =>
    boxes
      .slice(n + 1)
      .filter((b) => a.x < b.x + b.w - 2 && b.x < a.x + a.w - 2 && a.y < b.y + b.h - 2 && b.y < a.y + a.h - 2)
      .map((b) => `${a.id} ${b.id}`),
  )
  expect(hidden).toEqual([])
}

test('one finger moves the plan, and what stands on it comes along upright', async () => {
  await show()
  await page.locator('[data-control="nearer"]').click()
  await expect.poll(async () => (await lie()).pxPerM).toBeGreaterThan(15)
  const at = (await marks()).find(({ id }) => id === 'here')
  await fingers.down(MIDDLE)
  for (let step = 1; step <= 6; step++) await fingers.move({ x: MIDDLE.x - 10 * step, y: MIDDLE.y + 5 * step })
  // The finger is still on the glass; the plan follows it less the first millimetres of a tap.
  await expect.poll(async () => (await marks()).find(({ id }) => id === 'here')?.x).toBeLessThan((at?.x ?? 0) - 40)
  await expectUprightAndApart()
  await fingers.up()
})

test('two fingers turn and enlarge it, and its names stay upright and apart', async () => {
  await show()
  const before = await lie()
  expect(before.turnDeg).toBeCloseTo(20, 1)
  await fingers.down({ x: 500, y: 360 }, { x: 700, y: 360 })
  for (let step = 1; step <= 12; step++) {
    const angle = (step / 12) * (Math.PI / 2)
    const away = 100 + step * 5
    const [dx, dy] = [away * Math.cos(angle), away * Math.sin(angle)]
    await fingers.move({ x: 600 - dx, y: 360 - dy }, { x: 600 + dx, y: 360 + dy })
    await expectUprightAndApart()
  }
  await expect.poll(async () => (await lie()).turnDeg).toBeCloseTo(110, 0)
  const { pxPerM } = await lie()
  expect(pxPerM / before.pxPerM).toBeCloseTo(1.6, 1)
  await fingers.up()
  // Once at rest the plan is drawn sharp: the sheet itself has the scale.
  await expect
    .poll(() => page.locator('.ak-plan').evaluate((plan) => Number(plan.style.getPropertyValue('--scale'))))
    .toBeCloseTo(pxPerM, 1)
  await expectUprightAndApart()
})

test('a hand cannot lose the plan', async () => {
  await show()
  for (let n = 0; n < 6; n++) await fingers.swipe([{ x: 900, y: 600 }], [{ x: 100, y: 100 }], 4)
  await page.mouse.move(600, 360)
  for (let n = 0; n < 12; n++) await page.mouse.wheel(0, 900)
  await expect
    .poll(async () => {
      const seen = await marks()
      return seen.filter(({ x, y }) => x > 0 && y > 0 && x < 1280 && y < 720).length
    })
    .toBeGreaterThan(5)
})

test('keys and buttons do what fingers do', async () => {
  await show()
  const home = await lie()
  await page.locator('.ak-map-view').focus()
  await page.keyboard.press('+')
  await expect.poll(async () => (await lie()).pxPerM / home.pxPerM).toBeCloseTo(1.6, 2)
  const near = await lie()
  await page.keyboard.press('ArrowRight')
  await expect.poll(async () => (await lie()).x).toBeLessThan(near.x - 50)
  await page.keyboard.press('r')
  await expect.poll(async () => (await lie()).pxPerM).toBeCloseTo(home.pxPerM, 2)
  await page.locator('[data-control="turn"]').click()
  await expect.poll(async () => (await lie()).turnDeg).toBeCloseTo(-venue.northDeg, 1)
  await expect(page.locator('[data-control="turn"]')).toHaveAccessibleName('見ている向きを上にする')
  await page.locator('[data-control="here"]').click()
  await expect.poll(async () => (await lie()).pxPerM / home.pxPerM).toBeGreaterThan(2)
  await page.locator('[data-control="whole"]').click()
  await expect.poll(async () => (await lie()).pxPerM / home.pxPerM).toBeLessThan(1.5)
})

test('every button is twenty millimetres, and nothing stands in the way of a reader', async () => {
  await show()
  const sides = await page
    .locator('button.ak-map-control')
    .evaluateAll((all) =>
      all.flatMap((each) => [each.getBoundingClientRect().width, each.getBoundingClientRect().height]),
    )
  expect(sides.length).toBe(10)
  expect(Math.min(...sides) * GLASS.mmPerPx).toBeGreaterThanOrEqual(20)
  const { violations } = await new AxeBuilder({ page }).include('.ak-venue-map').analyze()
  expect(violations.map(({ id }) => id)).toEqual([])
})

test('a tap names the room under it, wherever the plan was moved to', async () => {
  await show()
  const office = ground.occupants.find(({ name }) => name.ja === '市民課')
  await fingers.swipe([{ x: 700, y: 400 }], [{ x: 760, y: 430 }])
  const mark = page.locator(`[data-mark="${office?.id ?? ''}"]`)
  await expect(mark).toBeVisible()
  const box = await mark.boundingBox()
  if (box === null) throw new Error('the office has no name on the plan')
  await page.evaluate(() => {
    window.picked = []
  })
  await page.touchscreen.tap(box.x + box.width / 2, box.y + box.height / 2)
  await expect.poll(() => page.evaluate(() => window.picked)).toMatchObject([{ id: office?.id, levelId: ground.id }])
})

test('a stretch of the way brings its own floor along: no picture is of two floors', async () => {
  const legs = [ground, upstairs].map((level) => {
    const kiosk = level.kiosks[0]
    return { levelId: level.id, kind: 'walk', points: kiosk?.escapes?.[0]?.points ?? [] }
  })
  await show({ legs, activeLeg: 0 })
  await page.evaluate(watchFrames)
  for (const activeLeg of [1, 0, 1, 0, 1]) await change({ legs, activeLeg })
  await expect(page.locator('.ak-plan-route[data-rank="active"]')).toHaveCount(1)
  await expect(page.locator('.ak-map-view')).toHaveAccessibleName('2Fの案内図')
  const frames = await page.evaluate(() => window.watched())
  const idsOf = ({ occupants, amenities, units, openings }: VenueLevel) =>
    new Set([...occupants, ...amenities, ...units, ...openings].map(({ id }) => id))
  const floors = [idsOf(ground), idsOf(upstairs)]
  expect(frames.length).toBeGreaterThanOrEqual(5)
  const drawn = new Map<string, number>()
  for (const { rooms, ids, label } of frames) {
    const floor = label.startsWith('1F') ? 0 : 1
    expect(ids.filter((id) => id !== 'here' && floors[floor]?.has(id) !== true)).toEqual([])
    expect(drawn.get(rooms) ?? floor).toBe(floor)
    drawn.set(rooms, floor)
  }
  expect(drawn.size).toBe(2)
})

test('a way is drawn once, and then nothing moves', async () => {
  const points = ground.kiosks[0]?.escapes?.[0]?.points ?? []
  await show({ legs: [{ levelId: ground.id, kind: 'walk', points }], activeLeg: 0 })
  const names = () =>
    page.evaluate(() =>
      document.getAnimations().map((each) => ('animationName' in each ? String(each.animationName) : '')),
    )
  expect(await names()).toContain('ak-route-drawn')
  await expect
    .poll(() => page.evaluate(() => document.getAnimations().filter(({ playState }) => playState === 'running').length))
    .toBe(0)
  await page.emulateMedia({ reducedMotion: 'reduce' })
  await show({ legs: [{ levelId: ground.id, kind: 'walk', points }], activeLeg: 0 })
  expect(await names()).toEqual([])
  await page.emulateMedia({ reducedMotion: null })
})

test('as a picture it cannot be moved, and has no buttons', async () => {
  await show({ interactive: false })
  const before = await lie()
  await fingers.swipe([MIDDLE], [{ x: 300, y: 300 }])
  await page.mouse.wheel(0, -500)
  expect(await lie()).toEqual(before)
  await expect(page.locator('.ak-map-controls')).toHaveCount(0)
  await expect(page.locator('.ak-map-view[role="img"]')).toHaveAccessibleName('1Fの案内図')
})

/** Notes what every change of the page leaves on the map; runs in the page. */
function watchFrames(): void {
  const seen: { rooms: string; ids: string[]; label: string }[] = []
  const note = (): void => {
    seen.push({
      rooms: [...document.querySelectorAll('.ak-plan-unit')].map((unit) => unit.getAttribute('d')).join(''),
      ids: [...document.querySelectorAll('.ak-map-mark')].map((mark) => mark.getAttribute('data-mark') ?? ''),
      label: document.querySelector('.ak-map-view')?.getAttribute('aria-label') ?? '',
    })
  }
  const watch = new MutationObserver(note)
  watch.observe(document.body, { subtree: true, childList: true, attributes: true })
  window.watched = () => {
    watch.disconnect()
    return seen
  }
}

declare global {
  interface Window {
    watched: () => { rooms: string; ids: string[]; label: string }[]
  }
}
