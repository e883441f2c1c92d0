import { createLogger, faultText, makeFolder } from '@akari/node-kit'
import { PICTURE_MOST_PX } from '@akari/protocol'
import { keepLooking } from '../host/keep-looking.ts'
import { serveGlass } from '../host/serve-glass.ts'
import { browserFlags } from './browser-flags.ts'
import { chromiumCamera } from './camera.ts'
import { chromiumGlass } from './glass.ts'
import { ConfigError, type KioskConfig, readConfig } from './config.ts'
import { keepBrowser, type KeptBrowser } from './keep-browser.ts'

export type KioskBrowser = { browser: KeptBrowser; close: () => Promise<void> }

const KNOCK_MS = 2_000

/** Puts the agent's page on the glass and tells the agent what is to be seen there. */
export function startKioskBrowser(config: KioskConfig): KioskBrowser {
  const log = createLogger('player-kiosk', { level: config.logLevel })
  makeFolder(config.profileFolder)
  const browser = keepBrowser({
    chromium: config.chromium,
    flags: browserFlags(config),
    url: `${config.screenOrigin}/`,
    agentAnswers: () => answers(config.screenOrigin),
    log,
  })
  const eyes = keepLooking({ agentOrigin: config.screenOrigin, camera: chromiumCamera(browser.page), fetch, log })
  const hands = serveGlass({
    agentOrigin: config.screenOrigin,
    glass: chromiumGlass(browser.page),
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
export function run(): void {
  try {
    const kiosk = startKioskBrowser(readConfig())
    const stop = (): void => void kiosk.close()
    process.once('SIGTERM', stop).once('SIGINT', stop)
  } catch (error) {
    process.stderr.write(`${error instanceof ConfigError ? error.message : faultText(error)}\n`)
    process.exitCode = 1
  }
}

async function answers(origin: string): Promise<boolean> {
  try {
    const response = await fetch(`${origin}/`, { signal: AbortSignal.timeout(KNOCK_MS), redirect: 'error' })
    await response.body?.cancel()
    return response.ok
  } catch {
    return false // not there yet: asked again
  }
}
