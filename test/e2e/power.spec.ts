import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import AxeBuilder from '@axe-core/playwright'
import { expect, type Page, test } from '@playwright/test'
import { playerState, startAgentProcess } from '../support/city-hall.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'
import { type GlassPage, LOBBY_TURNED, openGlassPage } from '../visual/glass-page.ts'

/** Real mains is a file of the kernel; here it is one of ours. */
async function supplies(folder: string) {
  const set = async (name: string, attributes: Record<string, string>): Promise<void> => {
    await mkdir(join(folder, name), { recursive: true })
    for (const [attribute, text] of Object.entries(attributes)) await writeFile(join(folder, name, attribute), text)
  }
  await set('AC', { type: 'Mains', online: '1' })
  await set('BAT0', { type: 'Battery', status: 'Full', capacity: '96', time_to_empty_now: '4500' })
  return {
    cut: () => set('AC', { online: '0' }),
    charge: (percent: number) => set('BAT0', { capacity: String(percent) }),
  }
}

test('the mains goes: the way out is on the glass, with nobody but the agent', async ({ page }) => {
  const folder = await temporaryFolder('power')
  const mains = await supplies(join(folder.path, 'supply'))
  const agent = await startAgentProcess(folder.path, 'http://127.0.0.1:9', 0, [], {
    AKARI_POWER_SENSORS: 'sysfs',
    AKARI_POWER_SUPPLY_DIR: join(folder.path, 'supply'),
  })
  try {
    await page.goto(agent.url)
    await expect(page.getByTestId('glass')).toHaveAttribute('data-scene', 'pairing')
    await mains.cut()
    await page.locator('[data-testid="glass"][data-scene="guidance"][data-layer="power"]').waitFor()
    await expect(page.locator('.ak-guidance')).toContainText('あと約 70 分')
    await expect(page.locator('.ak-guidance')).toContainText('Exits: follow the green signs.')
    await mains.charge(15)
    await expect(page.locator('.ak-guidance')).toHaveAttribute('data-tier', 'sparing')
    expect((await playerState(agent.url)).power).toMatchObject({ source: 'battery', measured: true })
  } finally {
    await agent.process.stop()
    await folder.remove()
  }
})

test.describe('the way out', () => {
  let at: GlassPage
  test.beforeAll(async ({ browser }) => {
    at = await openGlassPage(browser)
  })
  test.afterAll(() => at.close())

  test('names the nearest exit, its distance, and where it lies for who reads this display', async () => {
    const { page } = at
    await at.show('power-1f')
    await expect(page.locator('.ak-guidance-name')).toContainText('正面出入口')
    await expect(page.locator('.ak-guidance-name')).toContainText('Main doors')
    await expect(page.locator('.ak-guidance-how')).toContainText('右うしろへ 約 11 m')
    await expect(page.locator('.ak-guidance-how')).toContainText('behind you, right')
    // On the third floor the reader looks the other way: the same building, the way on the other side.
    await at.show('power-3f', LOBBY_TURNED)
    await expect(page.locator('.ak-guidance-name')).toContainText('西階段')
    await expect(page.locator('.ak-guidance-how')).toContainText('右へ 約 39 m')
    expect(await leans(page)).toBeGreaterThan(0)
    const { violations } = await new AxeBuilder({ page }).analyze()
    expect(violations.map(({ id }) => id)).toEqual([])
  })

  test('lets languages take turns while there is power, and draws nothing while there is next to none', async () => {
    const { page } = at
    await at.show('power-1f')
    const active = page.locator('.ak-guidance-name .ak-rotating [data-active="true"]')
    const first = await active.textContent()
    await expect(active).not.toHaveText(first ?? '', { timeout: 8_000 })
    await at.show('power-sparing')
    await expect(page.locator('.ak-strip')).toHaveCount(0)
    // Until its fonts are there, texts are fitted anew; a page that goes on looking would change every second.
    await expect.poll(() => changesWithin(page, 2_500), { timeout: 20_000 }).toBe(0)
  })
})

/** How far right of its beginning the drawn way ends, in pixels. */
function leans(page: Page): Promise<number> {
  return page.locator('.ak-plan-route-line').evaluate((path) => {
    if (!(path instanceof SVGPathElement)) return 0
    return path.getPointAtLength(path.getTotalLength()).x - path.getPointAtLength(0).x
  })
}

/** How often anything of the page changed, or moved, in so many milliseconds. */
function changesWithin(page: Page, ms: number): Promise<number> {
  return page.evaluate(async (waitMs) => {
    let changes = document.getAnimations().filter(({ playState }) => playState === 'running').length
    const watch = new MutationObserver((records) => {
      changes += records.length
    })
    watch.observe(document, { subtree: true, childList: true, attributes: true, characterData: true })
    await new Promise((resolve) => setTimeout(resolve, waitMs))
    watch.disconnect()
    return changes
  }, ms)
}
