import AxeBuilder from '@axe-core/playwright'
import type { DisplayProfile } from '@akari/protocol'
import { expect, test } from '@playwright/test'
import { type GlassPage, LOBBY, LOBBY_4K, LOBBY_TURNED, openGlassPage } from '../visual/glass-page.ts'

/** A kiosk at a counter, where 20 mm are many pixels. */
const COUNTER: DisplayProfile = { ...LOBBY_TURNED, mmPerPx: 0.248, viewingDistanceM: 0.6 }

let at: GlassPage

test.beforeAll(async ({ browser }) => {
  at = await openGlassPage(browser)
})
test.afterAll(() => at.close())

test('a language button turns the whole glass into its language, and says so to assistive technology', async () => {
  const { page } = at
  await at.show('notice')
  await expect(page.getByRole('heading', { name: /窓口は/ })).toBeVisible()
  for (const [language, title, hall] of [
    ['en', 'Open 8:30 to 17:15', 'Koganei City Hall'],
    ['zh-Hans', /办公时间/, '小金井市政府'],
    ['ko', /업무 시간/, '고가네이시청'],
    ['ja-x-easy', /市役所の/, '小金井こがねい市役所'],
  ] as const) {
    await page.locator(`[data-language="${language}"]`).click()
    await expect(page.locator('html')).toHaveAttribute('lang', language)
    await expect(page.getByRole('heading', { name: title })).toBeVisible()
    await expect(page.locator('.ak-strip-name')).toHaveText(hall)
    await expect(page.locator(`[data-language="${language}"]`)).toHaveAttribute('aria-pressed', 'true')
  }
})

test('everything to touch is at least 20 mm and 3 mm apart on each glass', async () => {
  const { page } = at
  for (const display of [LOBBY, LOBBY_TURNED, LOBBY_4K, COUNTER]) {
    await at.show('notice', display)
    const boxes = await page.locator('.ak-stage button').evaluateAll((buttons) =>
      buttons.map((button) => {
        const { left, right, top, bottom, width, height } = button.getBoundingClientRect()
        return { left, right, top, bottom, width, height }
      }),
    )
    expect(boxes).toHaveLength(5)
    for (const [index, box] of boxes.entries()) {
      expect(Math.min(box.width, box.height) * display.mmPerPx).toBeGreaterThanOrEqual(19.99)
      // On a narrow glass they take two rows: what is not apart sideways is apart in height.
      for (const next of boxes.slice(index + 1)) {
        const apart = Math.max(next.left - box.right, box.left - next.right, next.top - box.bottom)
        expect(apart * display.mmPerPx).toBeGreaterThanOrEqual(2.99)
      }
    }
  }
})

test('a pressed button looks pressed in the very next frame', async () => {
  const { page } = at
  await at.show('notice')
  const button = page.locator('[data-language="ko"]')
  const ground = (): Promise<string> => button.evaluate((element) => getComputedStyle(element).backgroundColor)
  expect(await button.evaluate((element) => getComputedStyle(element).transitionDuration)).toBe('0s')
  const nextFrame = button.evaluate(
    (element) =>
      new Promise<string>((resolve) =>
        element.addEventListener('pointerdown', () =>
          requestAnimationFrame(() => resolve(getComputedStyle(element).backgroundColor)),
        ),
      ),
  )
  const before = await ground()
  const box = await button.boundingBox()
  await page.mouse.move((box?.x ?? 0) + 10, (box?.y ?? 0) + 10)
  await page.mouse.down()
  expect(await nextFrame).toBe('rgb(0, 86, 107)')
  expect(before).not.toBe('rgb(0, 86, 107)')
  await page.mouse.up()
})

test('nothing of a browser is left: no pointer, no selection, no menu; and no motion where none is wanted', async () => {
  const { page } = at
  await page.emulateMedia({ reducedMotion: 'reduce' })
  await at.show('notice')
  const cursors = await page.evaluate(() => [
    ...new Set([...document.querySelectorAll('*')].map((e) => getComputedStyle(e).cursor)),
  ])
  expect(cursors).toEqual(['none'])
  await page.mouse.dblclick(400, 300)
  await page.keyboard.press('Control+a')
  expect(await page.evaluate(() => getSelection()?.toString())).toBe('')
  const refused = await page.evaluate(
    () => !document.body.dispatchEvent(new MouseEvent('contextmenu', { bubbles: true, cancelable: true })),
  )
  expect(refused).toBe(true)
  await at.show('notice-welcome')
  expect(await page.evaluate(() => document.getAnimations().length)).toBe(0)
})

