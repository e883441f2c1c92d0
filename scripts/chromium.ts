import { spawn, spawnSync } from 'node:child_process'
import { accessSync, constants, readFileSync } from 'node:fs'
import { delimiter, join } from 'node:path'

type Environment = Readonly<Record<string, string | undefined>>

export type FoundChromium =
  | { state: 'found'; path: string }
  /** `AKARI_CHROMIUM` is set, but the file it names cannot be run. */
  | { state: 'wrong'; path: string }
  | { state: 'missing' }

const systemNames = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']

/** Looks for a Chromium that starts: the one `AKARI_CHROMIUM` names, then the system's, then Playwright's. */
export async function findChromium(environment: Environment): Promise<FoundChromium> {
  const named = environment['AKARI_CHROMIUM']
  if (named !== undefined && named !== '') {
    return starts(named) ? { state: 'found', path: named } : { state: 'wrong', path: named }
  }
  const onPath = (environment['PATH'] ?? '')
    .split(delimiter)
    .flatMap((folder) => systemNames.map((name) => join(folder, name)))
  const found = [...onPath, await playwrightsOwn()].find((path) => isExecutable(path) && starts(path))
  return found === undefined ? { state: 'missing' } : { state: 'found', path: found }
}

/** Whether this machine lets us install Debian's Chromium: root on Debian or Ubuntu. */
export function canInstallChromium(): boolean {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return false
  try {
    return /^ID(_LIKE)?=.*(debian|ubuntu)/m.test(readFileSync('/etc/os-release', 'utf8'))
  } catch {
    return false // a Linux without that file is neither Debian nor Ubuntu
  }
}

/** Installs Chromium with apt-get, its output on stderr. Returns whether both steps succeeded. */
export async function installChromium(): Promise<boolean> {
  return (await aptGet('update')) && (await aptGet('install', '-y', '--no-install-recommends', 'chromium'))
}

/**
 * Flags for every Chromium this repository starts: no request leaves the machine by itself, and root, who cannot
 * have Chromium's sandbox, goes without it.
 */
export function chromiumFlags(): string[] {
  const quiet = ['--disable-background-networking', '--disable-component-update', '--disable-sync', '--no-first-run']
  return process.getuid?.() === 0 ? [...quiet, '--no-sandbox'] : quiet
}

async function playwrightsOwn(): Promise<string> {
  const { chromium } = await import('@playwright/test')
  return chromium.executablePath()
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false // absent or not ours to run: the search goes on
  }
}

/** Ubuntu's chromium-browser is a script that only says where to get the real one: ask for the version. */
function starts(path: string): boolean {
  return spawnSync(path, ['--version'], { timeout: 15_000, stdio: 'ignore' }).status === 0
}

function aptGet(...arguments_: string[]): Promise<boolean> {
  const environment = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  return new Promise((resolve) => {
    const child = spawn('apt-get', arguments_, { stdio: ['ignore', 2, 2], env: environment })
    child.on('error', () => resolve(false))
    child.on('close', (code) => resolve(code === 0))
  })
}
