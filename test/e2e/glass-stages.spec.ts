import { expect, test } from '@playwright/test'
import { coloursOf, contrast } from '../visual/contrast.ts'
import { type GlassPage, LOBBY, LOBBY_4K, openGlassPage } from '../visual/glass-page.ts'

const SETTLED = '.ak-emergency-layer[data-leaving]'

let at: GlassPage

test.beforeAll(async ({ browser }) => {
  at = await openGlassPage(browser)
})
test.afterAll(() => at.close())

test('an alert goes from stage to stage by itself and then gives way to a band', async () => {
  const { page } = at
  await at.show('quick-stages')
  const layout = (name: string) => page.locator(`.ak-emergency[data-layout="${name}"]`)
  await expect(page.locator('.ak-stages li')).toHaveCount(3)
  await layout('situation').waitFor()
  await expect(page.locator('.ak-intensity')).toContainText('5強')
  await expect(page.locator(SETTLED)).toHaveCount(0)
  await layout('route').waitFor()
  await expect(page.locator('.ak-emergency')).toContainText('エレベーターは使わない')
  await page.locator('.ak-banner').waitFor()
  await expect(page.locator('.ak-emergency')).toHaveCount(0)
})

test('one stage fades into the next in half a second at most, and not at all where motion is unwelcome', async () => {
  const { page } = at
  await page.emulateMedia({ reducedMotion: 'reduce' })
  await at.show('quick-stages')
  await page.locator('.ak-emergency[data-layout="situation"]').waitFor()
  await expect(page.locator(SETTLED)).toBeHidden()
  await page.emulateMedia({ reducedMotion: 'no-preference' })
  await at.show('stage-situation')
  const longest = await page
    .locator('.ak-rotating > p')
    .evaluateAll((lines) =>
      Math.max(...lines.map((line) => Number.parseFloat(getComputedStyle(line).transitionDuration))),
    )
  expect(longest).toBeLessThanOrEqual(0.5)
})

test('the third line goes through the languages that are there, and nothing changes its size or place', async () => {
  test.setTimeout(60_000)
  const { page } = at
  await at.show('stage-protect', LOBBY_4K)
  await page.locator('[data-language="ja"]').click()
  const active = page.locator('.ak-emergency-words [data-active="true"] .ak-text')
  const look = () =>
    page
      .locator('.ak-emergency-words .ak-text')
      .evaluateAll((texts) =>
        texts.map((text) => [getComputedStyle(text).fontSize, text.getBoundingClientRect().top, text.textContent]),
      )
  // The stage before may still be fading away.
  await expect(active).toHaveCount(1)
  const first = await active.getAttribute('lang')
  const before = await look()
  await expect(active).not.toHaveAttribute('lang', first ?? '', { timeout: 30_000 })
  expect(await look()).toEqual(before)
  await expect(active).toHaveText(/./)
})

test('a language somebody has chosen keeps the third line while they are there', async () => {
  const { page } = at
  await at.show('stage-protect')
  await page.locator('[data-language="ko"]').click()
  const active = page.locator('.ak-emergency-words [data-active="true"] .ak-text')
  await expect(active).toHaveAttribute('lang', 'ko')
  await page.waitForTimeout(7000)
  await expect(active).toHaveAttribute('lang', 'ko')
})

test('震度 stands on its own colour at 3:1 or more, with number, word and symbol', async () => {
  const { page } = at
  await at.show('stage-situation')
  await expect(page.locator('.ak-intensity')).toContainText(/震度\s*6弱/)
  await expect(page.locator('.ak-intensity svg')).toBeVisible()
  expect(contrast(await coloursOf(page, '.ak-intensity', '.ak-intensity-number'))).toBeGreaterThanOrEqual(3)
})

test('the way out shows where one stands and the exits, and strikes out the elevators', async () => {
  const { page } = at
  await at.show('stage-route')
  await expect(page.locator('.ak-route-paper .ak-here')).toBeVisible()
  expect(await page.locator('.ak-route-paper [data-pictogram="exit"]').count()).toBeGreaterThan(1)
  await expect(page.locator('.ak-route-paper [data-pictogram="lift"] .ak-pictogram-cross').first()).toBeVisible()
  await expect(page.locator('.ak-route-paper .ak-plan-route-line')).toHaveCount(1)
  await expect(page.locator('.ak-route-heading')).toContainText('正面出入口')
  await expect(page.locator('.ak-route-way .ak-guidance-arrow')).toBeVisible()
  await at.show('stage-route-plain')
  await expect(page.locator('.ak-route-plain')).toContainText('誘導灯')
})

test('an exit that is shut or opened while the way out is shown changes the exit that is named, and none is when all are shut', async () => {
  const { page } = at
  await at.show('stage-route-blocked')
  const named = page.locator('.ak-emergency-layer:not([data-leaving]) .ak-route-heading')
  await expect(named).toContainText('西口')
  const state = at.state('stage-route-blocked', LOBBY)
  if (state.programme === null) throw new Error('no programme')
  at.glass.show({ ...state, programme: { ...state.programme, closures: [] } })
  await expect(named).toContainText('正面出入口')
  await at.show('stage-route-shut')
  await expect(page.locator('.ak-route-shut')).toContainText('出口がありません')
  await expect(page.locator('.ak-plan-route-line')).toHaveCount(0)
  await at.show('power-shut')
  await expect(page.locator('.ak-guidance-way')).toContainText('出口がありません')
})

test('as many shelters stand there as can be read, and the others are counted', async () => {
  const { page } = at
  await at.show('stage-shelters')
  await page.locator('[data-language="ja"]').click()
  const shown = await page.locator('.ak-shelters-list li[data-fits="true"]').count()
  expect(shown).toBeGreaterThan(0)
  await expect(page.locator('.ak-shelters-left')).toHaveText(`ほか ${9 - shown} か所`)
})
