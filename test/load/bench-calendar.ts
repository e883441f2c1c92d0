/** `npm run bench:calendar [-- --displays 200 --entries 500 --runs 9]`: one JSON line; see docs/figures.md. */
import { loadavg } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { chromium, type Page } from '@playwright/test'
import { z } from 'zod'
import { buildPages } from '../../scripts/build-pages.ts'
import { chromiumFlags, chromiumPath } from '../support/chromium.ts'
import { localApi, startCmsProcess } from '../support/city-hall.ts'
import { signInFirst } from '../support/console-session.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'
import { figures, round } from './figures.ts'
import { cityDisplays, monthOfEntries } from './month-of-entries.ts'

const { values } = parseArgs({
  options: {
    displays: { type: 'string', default: '200' },
    entries: { type: 'string', default: '500' },
    runs: { type: 'string', default: '9' },
  },
})
const [displays, entries, runs] = [Number(values.displays), Number(values.entries), Number(values.runs)]
const PLACE = '/schedule?view=month&day=2026-11-15'
const Ids = z.object({ id: z.string() })

const before = loadavg().map((value) => round(value))
if (!(await buildPages(join(import.meta.dirname, '../..'), ['console']))) process.exit(1)
const folder = await temporaryFolder('bench-calendar')
const cms = await startCmsProcess(folder.path)
const api = localApi(folder.path)
const browser = await chromium.launch({ executablePath: await chromiumPath(), args: chromiumFlags() })
try {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 }, locale: 'ja-JP' })
  await signInFirst(page, cms)
  const empty = await opened(page)
  await seed()
  const full = await opened(page)
  const result = {
    bench: 'calendar',
    loadAverage: before,
    displays,
    entries,
    // From the navigation to the first key that the calendar answers, and to the last bar of the month.
    interactiveMs: full.interactive,
    completeMs: full.complete,
    emptyMs: empty.complete,
    completeToEmpty: round(full.complete.p50 / empty.complete.p50, 2),
    bars: full.bars,
    rowsMounted: await mostRows(page),
  }
  process.stdout.write(`${JSON.stringify(result)}\n`)
} finally {
  await browser.close()
  await cms.process.stop()
  await folder.remove()
}

async function seed(): Promise<void> {
  const displayIds: string[] = []
  for (const display of cityDisplays(displays)) displayIds.push(Ids.parse(await api('POST', '/displays', display)).id)
  const playlistIds: string[] = []
  for (let n = 0; n < 50; n++) {
    const playlist = { name: `プレイリスト ${n + 1}`, items: [], version: 0 }
    playlistIds.push(Ids.parse(await api('POST', '/playlists', playlist)).id)
  }
  for (const entry of monthOfEntries(entries, playlistIds, displayIds)) await api('POST', '/entries', entry)
}

/** The whole page is loaded again each time, as after a click on a link from elsewhere; the first load warms the cache. */
async function opened(page: Page) {
  const [interactive, complete]: [number[], number[]] = [[], []]
  let bars = 0
  for (let run = 0; run <= runs; run++) {
    await page.goto(cms.url + PLACE, { waitUntil: 'commit' })
    const took = await page.evaluate(watch)
    if (run > 0) {
      interactive.push(took.interactiveMs)
      complete.push(took.completeMs)
    }
    bars = took.bars
  }
  return { interactive: figures(interactive, 0), complete: figures(complete, 0), bars }
}

/** In the page, milliseconds since the navigation began: the first key that is answered in a frame, and the last bar. */
async function watch(): Promise<{ interactiveMs: number; completeMs: number; bars: number }> {
  const frame = (): Promise<void> => new Promise((resolve) => requestAnimationFrame(() => resolve()))
  const calendar = (): HTMLElement | null => document.querySelector('[data-testid=calendar]')
  let interactiveMs = 0
  for (;;) {
    await frame()
    const found = calendar()
    if (found === null) continue
    if (interactiveMs === 0) {
      found.focus()
      found.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowRight', bubbles: true }))
      await frame()
      const hasRows = document.querySelector('[data-testid=calendar-row]') !== null
      const answered = found.hasAttribute('aria-activedescendant')
      if (answered || !hasRows) interactiveMs = performance.now()
    }
    if (found.getAttribute('aria-busy') === 'false') break
  }
  await frame()
  return { interactiveMs, completeMs: performance.now(), bars: document.querySelectorAll('[data-bar]').length }
}

/** With every group open, from the top of the calendar to its end: how many rows are in the page at once. */
async function mostRows(page: Page): Promise<number> {
  const rows = page.getByTestId('calendar-row')
  const scroll = (to: number): Promise<number> =>
    page.evaluate(async (top) => {
      const box = document.querySelector('[data-testid=calendar]')
      if (box === null) throw new Error('there is no calendar')
      box.scrollTop = top
      await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)))
      return box.scrollTop
    }, to)
  let most = 0
  let [reached, top] = [-1, 0]
  while (top > reached) {
    reached = top
    for (;;) {
      const closed = page.locator('[data-testid=calendar-row][aria-expanded=false] button').first()
      if ((await closed.count()) === 0) break
      await closed.click()
    }
    most = Math.max(most, await rows.count())
    top = await scroll(reached + 400)
  }
  return most
}