test('scenes carry no serious accessibility fault and ask nobody but the agent', async () => {
  const { page } = at
  const foreign: string[] = []
  page.on('request', (request) => {
    const url = new URL(request.url())
    if (url.protocol.startsWith('http') && url.origin !== new URL(at.glass.url).origin) foreign.push(request.url())
  })
  await page.reload()
  for (const [name, display] of [
    ['notice', LOBBY],
    ['map-1f', LOBBY_TURNED],
    ['level4', LOBBY],
    ['several', LOBBY],
    ['banner-drill', LOBBY],
    ['pairing', LOBBY],
  ] as const) {
    await at.show(name, display)
    const { violations } = await new AxeBuilder({ page }).analyze()
    const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')
    expect(serious.map(({ id, nodes }) => `${name}: ${id} ${nodes[0]?.html.slice(0, 120)}`)).toEqual([])
  }
  expect(foreign).toEqual([])
})

test('a film whose picture stands for ten seconds gives way to what comes next', async () => {
  const { page, glass } = at
  await at.show('film')
  await page.waitForFunction(() => (document.querySelector('video')?.currentTime ?? 0) > 0)
  await page.evaluate(() => document.querySelector('video')?.pause())
  await expect(page.getByTestId('glass')).toHaveAttribute('data-scene', 'video')
  await expect(page.locator('.ak-layer[data-place="shown"] h1')).toBeVisible({ timeout: 15_000 })
  expect(glass.said).toContainEqual(expect.objectContaining({ type: 'screen.fault', code: 'video-frozen' }))
})

test('a layout keeps its other zones when the picture of one is lost, and shows the plate of that one', async () => {
  const { page, glass } = at
  await at.show('layout-lost')
  const zone = (id: string) => page.locator(`.ak-zone[data-zone="${id}"]`)
  await expect(zone('news').locator('.ak-layer[data-place="shown"] h1')).toBeVisible()
  await expect(zone('lost').locator('.ak-zone-plate')).toBeVisible()
  await expect(zone('lost').locator('.ak-layer')).toHaveCount(0)
  expect(glass.said).toContainEqual(expect.objectContaining({ type: 'screen.fault', code: 'image-undecodable' }))
  const recorded = (failed: boolean) => {
    const plays = glass.said.flatMap((message) => (message.type === 'screen.played' ? [message.play] : []))
    return plays
      .filter((play) => (play.endedAt !== null && play.ending === 'failed') === failed)
      .flatMap(({ shown }) => (shown.kind === 'item' ? [shown.zoneId ?? shown.scene] : []))
  }
  await expect.poll(() => recorded(false)).toEqual(expect.arrayContaining(['layout', 'news']))
  expect(recorded(false)).not.toContain('lost')
  await expect.poll(() => recorded(true)).toContain('lost')
})

test('the ticker stands above the strip in the language of the visitor, and gives way to the line of an alert', async () => {
  const { page } = at
  await at.show('ticker-long')
  const line = page.getByTestId('ticker')
  // It turns its pages by itself: the one that is asked for may just have passed.
  const itsTurn = { timeout: 30_000 }
  await expect(line).toContainText('が使えます', itsTurn)
  await page.locator('[data-language="en"]').click()
  await expect(line).toContainText('Choose the network', itsTurn)
  const [ticker, strip] = [await line.boundingBox(), await page.locator('.ak-strip').boundingBox()]
  expect(Math.abs((ticker?.y ?? 0) + (ticker?.height ?? 0) - (strip?.y ?? 0))).toBeLessThanOrEqual(1)
  await at.show('ticker-beside-banner')
  await expect(page.locator('.ak-banner')).toBeVisible()
  await expect(line).toHaveCount(0)
})
