import { expect, type Page, test } from '@playwright/test'
import { LOBBY } from '../visual/glass-page.ts'
import { scenarios } from '../visual/scenarios.ts'
import { showing } from '../visual/made-up-state.ts'
import { serveGlass } from '../visual/serve-glass.ts'

test('in its idle moments the page draws an emergency that nobody sees, and leaves nothing of it behind', async ({
  page,
}) => {
  const glass = await serveGlass({ files: new Map(), liveBase: () => null })
  const drawn = await noteUnseen(page)
  glass.show(showing(null, LOBBY, new Date()))
  await page.goto(glass.url)
  await expect.poll(drawn, { timeout: 20_000 }).toEqual(['hidden'])
  expect(await page.locator('.ak-emergency').count()).toBe(0)
  expect(await page.locator('body > div').count()).toBe(1)
  await glass.close()
})

test('once it has drawn one unseen, an emergency in all fifteen languages waits for no font', async ({ page }) => {
  const { files, scenarios: made } = await scenarios(new Date())
  const glass = await serveGlass({ files, liveBase: () => null })
  const fonts: string[] = []
  page.on('request', (request) => {
    if (request.url().endsWith('.woff2')) fonts.push(request.url())
  })
  const drawn = await noteUnseen(page)
  glass.show(showing(null, LOBBY, new Date()))
  await page.goto(glass.url)
  await expect.poll(drawn, { timeout: 20_000 }).toEqual(['hidden'])
  expect(fonts.some((url) => url.includes('noto-sans-thai'))).toBe(true)
  fonts.length = 0
  const emergency = made.find(({ name }) => name === 'level4')
  if (emergency === undefined) throw new Error('no scenario level4')
  glass.show(emergency.state(LOBBY))
  await page.locator('.screen-glass .ak-emergency [lang="th"]').first().waitFor({ state: 'attached' })
  await page.evaluate(() => document.fonts.ready)
  // The city's own font goes on being loaded, face by face, in idle moments.
  expect(fonts.filter((url) => url.includes('noto-sans'))).toEqual([])
  await glass.close()
})

/** Notes what is put on the page beside the glass, which is gone again in the same task. */
async function noteUnseen(page: Page): Promise<() => Promise<unknown>> {
  await page.addInitScript(() => {
    const drawn: string[] = []
    Object.assign(window, { drawn })
    document.addEventListener('DOMContentLoaded', () =>
      new MutationObserver((changes) => {
        for (const { addedNodes } of changes)
          for (const node of addedNodes) if (node instanceof HTMLDivElement) drawn.push(node.style.visibility)
      }).observe(document.body, { childList: true }),
    )
  })
  return () => page.evaluate(() => Reflect.get(window, 'drawn'))
}
