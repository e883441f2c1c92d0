import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { createLogger, faultCode, faultText, type Logger, reportToSystemd, START_ME_AGAIN } from '@akari/node-kit'
import { PICTURE_MOST_PX, type Texts } from '@akari/protocol'
import { app, BrowserWindow, Menu, powerMonitor, powerSaveBlocker, screen, session } from 'electron'
import { fallbackUrl } from '../host/fallback/fallback-page.ts'
import { look } from '../host/fallback/look.ts'
import { keepGlass } from '../host/keep-glass.ts'
import { keepLooking } from '../host/keep-looking.ts'
import { knocker } from '../host/knock.ts'
import { serveGlass } from '../host/serve-glass.ts'
import { type Mended, tellMended } from '../host/tell-mended.ts'
import { type Refused, tellRefused } from '../host/tell-refused.ts'
import { windowCamera } from './camera.ts'
import { windowHands } from './hands.ts'
import { ConfigError, readConfig, type ShellConfig } from './config.ts'
import { lockApp, lockSession } from './lockdown.ts'
import { tellPower } from './tell-power.ts'
import { chooseDisplay, glassOf, holdInPlace, kioskWindow } from './window.ts'

const KNOCK_TIMEOUT_MS = 2_000

start()

function start(): void {
  try {
    const config = readConfig()
    const log = createLogger('player-shell', { level: config.logLevel })
    if (isOnlyOne(config)) return run(config, log)
    log.warn({ display: config.display }, 'another shell has this monitor')
    app.exit(0)
  } catch (error) {
    process.stderr.write(`${error instanceof ConfigError ? error.message : faultText(error)}\n`)
    app.exit(1)
  }
}

/** One shell per monitor: the lock that keeps a second one away lies in the folder for Electron's own files. */
function isOnlyOne({ display }: ShellConfig): boolean {
  const folder = join(app.getPath('appData'), display === null ? 'akari-screen' : `akari-screen-${display}`)
  mkdirSync(folder, { recursive: true })
  app.setPath('userData', folder)
  return app.requestSingleInstanceLock()
}

function run(config: ShellConfig, log: Logger): void {
  app.commandLine.appendSwitch('disable-pinch')
  // The cookie fuse must not ask a keyring that a display does not have.
  app.commandLine.appendSwitch('password-store', 'basic')
  app.commandLine.appendSwitch('overscroll-history-navigation', '0')
  Menu.setApplicationMenu(null)
  const teller = { agentOrigin: config.screenOrigin, fetch, log, monotonicMs: () => performance.now() }
  const refused = tellRefused(teller)
  lockApp(app, config.screenOrigin, refused)
  app.on('child-process-gone', (_event, { type, reason, exitCode }) => {
    log.error({ type, reason, exitCode }, 'a helper process is gone')
  })
  app.on('render-process-gone', (_event, _contents, { reason, exitCode }) => {
    log.error({ reason, exitCode }, 'renderer gone')
  })
  app.on('ready', () => open(config, log, { refused, mended: tellMended(teller) }))
}

type Words = { refused: Refused; mended: Mended }

function open(config: ShellConfig, log: Logger, { refused, mended }: Words): void {
  let quitting = false
  let city: Texts | null = null
  const shelter = (): string => fallbackUrl(city, look)
  // No 'persist:' in the name: nothing of a visitor or a page is written to disk.
  const memory = session.fromPartition('akari-screen')
  lockSession(memory, config.screenOrigin, shelter, refused)
  powerSaveBlocker.start('prevent-display-sleep')

  const place = () => chooseDisplay(screen.getAllDisplays(), screen.getPrimaryDisplay(), config.display)
  const window = new BrowserWindow(kioskWindow(place(), memory, join(import.meta.dirname, 'preload.cjs')))
  const cover = holdInPlace(window, place, () => quitting)
  screen.on('display-added', cover).on('display-removed', cover).on('display-metrics-changed', cover)
  window.webContents.on('did-finish-load', () => void window.webContents.setVisualZoomLevelLimits(1, 1))

  const keeper = keepGlass({
    glass: glassOf({
      contents: window.webContents,
      screenOrigin: config.screenOrigin,
      shelter,
      processes: () => app.getAppMetrics(),
      kill,
    }),
    knock: knocker({
      screenOrigin: config.screenOrigin,
      fetch,
      timeoutMs: KNOCK_TIMEOUT_MS,
      onCity: (told) => {
        city = told
      },
      log,
    }),
    startOver: () => startOver(config),
    ceilingMb: config.ceilingMb,
    mended,
    monotonicMs: () => performance.now(),
    log,
  })
  const supply = tellPower({
    agentOrigin: config.screenOrigin,
    source: () => (powerMonitor.isOnBatteryPower() ? 'battery' : 'mains'),
    fetch,
    log,
  })
  powerMonitor.on('on-battery', supply.now).on('on-ac', supply.now)
  const eyes = keepLooking({ agentOrigin: config.screenOrigin, camera: () => windowCamera(window), fetch, log })
  const hands = serveGlass({
    agentOrigin: config.screenOrigin,
    hands: windowHands(window),
    mostPx: PICTURE_MOST_PX,
    fetch,
    log,
  })
  const systemd = reportToSystemd()
  app.on('before-quit', () => {
    quitting = true
    keeper.close()
    supply.close()
    systemd.close()
    void eyes.close()
    void hands.close()
  })
  log.info({ screen: config.screenOrigin, display: config.display }, 'glass opened')
}

/** Ends a process for good; one that is gone already is no fault. */
function kill(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL')
  } catch (error) {
    if (faultCode(error) !== 'ESRCH') throw error
  }
}

/** A supervisor (systemd, `npm start`) must not lose sight of us, so where there is one it does the starting. */
function startOver(config: ShellConfig): void {
  if (config.supervised) return app.exit(START_ME_AGAIN)
  app.relaunch()
  app.exit(0)
}
