import { createLogger, faultText, reportToSystemd } from '@akari/node-kit'
import { PICTURE_MOST_PX, type Texts } from '@akari/protocol'
import { fallbackUrl } from '../host/fallback/fallback-page.ts'
import { keepLooking } from '../host/keep-looking.ts'
import { knocker } from '../host/knock.ts'
import { serveGlass } from '../host/serve-glass.ts'
import { tellMended } from '../host/tell-mended.ts'
import { tellRefused } from '../host/tell-refused.ts'
import { browserFlags } from './browser-flags.ts'
import { readLook } from './built-in-page.ts'
import { chromiumCamera } from './camera.ts'
import { chromiumHands } from './hands.ts'
import { ConfigError, type KioskConfig, readConfig } from './config.ts'
import { keepBrowser, type KeptBrowser } from './keep-browser.ts'

export type KioskBrowser = { browser: KeptBrowser; close: () => Promise<void> }

const KNOCK_TIMEOUT_MS = 2_000

/** Puts the agent's page on the glass, or the built-in one until there is an agent, and tells the agent what is to be seen. */
export async function startKioskBrowser(config: KioskConfig): Promise<KioskBrowser> {
  const log = createLogger('player-kiosk', { level: config.logLevel })
  const look = await readLook(config.lookFile, log)
  const teller = { agentOrigin: config.screenOrigin, fetch, log, monotonicMs: () => performance.now() }
  let city: Texts | null = null
  const browser = keepBrowser({
    chromium: config.chromium,
    flags: browserFlags(config),
    profileFolder: config.profileFolder,
    url: `${config.screenOrigin}/`,
    shelter: () => fallbackUrl(city, look),
    knock: knocker({
      screenOrigin: config.screenOrigin,
      fetch,
      timeoutMs: KNOCK_TIMEOUT_MS,
      onCity: (told) => {
        city = told
      },
      log,
    }),
    ceilingMb: config.ceilingMb,
    refused: tellRefused(teller),
    mended: tellMended(teller),
    log,
  })
  const eyes = keepLooking({ agentOrigin: config.screenOrigin, camera: chromiumCamera(browser.page), fetch, log })
  const hands = serveGlass({
    agentOrigin: config.screenOrigin,
    hands: chromiumHands(browser.page),
    mostPx: PICTURE_MOST_PX,
    fetch,
    log,
  })
  return {
    browser,
    close: async () => {
      await Promise.all([eyes.close(), hands.close(), browser.close()])
    },
  }
}

/** The kiosk browser as a process: configuration from the environment, stops on SIGTERM and SIGINT. */
export async function run(): Promise<void> {
  try {
    const starting = startKioskBrowser(readConfig())
    // Who asks it to stop need not wait until it has started.
    const stop = (): void =>
      void starting.then(
        (kiosk) => kiosk.close(),
        () => undefined,
      )
    process.once('SIGTERM', stop).once('SIGINT', stop)
    await starting
    const systemd = reportToSystemd()
    process.once('SIGTERM', systemd.close).once('SIGINT', systemd.close)
  } catch (error) {
    process.stderr.write(`${error instanceof ConfigError ? error.message : faultText(error)}\n`)
    process.exitCode = 1
  }
}
