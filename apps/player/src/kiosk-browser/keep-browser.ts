import { rmSync } from 'node:fs'
import { faultText, type Logger, makeFolder, pause, restartPace } from '@akari/node-kit'
import { keepGlass } from '../host/keep-glass.ts'
import type { Mended } from '../host/tell-mended.ts'
import type { Refused } from '../host/tell-refused.ts'
import { type Browser, launchBrowser } from './browser.ts'
import { pageGlass } from './page-glass.ts'
import { guardPage } from './page-guard.ts'
import type { PageSession } from './page-session.ts'

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
  profileFolder: string
  url: string
  /** The address of the built-in page. */
  shelter: () => string
  /** Whether the agent serves its page; never rejects, and settles within seconds. */
  knock: () => Promise<boolean>
  ceilingMb: number
  refused: Refused
  mended: Mended
  log: Logger
}

const ENDS_WITHIN_MS = 5_000
/** From this end within a minute on, the browser's own files are taken for the reason. They hold nothing of ours. */
const ENDS_TO_FORGET = 3

/**
 * Keeps one browser on the glass: starts it at once, agent or not, starts it again whenever it ends, and lets the watchdog
 * decide what its page shows and which of its processes is to end.
 */
export function keepBrowser(deps: Deps): KeptBrowser {
  const { log } = deps
  const stop = new AbortController()
  const pace = restartPace(() => performance.now())
  let browser: Browser | null = null

  async function run(): Promise<void> {
    while (!stop.signal.aborted) {
      makeFolder(deps.profileFolder)
      browser = launchBrowser(deps.chromium, deps.flags)
      log.info({ pid: browser.pid }, 'browser started')
      const over = new AbortController()
      void tend(browser, over.signal)
      const how = await browser.ended
      over.abort()
      browser.kill()
      browser = null
      if (stop.signal.aborted) return
      const { waitMs, recent } = pace.ended()
      log.warn({ how, waitMs, recent }, 'browser ended')
      deps.mended('browserEnded')
      if (recent >= ENDS_TO_FORGET) rmSync(deps.profileFolder, { recursive: true, force: true })
      await pause(waitMs, stop.signal)
    }
  }

  /** Looks after a running browser until it is `over`. */
  async function tend(tended: Browser, over: AbortSignal): Promise<void> {
    try {
      const page = await tended.page
      await guardPage(page, deps)
      page.onLost(tended.kill)
      if (over.aborted) return
      const keeper = keepGlass({
        glass: pageGlass(page, deps),
        knock: deps.knock,
        startOver: tended.kill,
        ceilingMb: deps.ceilingMb,
        mended: deps.mended,
        monotonicMs: () => performance.now(),
        log,
      })
      over.addEventListener('abort', keeper.close)
      if (over.aborted) keeper.close()
    } catch (error) {
      if (over.aborted) return
      log.error({ pid: tended.pid, reason: faultText(error) }, 'browser has no page')
      tended.kill()
    }
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
      last?.stop()
      const deaf = setTimeout(() => last?.kill(), ENDS_WITHIN_MS)
      await running
      clearTimeout(deaf)
    },
  }
}
