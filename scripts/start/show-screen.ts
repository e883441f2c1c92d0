import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync, openSync } from 'node:fs'
import { join } from 'node:path'
import { restartPace } from '@akari/node-kit'
import { findChromium } from '../chromium.ts'
import { electronBinary, hasDesktop, shellArguments } from '../electron.ts'

type Stoppable = { kill: (signal: NodeJS.Signals) => boolean }

export type Shown =
  | { by: 'electron' | 'chromium'; child: Stoppable }
  | { by: 'nobody'; why: 'no-desktop' | 'no-browser' }

/** Opens the glass on this desktop: Electron where its binary is, else Chromium in kiosk mode, else nobody does. */
export async function showScreen(url: string, root: string, dataDir: string): Promise<Shown> {
  if (!hasDesktop()) return { by: 'nobody', why: 'no-desktop' }
  const electron = electronBinary(root)
  if (electron !== null && existsSync(join(root, 'apps/player/dist/shell/main.js'))) {
    const env = { ...process.env, AKARI_SCREEN_URL: url, AKARI_SHELL_SUPERVISED: '1' }
    const log = openSync(join(dataDir, 'logs', 'shell.log'), 'a')
    const child = keepRunning(() => spawn(electron, shellArguments(root), { stdio: ['ignore', log, log], env }))
    return { by: 'electron', child }
  }
  const chromium = await findChromium(process.env)
  if (chromium.state !== 'found') return { by: 'nobody', why: 'no-browser' }
  return { by: 'chromium', child: kioskBrowser(chromium.path, url, root, dataDir) }
}

/** Our own host of Chromium: keeps it running, and reads off its pixels what is on the glass. */
function kioskBrowser(chromium: string, url: string, root: string, dataDir: string): Stoppable {
  const log = openSync(join(dataDir, 'logs', 'kiosk.log'), 'a')
  const env = {
    ...process.env,
    AKARI_SCREEN_URL: url,
    AKARI_CHROMIUM: chromium,
    AKARI_KIOSK_DATA: join(dataDir, 'browser'),
    AKARI_KIOSK_COMPILED: join(dataDir, 'kiosk-compiled'),
  }
  const entry = join(root, 'apps/player/src/kiosk-browser/main.ts')
  return keepRunning(() => spawn(process.execPath, [entry], { stdio: ['ignore', log, log], env }))
}

/** Starts a host again however it failed, as often as it takes; one that ends well (code 0) was asked to. */
function keepRunning(launch: () => ChildProcess): Stoppable {
  let child: ChildProcess
  let stopping = false
  const pace = restartPace(() => performance.now())
  const run = (): void => {
    child = launch()
    child.once('exit', (code) => {
      if (!stopping && code !== 0) setTimeout(() => stopping || run(), pace.ended().waitMs)
    })
  }
  run()
  return {
    kill: (signal) => {
      stopping = true
      return child.kill(signal)
    },
  }
}
