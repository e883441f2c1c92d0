import type { DisplayProfile } from '@akari/protocol'
import { expect, test } from '@playwright/test'
import { coloursOf, contrast } from '../visual/contrast.ts'
import { type GlassPage, LOBBY, LOBBY_4K, LOBBY_TURNED, openGlassPage } from '../visual/glass-page.ts'

/** Capital height of BIZ UDPGothic over its font size. */
const CAPITAL_RATIO = 0.7

let at: GlassPage

test.beforeAll(async ({ browser }) => {
  at = await openGlassPage(browser)
})
test.afterAll(() => at.close())

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

/** What is read in an emergency, without the languages that wait for their turn. */
const SEEN = '.ak-text:not(.ak-rotating > [data-active="false"] *):not([data-fits="false"] *):not([data-leaving] *)'
const READ = ['.ak-emergency', '.ak-banner', '.ak-line'].map((part) => `${part} ${SEEN}`).join(', ')

/** The texts there, how high their capitals are for the reader, and whether they are wholly in their place. */
async function wordsOn(
  selector: string,
  display: DisplayProfile,
): Promise<{ text: string | null; degrees: number; isInside: boolean }[]> {
  const words = await at.page.locator(selector).evaluateAll((texts) =>
    texts
      .filter((text) => text.checkVisibility())
      .map((text) => {
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

/** A 98-inch display in the hall, read from five metres. */
const HALL_4K: DisplayProfile = { ...LOBBY_4K, mmPerPx: 0.565, viewingDistanceM: 5 }
/** The lobby's, read from three metres. */
const FAR: DisplayProfile = { ...LOBBY, mmPerPx: 0.63, viewingDistanceM: 3 }
const FULL_SCREENS = [
  'eew',
  'level4',
  'several',
  'longest',
  'longest-several',
  'stage-situation',
  'stage-situation-range',
  'stage-route',
  'stage-route-plain',
  'stage-shelters',
  'stage-shelters-none',
  'staged-several',
]
const BESIDE = ['banner-drill', 'ticker', 'board', 'mixture', 'mixture-drill']

test('every word of an emergency is 0.7 degrees high or more, and none is cut', async () => {
  test.setTimeout(240_000)
  for (const display of [LOBBY, LOBBY_TURNED, HALL_4K, FAR])
    for (const name of [...FULL_SCREENS, ...BESIDE]) {
      await at.show(name, display)
      const words = await wordsOn(`${READ}, .ak-drill strong`, display)
      expect(words.length).toBeGreaterThan(1)
      for (const { text, degrees, isInside } of words) {
        expect(degrees, `${name} at ${display.widthPx}: ${text}`).toBeGreaterThanOrEqual(0.695)
        expect(isInside, `${name} at ${display.widthPx}: ${text}`).toBe(true)
      }
    }
})

test('from three metres and in three languages the lines around the instruction give way, never the instruction', async () => {
  for (const name of ['level4', 'several'])
    for (const language of ['en', 'ja-x-easy', 'ja']) {
      await at.show(name, FAR)
      await at.page.locator(`[data-language="${language}"]`).click()
      await expect(at.page.locator('html')).toHaveAttribute('lang', language)
      for (const { text, degrees, isInside } of await wordsOn(`.ak-emergency-words ${SEEN}`, FAR)) {
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
  await expect(scene.locator('.ak-emergency-words [data-active="true"] [lang="zh-Hans"]')).toBeVisible()
})

test('a drill says so along the edge and in the strip, even when it is only a banner', async () => {
  const { page } = at
  await at.show('banner-drill')
  await expect(page.locator('.ak-drill')).toContainText('訓練')
  await expect(page.locator('.ak-drill')).toContainText('DRILL')
  await expect(page.locator('.ak-strip-drill')).toHaveText('訓練')
})

test('an earthquake early warning is one line of Japanese and one of English, with no third and no pages', async () => {
  const { page } = at
  for (const display of [LOBBY, LOBBY_TURNED]) {
    await at.show('eew', display)
    const words = page.locator('.ak-emergency-words .ak-text')
    await expect(words).toHaveCount(2)
    for (const box of await words.evaluateAll((texts) =>
      texts.map((text) => text.getBoundingClientRect().height / Number.parseFloat(getComputedStyle(text).fontSize)),
    ))
      expect(box).toBeLessThan(1.7)
    await expect(page.locator('.ak-rotating, .ak-stages')).toHaveCount(0)
  }
})

test('ticker and board turn pages instead of running, and say what each alert is', async () => {
  const { page } = at
  await at.show('ticker')
  const line = page.locator('.ak-line-page')
  const first = await line.textContent()
  await expect(page.locator('.ak-line-chip')).toHaveText(/レベル\s*2/)
  await expect(line).not.toHaveText(first ?? '', { timeout: 30_000 })
  await at.show('board')
  await expect(page.locator('.ak-board')).toContainText('発表中')
  await at.show('mixture-beside-drill')
  await expect(page.locator('.ak-line-mark').first()).toContainText('訓練ではありません')
})

test('each language that takes turns fits its place and is legible, also while it waits', async () => {
  test.setTimeout(60_000)
  for (const display of [LOBBY, LOBBY_TURNED, LOBBY_4K, HALL_4K])
    for (const name of ['level4', 'stage-protect', 'longest']) {
      await at.show(name, display)
      await at.page.locator('[data-language="ja"]').click()
      for (const { text, degrees, isInside } of await wordsOn('.ak-emergency-words .ak-rotating .ak-text', display)) {
        expect(degrees, `${name} at ${display.widthPx}: ${text}`).toBeGreaterThanOrEqual(0.695)
        expect(isInside, `${name} at ${display.widthPx}: ${text}`).toBe(true)
      }
    }
  await at.show('stage-protect', LOBBY)
  const languages = await at.page
    .locator('.ak-emergency-words .ak-rotating .ak-text')
    .evaluateAll((texts) => texts.map((text) => text.getAttribute('lang')))
  expect(languages).toEqual(expect.arrayContaining(['th', 'my', 'ne', 'uk', 'vi']))
})

test('a notice squeezed between a drill’s banner and a real ticker keeps its title whole', async () => {
  for (const display of [LOBBY, LOBBY_TURNED, FAR]) {
    await at.show('mixture-beside-drill', display)
    const cut = await at.page.locator('.ak-notice-sheet > *').evaluateAll((parts) =>
      parts
        .filter((part) => part.checkVisibility())
        .filter((part) => {
          const sheet = part.parentElement?.getBoundingClientRect()
          const { top, bottom } = part.getBoundingClientRect()
          return sheet === undefined || top < sheet.top - 2 || bottom > sheet.bottom + 2
        })
        .map((part) => part.textContent),
    )
    expect(cut, `${display.widthPx} at ${display.viewingDistanceM} m`).toEqual([])
    await expect(at.page.locator('.ak-notice-title')).toBeVisible()
  }
})

test('a strip whose news has stopped says so in both languages and keeps its instruction', async () => {
  for (const display of [LOBBY, LOBBY_TURNED, FAR]) {
    await at.show('banner-stale', display)
    const outside = await at.page.locator('.ak-banner').evaluate((banner) => {
      const { top, bottom } = banner.getBoundingClientRect()
      return [...banner.querySelectorAll('.ak-text')]
        .filter((text) => {
          const box = text.getBoundingClientRect()
          return box.top < top - 2 || box.bottom > bottom + 2
        })
        .map((text) => text.textContent)
    })
    expect(outside, `${display.widthPx} at ${display.viewingDistanceM} m`).toEqual([])
  }
})
