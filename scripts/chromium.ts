import { spawnSync } from 'node:child_process'
import { accessSync, constants } from 'node:fs'
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
