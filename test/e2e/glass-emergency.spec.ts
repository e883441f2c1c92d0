import type { DisplayProfile } from '@akari/protocol'
import { expect, type Page, test } from '@playwright/test'
import { type GlassPage, LOBBY, LOBBY_4K, LOBBY_TURNED, openGlassPage } from '../visual/glass-page.ts'

/** Capital height of BIZ UDPGothic over its font size. */
const CAPITAL_RATIO = 0.7

let at: GlassPage

test.beforeAll(async ({ browser }) => {
  at = await openGlassPage(browser)
})
test.afterAll(() => at.close())

type Colours = { ground: string; text: string }
const coloursOf = (page: Page, ground: string, text: string): Promise<Colours> =>
  page.evaluate(
    ([groundAt, textAt]) => {
      const style = (selector: string): CSSStyleDeclaration =>
        getComputedStyle(document.querySelector(selector) ?? document.body)
      return { ground: style(groundAt).backgroundColor, text: style(textAt).color }
    },
    [ground, text] as const,
  )

/** WCAG 2.2 contrast of two `rgb()` colours. */
function contrast({ ground, text }: Colours): number {
  const luminance = (colour: string): number => {
    const [r = 0, g = 0, b = 0] = (colour.match(/\d+/g) ?? []).map((part) => {
      const share = Number(part) / 255
      return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
    })
    return 0.2126 * r + 0.7152 * g + 0.0722 * b
  }
  const [dark = 0, light = 0] = [luminance(ground), luminance(text)].toSorted((a, b) => a - b)
  return (light + 0.05) / (dark + 0.05)
}

test('the instruction stands at 7:1 on white or black, the rest at 3:1 or more on the level’s colour', async () => {
  const { page } = at
  for (const name of ['eew', 'level5', 'level4', 'level3', 'evacuation', 'ended']) {
    await at.show(name)
    const instruction = await coloursOf(page, '.ak-emergency-plate', '.ak-emergency-instruction')
    expect(['rgb(255, 255, 255)', 'rgb(12, 0, 12)']).toContain(instruction.ground)
    expect(contrast(instruction), name).toBeGreaterThanOrEqual(7)
    expect(contrast(await coloursOf(page, '.ak-emergency', '.ak-emergency-headline')), name).toBeGreaterThanOrEqual(3)
  }
  await at.show('banner')
  expect(contrast(await coloursOf(page, '.ak-banner', '.ak-banner-first'))).toBeGreaterThanOrEqual(7)
  expect(contrast(await coloursOf(page, '.ak-banner-sign', '.ak-banner-name'))).toBeGreaterThanOrEqual(3)
})

/** The texts there, how high their capitals are for the reader, and whether they are wholly in their place. */
async function wordsOn(
  selector: string,
  display: DisplayProfile,
): Promise<{ text: string | null; degrees: number; isInside: boolean }[]> {
  const words = await at.page.locator(selector).evaluateAll((texts) =>
    texts.map((text) => {
      const box = text.getBoundingClientRect()
      const place = (text.closest('.ak-emergency-words') ?? document.body).getBoundingClientRect()
      return {
        text: text.textContent,
        fontPx: Number.parseFloat(getComputedStyle(text).fontSize),
        isInside: box.left >= place.left - 1 && box.right <= place.right + 1 && box.bottom <= place.bottom + 2,
      }
    }),
  )
  return words.map(({ fontPx, ...word }) => {
    const capitalMm = fontPx * CAPITAL_RATIO * display.mmPerPx
    return { ...word, degrees: (Math.atan(capitalMm / (display.viewingDistanceM * 1000)) * 180) / Math.PI }
  })
}

test('every word of an emergency is 0.7 degrees high or more, and none is cut', async () => {
  for (const display of [LOBBY, LOBBY_TURNED, LOBBY_4K])
    for (const name of ['level4', 'several', 'banner-drill']) {
      await at.show(name, display)
      const words = await wordsOn('.ak-emergency .ak-text, .ak-banner .ak-text, .ak-drill strong', display)
      expect(words.length).toBeGreaterThan(2)
      for (const { text, degrees, isInside } of words) {
        expect(degrees, `${name} at ${display.widthPx}: ${text}`).toBeGreaterThanOrEqual(0.695)
        expect(isInside, `${name} at ${display.widthPx}: ${text}`).toBe(true)
      }
    }
})

test('from three metres and in three languages the lines around the instruction give way, never the instruction', async () => {
  const far = { ...LOBBY, mmPerPx: 0.63, viewingDistanceM: 3 }
  for (const name of ['level4', 'several'])
    for (const language of ['en', 'ja-x-easy', 'ja']) {
      await at.show(name, far)
      await at.page.locator(`[data-language="${language}"]`).click()
      await expect(at.page.locator('html')).toHaveAttribute('lang', language)
      for (const { text, degrees, isInside } of await wordsOn('.ak-emergency-words .ak-text', far)) {
        expect(degrees, `${name} in ${language}: ${text}`).toBeGreaterThanOrEqual(0.695)
        expect(isInside, `${name} in ${language}: ${text}`).toBe(true)
      }
    }
})

test('symbol, number and word say the level together, in Japanese and English at once', async () => {
  const { page } = at
  await at.show('level4')
  const scene = page.locator('.ak-emergency')
  await expect(scene.locator('.ak-emergency-sign svg')).toBeVisible()
  await expect(scene.locator('.ak-level')).toHaveText(/レベル\s*4/)
  await expect(scene.locator('.ak-emergency-headline')).toContainText('Level 4')
  await expect(scene.locator('.ak-emergency-words [lang="ja"]')).toHaveText('危険な場所から離れて')
  await expect(scene.locator('.ak-emergency-words [lang="en"]')).toHaveText('Move away from dangerous places')
  await page.locator('[data-language="zh-Hans"]').click()
  await expect(scene.locator('.ak-emergency-words [lang]')).toHaveCount(3)
})

test('a drill says so along the edge and in the strip, even when it is only a banner', async () => {
  const { page } = at
  await at.show('banner-drill')
  await expect(page.locator('.ak-drill')).toContainText('訓練')
  await expect(page.locator('.ak-drill')).toContainText('DRILL')
  await expect(page.locator('.ak-strip-drill')).toHaveText('訓練')
})
