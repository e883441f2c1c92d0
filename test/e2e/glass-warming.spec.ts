import { expect, test } from '@playwright/test'
import { LOBBY } from '../visual/glass-page.ts'
import { showing } from '../visual/made-up-state.ts'
import { serveGlass } from '../visual/serve-glass.ts'

test('in its idle moments the page draws an emergency that nobody sees, and leaves nothing of it behind', async ({
  page,
}) => {
  const glass = await serveGlass({ files: new Map(), liveBase: () => null })
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
  glass.show(showing(null, LOBBY, new Date()))
  await page.goto(glass.url)
  await expect.poll(() => page.evaluate(() => Reflect.get(window, 'drawn')), { timeout: 20_000 }).toEqual(['hidden'])
  expect(await page.locator('.ak-emergency').count()).toBe(0)
  expect(await page.locator('body > div').count()).toBe(1)
  await glass.close()
})
