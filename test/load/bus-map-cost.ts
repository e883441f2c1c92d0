import { sampleTimetable } from '@akari/content-samples'
import { type Browser, chromium } from '@playwright/test'
import { z } from 'zod'
import { chromiumFlags, chromiumPath } from '../support/chromium.ts'
import { busSnapshot } from '../visual/bus-scenarios.ts'
import { LOBBY, openGlassPage } from '../visual/glass-page.ts'
import { round } from './figures.ts'

const FRESH_MS = 20_000
const SETTLE_MS = 5000
const WATCH_MS = 30_000
const SNAPSHOT_EVERY_MS = 15_000
const Processes = z.object({ processInfo: z.array(z.object({ cpuTime: z.number() })) })

/** Percent of one core that all processes of the browser take: a bus map that hears of its buses every fifteen seconds, and a notice. */
export async function busMapCost(): Promise<{ mapPercent: number; noticePercent: number; seen: number }> {
  const browser = await chromium.launch({
    executablePath: await chromiumPath(),
    args: [...chromiumFlags(), '--disable-gpu'],
  })
  const at = await openGlassPage(browser)
  try {
    await at.show('busmap')
    // A page that has just been opened loads its fonts: that is no scene's doing.
    await pause(FRESH_MS)
    const open = sampleTimetable()
    const { clock } = at.state('busmap', LOBBY)
    const tell = (): void => {
      const state = at.state('busmap', LOBBY)
      const told = busSnapshot(open, Date.now() + clock.offsetMs, state.revision)
      at.glass.show({ ...state, clock, feeds: [told] })
    }
    tell()
    const timer = setInterval(tell, SNAPSHOT_EVERY_MS)
    try {
      const mapPercent = await percentOf(browser, WATCH_MS)
      const seen = await at.page.locator('[data-vehicle]').count()
      clearInterval(timer)
      await at.show('notice')
      return { mapPercent, noticePercent: await percentOf(browser, WATCH_MS), seen }
    } finally {
      clearInterval(timer)
    }
  } finally {
    await at.close()
    await browser.close()
  }
}

async function percentOf(browser: Browser, watchMs: number): Promise<number> {
  const session = await browser.newBrowserCDPSession()
  const seconds = async (): Promise<number> =>
    Processes.parse(await session.send('SystemInfo.getProcessInfo')).processInfo.reduce(
      (sum, { cpuTime }) => sum + cpuTime,
      0,
    )
  await pause(SETTLE_MS)
  const [before, startedMs] = [await seconds(), performance.now()]
  await pause(watchMs)
  const [after, tookMs] = [await seconds(), performance.now() - startedMs]
  await session.detach()
  return round(((after - before) / tookMs) * 100_000, 2)
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms))
}
