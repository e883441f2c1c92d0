/** `npm run bench:kiosk`: one JSON line; see docs/figures.md. */
import { loadavg } from 'node:os'
import type { DisplayProfile } from '@akari/protocol'
import { chromium, type Page } from '@playwright/test'
import { chromiumFlags, chromiumPath } from '../support/chromium.ts'
import { restart, touch } from '../visual/kiosk-screens.ts'
import { scenarios } from '../visual/scenarios.ts'
import { serveGlass } from '../visual/serve-glass.ts'
import { figures, round } from './figures.ts'

const RUNS = 30
const MOST_MS = 20_000
const KIOSK: DisplayProfile = {
  name: 'ロビー',
  widthPx: 1080,
  heightPx: 1920,
  mmPerPx: 0.248,
  viewingDistanceM: 0.6,
  touch: true,
  kioskId: null,
}

const made = await scenarios(new Date())
const state = made.scenarios.find(({ name }) => name === 'kiosk')?.state(KIOSK)
if (state === undefined) throw new Error('no kiosk')
const glass = await serveGlass({ files: made.files, liveBase: () => null })
const browser = await chromium.launch({
  executablePath: await chromiumPath(),
  args: [...chromiumFlags(), '--disable-gpu'],
})
try {
  const page = await browser.newPage({ viewport: { width: KIOSK.widthPx, height: KIOSK.heightPx } })
  glass.show(state)
  await page.goto(glass.url)
  const [routes, bare]: [number[], number[]] = [[], []]
  for (let run = 0; run < RUNS; run++) {
    await restart(page, 'ja')
    await touch(page, 'errands')
    await page
      .getByTestId('errand')
      .nth(run % 24)
      .click()
    bare.push(await drawn(page, 'volume', '.ak-kiosk'))
    routes.push(await drawn(page, 'go', '[data-screen="route"] .ak-map-view'))
  }
  const [route, nothing] = [figures(routes), figures(bare)]
  const told = { bench: 'kiosk', loadAverage: round(loadavg()[0] ?? 0), runs: RUNS }
  const ratio = round(route.p50 / nothing.p50, 2)
  process.stdout.write(`${JSON.stringify({ ...told, routeDrawnMs: route, bareTapMs: nothing, ratio })}\n`)
} finally {
  await browser.close()
  await glass.close()
}

/** Milliseconds from a touch until a frame is out with what it leads to; throws where there is nothing to touch, or it leads nowhere. */
function drawn(page: Page, mark: string, selector: string): Promise<number> {
  return page.evaluate(
    async ([touched, wanted, mostMs]) => {
      const button = document.querySelector<HTMLElement>(`.ak-kiosk [data-testid="${touched}"]`)
      if (button === null) throw new Error(`${touched} is not there`)
      const frame = (): Promise<number> => new Promise((resolve) => requestAnimationFrame(resolve))
      await frame()
      const started = performance.now()
      button.click()
      do {
        await frame()
        if (performance.now() - started > mostMs) throw new Error(`${touched} leads to no ${wanted}`)
      } while (document.querySelector(wanted) === null)
      await frame()
      return performance.now() - started
    },
    [mark, selector, MOST_MS] as const,
  )
}
