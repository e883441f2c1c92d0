import { setTimeout as pause } from 'node:timers/promises'
import { faultText, type Logger } from '@akari/node-kit'
import { type Browser, launchBrowser } from './browser.ts'
import type { PageSession } from './page-session.ts'
import { recentEnds, waitBeforeRestartMs } from './restarts.ts'

export type KeptBrowser = {
  /** The page that is on the glass now; rejects while there is none. */
  page: () => Promise<PageSession>
  /** Null while none runs. */
  pid: () => number | null
  close: () => Promise<void>
}

type Deps = {
  chromium: string
  flags: readonly string[]
  url: string
  /** Whether the agent serves its page; never rejects. */
  agentAnswers: () => Promise<boolean>
  log: Logger
}

const KNOCK_AGAIN_MS = 500
const SHOW_AGAIN_MS = 1_000
const PULSE_MS = 5_000
/** So many pulses missed, ten seconds each, and the browser is taken for hung. */
const MOST_MISSED = 2
const ENDS_WITHIN_MS = 5_000

/**
 * Keeps one browser on the glass: waits for the agent before the first start, starts it again whenever it ends, shows the
 * page again when its renderer died or an error page stands in its place, and ends a browser whose page answers no more.
 */
export function keepBrowser(deps: Deps): KeptBrowser {
  const { log } = deps
  const stop = new AbortController()
  const rest = (ms: number): Promise<void> => pause(ms, undefined, { signal: stop.signal }).catch(() => undefined) // closing ends the pause
  let browser: Browser | null = null

  async function run(): Promise<void> {
    let ends: number[] = []
    while (!stop.signal.aborted && !(await deps.agentAnswers())) await rest(KNOCK_AGAIN_MS)
    while (!stop.signal.aborted) {
      browser = launchBrowser(deps.chromium, deps.flags)
      log.info({ pid: browser.pid }, 'browser started')
      const over = new AbortController()
      void tend(browser, over.signal)
      const how = await browser.ended
      over.abort()
      browser = null
      if (stop.signal.aborted) return
      const now = performance.now()
      ends = [...recentEnds(ends, now), now]
      const waitMs = waitBeforeRestartMs(ends, now)
      log.warn({ how, waitMs, recent: ends.length }, 'browser ended')
      await rest(waitMs)
    }
  }

  /** Looks after a running browser until it is `over`. */
  async function tend(tended: Browser, over: AbortSignal): Promise<void> {
    try {
      const page = await tended.page
      page.onLost(() => void showAgain(page, over))
      await pulseLost(page, over)
      if (over.aborted) return
      log.error({ pid: tended.pid }, 'page does not answer')
    } catch (error) {
      if (over.aborted) return
      log.error({ pid: tended.pid, reason: faultText(error) }, 'browser has no page')
    }
    tended.kill('SIGKILL')
  }

  async function showAgain(page: PageSession, over: AbortSignal): Promise<void> {
    log.warn({ url: deps.url }, 'page lost')
    await rest(SHOW_AGAIN_MS)
    while (!over.aborted && !stop.signal.aborted && !(await deps.agentAnswers())) await rest(KNOCK_AGAIN_MS)
    if (!over.aborted) await page.show(deps.url).catch(() => undefined) // the pulse notices what it means
  }

  const running = run()
  return {
    pid: () => browser?.pid ?? null,
    page: async () => {
      if (browser === null) throw new Error('the browser is not running')
      return browser.page
    },
    close: async () => {
      stop.abort()
      const last = browser
      last?.kill('SIGTERM')
      const deaf = setTimeout(() => last?.kill('SIGKILL'), ENDS_WITHIN_MS)
      await running
      clearTimeout(deaf)
    },
  }
}

/** Resolves when the page has missed too many pulses, or when it is over. */
async function pulseLost(page: PageSession, over: AbortSignal): Promise<void> {
  let missed = 0
  while (!over.aborted && missed < MOST_MISSED) {
    await pause(PULSE_MS, undefined, { signal: over }).catch(() => undefined) // the browser ended meanwhile
    const answered = await page.send('Runtime.evaluate', { expression: '0' }).then(
      () => true,
      () => false,
    )
    missed = answered ? 0 : missed + 1
  }
}
