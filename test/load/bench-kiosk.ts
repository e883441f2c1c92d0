/** `npm run bench:kiosk`: one JSON line; see docs/figures.md. */
import { loadavg } from 'node:os'
import { chromium } from '@playwright/test'
import { chromiumFlags, chromiumPath } from '../support/chromium.ts'
import { KIOSK, openGlassPage } from '../visual/glass-page.ts'
import { restart, touch } from '../visual/kiosk-screens.ts'
import { drawn } from './drawn.ts'
import { figures, round } from './figures.ts'

const RUNS = 30

const browser = await chromium.launch({
  executablePath: await chromiumPath(),
  args: [...chromiumFlags(), '--disable-gpu'],
})
const at = await openGlassPage(browser)
try {
  const { page } = at
  await at.show('kiosk', KIOSK)
  const [routes, bare]: [number[], number[]] = [[], []]
  for (let run = 0; run < RUNS; run++) {
    await restart(page, 'ja')
    await touch(page, 'errands')
    await page
      .getByTestId('errand')
      .nth(run % 24)
      .click()
    bare.push(await drawn(page, 'volume'))
    routes.push(await drawn(page, 'go', '[data-screen="route"] .ak-map-view'))
  }
  const [route, nothing] = [figures(routes), figures(bare)]
  const told = { bench: 'kiosk', loadAverage: round(loadavg()[0] ?? 0), runs: RUNS }
  const ratio = round(route.p50 / nothing.p50, 2)
  process.stdout.write(`${JSON.stringify({ ...told, routeDrawnMs: route, bareTapMs: nothing, ratio })}\n`)
} finally {
  await at.close()
  await browser.close()
}
